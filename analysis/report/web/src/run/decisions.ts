import type { Panel, RunPage } from "../panel.js";
export const decisions: Panel<RunPage> = { id: "decisions", title: "decisions", lead: "", mount() {} };
