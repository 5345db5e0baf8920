import type { Decision } from "../contract.js";
import { h } from "../dom.js";
import { day, percent, signed } from "../format.js";
import type { RunPage } from "../panel.js";
import { effectWords, ranked, reasons, signedBar } from "./decisions-effects.js";
import { dateButton, deciderOf, dyadButton, layerMark, levelName, occasionOf, runnerUpOf, stepOf } from "./decisions-words.js";
import { nameOf } from "./dyad.js";

/** A decision in a line, and the line below it that opens. */
export function decisionRow(page: RunPage, d: Decision, number: number, withRun: boolean): HTMLTableRowElement[] {
  const { report } = page;
  const id = `decisions-row-${number}`;
  const dyad = `select ${nameOf(page, d.actor)} toward ${nameOf(page, d.target)}`;
  const select = (words: string) => dyadButton(page, [d.actor, d.target], `${words}: ${dyad}`, words);
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
    h("td", { class: "when" }, dateButton(page, d.moment, d.date)),
    h("td", { class: "who" }, select(deciderOf(page, d)),
      d.occasion !== "choice" && h("span", { class: "occasion" }, d.occasion)),
    h("td", { class: "what" }, layerMark(d.layer), `${stepOf(d)} `, select(nameOf(page, d.target)),
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
  const of = d.occasion === "vote" ? ": mean of the members, weighed by capability" : "";
  const head = ["Effect", "Meaning", "Utility", "Bar"].map((words) => h("th", { scope: "col" }, words));
  const total = "utility of the step; to keep all as it is has 0";
  return h("table", { class: "parts" }, h("caption", {}, `What spoke for this step (+) and against it (−)${of}`),
    h("thead", { class: "unseen" }, h("tr", {}, ...head)),
    h("tbody", {}, ...parts.map(({ name, utility }) => {
      const words = effectWords(report, d.layer, name);
      return h("tr", {}, h("th", { scope: "row" }, words.name),
        h("td", { class: "sense" }, words.meaning, " ", h("code", {}, words.equation)),
        h("td", { class: "number" }, signed(utility, 2)), h("td", { class: "picture" }, signedBar(utility, greatest)));
    })),
    h("tfoot", {}, h("tr", {}, h("th", { scope: "row" }, "All together"), h("td", { class: "sense" }, total),
      h("td", { class: "number" }, signed(d.utility, 2)), h("td", {}))));
}
