import type { Panel, RunPage } from "../panel.js";
export const series: Panel<RunPage> = { id: "series", title: "series", lead: "", mount() {} };
