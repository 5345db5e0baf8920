import type { Panel, RunPage } from "../panel.js";
export const relations: Panel<RunPage> = { id: "relations", title: "relations", lead: "", mount() {} };
