import type { Panel, RunPage } from "../panel.js";
export const variants: Panel<RunPage> = { id: "variants", title: "variants", lead: "", mount() {} };
