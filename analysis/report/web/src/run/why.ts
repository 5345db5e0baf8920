import type { Panel, RunPage } from "../panel.js";
export const why: Panel<RunPage> = { id: "why", title: "why", lead: "", mount() {} };
