import { choice } from "../choice.js";
import { h } from "../dom.js";
import { grouped } from "../format.js";
import type { Panel, StudyPage } from "../panel.js";
import { choose } from "./bars.js";
import { scatter } from "./scatter.js";
import { surface } from "./surface.js";

/** Outcomes along one and two parameters. */
export const over: Panel<StudyPage> = {
  id: "over", title: "Outcome over parameters",
  lead: "Each dot is a point of the study: the mean over its replicates. The line is their running mean. " +
    "Colours show means where two parameters vary together. Press a dot or a cell to select a point.",
  mount(body, page) {
    const { report, state } = page;
    const { selection } = state;
    const paths = report.parameters.map((p) => p.path);
    const across = choice("Across", paths, () => selection.x, (p) => choose(page, p));
    const up = choice("Up, in the map", paths, () => selection.y, (p) => state.set(p === selection.x ? { x: selection.y, y: p } : { y: p }));
    const swap = h("button", { type: "button", click: () => state.set({ x: selection.y, y: selection.x }) }, "Swap");
    state.on(["x", "y"], () => { across.show(); up.show(); });
    const two = paths.length > 1;
    if (page.data.shown < report.study.points)
      body.append(h("p", { class: "note" }, `Shown are ${grouped(page.data.shown)} of the ${grouped(report.study.points)} points, evenly spread over the study.`));
    body.append(h("div", { class: "choices" }, across.element, two && up.element, two && swap),
      h("div", { class: "pair" }, scatter(page).element, two && surface(page).element));
  },
};
