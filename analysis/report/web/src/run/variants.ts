import { toggle } from "../choice.js";
import { fill, h } from "../dom.js";
import { grouped } from "../format.js";
import type { Panel, RunPage } from "../panel.js";
import { comparedOf } from "./variants-data.js";
import { flips } from "./variants-flips.js";
import { forest } from "./variants-forest.js";
import { overTime, sideBySide } from "./variants-time.js";

/** What each counterfactual changes, beyond chance. */
export const variants: Panel<RunPage> = {
  id: "variants", title: "What the variants change",
  lead: "Each counterfactual against the first variant, pair by pair of runs.",
  mount(body, page) {
    const { report, state } = page;
    const comparison = report.comparison!;
    const base = report.variants[0]!;
    const note = h("p", { class: "note" });
    const which = toggle("What is shown", ["One variant, all series", "One series, all variants"],
      () => (state.selection.more["variants-by"] === "outcome" ? 1 : 0), (k) => state.setMore("variants-by", k === 1 ? "outcome" : ""));
    fill(body,
      h("p", { class: "note" }, `The runs of a pair have the same random numbers, so that what differs within it is the variant's doing. ` +
        `Dots are mean differences to “${base.title || base.id}” over ${grouped(comparison.pairs)} pairs, bars their 95 % bootstrap intervals; ` +
        "a hollow dot's interval holds 0, so that chance could be all of it." +
        (comparison.left_out > 0 ? ` ${grouped(comparison.left_out)} replicates are left out, since a run of theirs failed.` : "")),
      h("div", { class: "choices" }, which.element), note, forest(page), h("div", { class: "pair" }, overTime(page), sideBySide(page)), flips(page));
    state.on(["variant"], () => {
      const { variant, same } = comparedOf(page);
      const { id, title } = report.variants[variant]!;
      fill(note, state.selection.variant === 0 ? "The variant chosen above is the reference itself; shown here: " : "Shown: ",
        h("strong", {}, title || id), same ? ". Its runs are the same as the reference's, to the last bit." : ".");
    });
  },
};
