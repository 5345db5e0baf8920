import { fill } from "../dom.js";
import type { Panel, RunPage } from "../panel.js";
import { commitments } from "./decisions-commitments.js";
import { moves } from "./decisions-moves.js";
import { decisionTable } from "./decisions-table.js";
import { vetoes } from "./decisions-vetoes.js";

/** Who moved what: over all runs in short, and every single decision with its reasons. */
export const decisions: Panel<RunPage> = {
  id: "decisions", title: "Decisions",
  lead: "Who raised or lowered sanctions and support, in how many runs, and what spoke for and against every single step.",
  mount(body, page) {
    fill(body, moves(page), commitments(page), vetoes(page), decisionTable(page));
  },
};
