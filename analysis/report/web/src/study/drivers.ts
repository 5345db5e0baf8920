import type { Sensitivity } from "../contract.js";
import { retitle } from "../choice.js";
import { fill, h } from "../dom.js";
import { grouped, percent } from "../format.js";
import type { Panel, StudyPage } from "../panel.js";
import { quantity } from "./data.js";
import { bars } from "./bars.js";
import { effects } from "./effects.js";
import { matrix } from "./matrix.js";
import { noise } from "./noise.js";
import { estimate, measuresOf, ranked, type Method } from "./ranking.js";

/** Which parameters the outcomes hang on. */
export const drivers: Panel<StudyPage> = {
  id: "drivers", title: "What drives the outcomes",
  lead: "How much of an outcome’s variation over the study goes back to each number that was varied. All shares hang on the ranges.",
  mount(body, page) {
    const { report } = page;
    if (report.no_sensitivity !== "" || report.sensitivity.length === 0) {
      body.append(h("p", { class: "say" }, report.no_sensitivity || "There are no measures of sensitivity for this study."));
      return;
    }
    const methods = [...new Set(report.sensitivity.map((s) => s.method))];
    for (const method of methods) body.append(block(page, method));
    if (report.outcomes.length > 1 || report.variants.length > 1) body.append(matrix(page));
  },
};

/** What one method says of the selected outcome. */
function block(page: StudyPage, method: Method): HTMLElement {
  const { report, state, data } = page;
  const { selection } = state;
  const says = h("p", { class: "say" });
  const rows = bars(page, method);
  const more = report.parameters.length > 12 ? h("button", { type: "button" }) : null;
  more?.addEventListener("click", () => state.setMore("drivers-all", selection.more["drivers-all"] ? "" : "1"));
  if (more) rows.figure.tools.append(more);
  const uneven = method === "morris" ? effects(page) : null;
  const chance = noise(page);
  const side = h("div", {}, uneven && uneven.figure.element, chance.element);
  const shown = h("div", { class: uneven ? "pair" : "drivers" }, h("div", {}, rows.figure.element, legend(report.sensitivity.find((s) => s.method === method)!)), side);
  const none = h("p", { class: "note" }, "For this outcome and variant nothing can be said: between the points there is nothing to divide up.");
  state.on(["outcome", "variant", "more"], () => {
    const one = data.sensitivity(selection.variant, selection.outcome).find((s) => s.method === method);
    const some = one !== undefined && one.parameters.some((p) => Object.values(p).some(({ value }) => Number.isFinite(value)));
    none.hidden = some;
    shown.hidden = says.hidden = !some;
    if (!one || !some) return;
    const all = selection.more["drivers-all"] === "1";
    if (more) more.textContent = all ? "Only the strongest 12" : `All ${report.parameters.length}`;
    const name = report.outcomes[one.outcome]!.name;
    retitle(rows.figure.element, `What drives ${name}`, `Bars: how much each parameter drives ${name}. ${sentence(page, one)}`);
    fill(says, sentence(page, one));
    rows.show(one, all);
    uneven?.show(one);
    chance.show(one);
  });
  return h("div", {}, says, none, shown);
}

function legend(one: Sensitivity): HTMLElement {
  const keys = measuresOf(one).map(({ title, strong }) => h("span", {}, h("i", { class: strong ? "swatch" : "swatch pale", "aria-hidden": "true" }), title));
  return h("p", { class: "legend" }, ...keys, h("span", {}, h("i", { class: "swatch whisker", "aria-hidden": "true" }), "95 % interval"),
    h("span", {}, "Press a row to see the outcome over that parameter."));
}

/** What the strongest parameters do, in words. */
function sentence({ data, report }: StudyPage, one: Sensitivity): string {
  const [first, second] = ranked(one);
  const name = (p: number) => data.short[p]!;
  const value = (p: number, key: string) => estimate(one, p, key).value;
  const used = one.blocks.left_out > 0
    ? ` ${grouped(one.blocks.left_out)} of ${grouped(one.blocks.used + one.blocks.left_out)} parts of the design were left out, since runs in them failed or are missing.` : "";
  if (one.method === "morris") {
    const { text, change } = quantity(report.outcomes[one.outcome]!);
    return `Going through the whole range of ${name(first!)} changes the outcome by ${text(value(first!, "mu_star"))} on average ` +
      `(mean with sign ${change(value(first!, "mu"))})${second === undefined ? "" : `; of ${name(second)}, by ${text(value(second, "mu_star"))}`}.${used}`;
  }
  const keys = measuresOf(one).map((m) => m.key);
  const shares = (p: number) => (keys.length > 1
    ? `${percent(value(p, "first"))} alone and ${percent(value(p, "total"))} with what it does together with others` : percent(value(p, keys[0]!)));
  return `Of the variance between points ${name(first!)} makes ${shares(first!)}` +
    `${second === undefined ? "" : `; ${name(second)} ${keys.length > 1 ? percent(value(second, "first")) + " alone and " + percent(value(second, "total")) + " with others" : shares(second)}`}.${used}`;
}

export { strongest } from "./ranking.js";
