import type { Panel, RunPage } from "../panel.js";
export const map: Panel<RunPage> = { id: "map", title: "map", lead: "", mount() {} };
