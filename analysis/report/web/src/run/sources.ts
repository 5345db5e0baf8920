import type { Panel, RunPage } from "../panel.js";
export const sources: Panel<RunPage> = { id: "sources", title: "sources", lead: "", mount() {} };
