import type { Decision } from "../contract.js";
import { h } from "../dom.js";
import { day, percent, signed } from "../format.js";
import type { RunPage } from "../panel.js";
import { effectWords, ranked, reasons, signedBar } from "./decisions-effects.js";
import { deciderOf, dyadButton, layerMark, levelName, occasionOf, onto, runnerUpOf } from "./decisions-words.js";
import { nameOf } from "./dyad.js";

/** A decision in a line, and the line below it that opens. */
export function decisionRow(page: RunPage, d: Decision, number: number, withRun: boolean): HTMLTableRowElement[] {
  const { state, report } = page;
  const id = `decisions-row-${number}`;
  const select = (words: string) => dyadButton(page, [d.actor, d.target], `${words}: select ${nameOf(page, d.actor)} toward ${nameOf(page, d.target)}`, words);
  const below = h("tr", { id, class: "opened", hidden: true });
  const opens = h("button", { type: "button", class: "opens", "aria-expanded": "false", "aria-controls": id,
                              "aria-label": `All reasons of ${deciderOf(page, d)}, ${day(d.date)}` }, "▸");
  opens.addEventListener("click", () => {
    below.hidden = !below.hidden;
    opens.setAttribute("aria-expanded", String(!below.hidden));
    if (below.childElementCount === 0) below.append(h("td", { colspan: withRun ? 7 : 6 }, details(page, d)));
  });
  const line = h("tr", { "data-dyad": `${d.actor} ${d.target}`, class: "decision" }, h("td", { class: "open" }, opens),
    withRun && h("td", { class: "run", "data-label": "run" }, d.run),
    h("td", { class: "when" }, h("button", { type: "button", class: "plain", "aria-label": `Go to ${day(d.date)}`,
                                             click: () => state.set({ moment: d.moment }) }, day(d.date))),
    h("td", { class: "who" }, select(deciderOf(page, d)), d.occasion !== "choice" && h("span", { class: "occasion" }, d.occasion)),
    h("td", { class: "what" }, layerMark(d.layer), d.to > d.from ? "raises " : "lowers ", onto[d.layer], " ", select(nameOf(page, d.target)),
      ` from ${levelName(report, d.layer, d.from)} to `, h("strong", {}, levelName(report, d.layer, d.to))),
    h("td", { class: "chance number" }, percent(d.probability)),
    h("td", { class: "why" }, d.parts.length > 0 ? reasons(report, d) : h("span", { class: "note" }, `called in: ${d.by}`)));
  return [line, below];
}

/** All that weighed, what came next, and the occasion. */
function details(page: RunPage, d: Decision): HTMLElement {
  return h("div", { class: "details" }, h("dl", {}, h("dt", {}, "Occasion"), h("dd", {}, occasionOf(page, d)),
    h("dt", {}, "Probability"), h("dd", {}, chanceOf(d)),
    d.runner_up && h("dt", {}, "Likeliest otherwise"),
    d.runner_up && h("dd", {}, `${runnerUpOf(page, d)}, with a probability of ${percent(d.runner_up.probability)}`)),
    d.parts.length > 0 && partsTable(page, d));
}

function chanceOf({ occasion, probability }: Decision): string {
  if (occasion === "commitment") return `${percent(probability)}: the commitment's credibility. No alternatives were weighed.`;
  return `${percent(probability)}, of all that it could have done at this opportunity.`;
}

function partsTable({ report }: RunPage, d: Decision): HTMLElement {
  const parts = ranked(d);
  const greatest = Math.abs(parts[0]!.utility);
  const note = d.occasion === "vote" ? "What spoke for this step (+) and against it (−): mean of the members, weighed by capability"
    : "What spoke for this step (+) and against it (−)";
  return h("table", { class: "parts" }, h("caption", {}, note),
    h("thead", { class: "unseen" }, h("tr", {}, ...["Effect", "Meaning", "Utility", "Bar"].map((words) => h("th", { scope: "col" }, words)))),
    h("tbody", {}, ...parts.map(({ name, utility }) => {
      const words = effectWords(report, d.layer, name);
      return h("tr", {}, h("th", { scope: "row" }, words.name), h("td", { class: "sense" }, words.meaning, " ", h("code", {}, words.equation)),
        h("td", { class: "number" }, signed(utility, 2)), h("td", { class: "picture" }, signedBar(utility, greatest)));
    })),
    h("tfoot", {}, h("tr", {}, h("th", { scope: "row" }, "All together"), h("td", { class: "sense" }, "utility of the step; to keep all as it is has 0"),
      h("td", { class: "number" }, signed(d.utility, 2)), h("td", {}))));
}
