import type { Commitment, RunReport, Variant } from "../contract.js";
import { fill, h } from "../dom.js";
import { figure, type Table } from "../figure.js";
import { number, percent } from "../format.js";
import type { RunPage } from "../panel.js";
import { nameOf } from "./dyad.js";

const meanings: Record<string, string> = {
  honoured: "called in, and done as said", reneged: "called in, and not done", expired: "never called in before its last day",
  standing: "not called in by the end of the run",
};

/** What actors have said that they would do, and what came of it. */
export function commitments(page: RunPage): HTMLElement {
  const { report, state } = page;
  const chosen = () => report.variants[state.selection.variant]!;
  const frame = figure({
    title: "What commitments come to", name: `${report.made.scenario.id}-commitments`,
    label: "Every commitment with how it ended, in shares of runs", table: () => tableOf(report, chosen()),
  });
  frame.element.id = "decisions-commitments";
  state.on(["variant"], () => {
    const all = chosen().commitments;
    if (all.length === 0)
      return fill(frame.canvas, h("p", { class: "note" }, "No actor of this scenario has committed itself to anything."));
    const known = [...new Set(all.flatMap(({ outcomes }) => outcomes.map(({ name }) => name)))];
    fill(frame.canvas, h("div", { class: "commitments" }, ...all.map((one) => card(page, one, chosen()))),
      h("p", { class: "legend" }, ...known.map((name) =>
        outcomeKey(name, meanings[name] ? `${name}: ${meanings[name]}` : name))));
  });
  return frame.element;
}

function ended(name: string): string {
  return name in meanings ? name : "expired";
}

function outcomeKey(name: string, ...words: (string | Node)[]): HTMLElement {
  return h("span", { class: "key" }, h("i", { class: `ended ${ended(name)}`, "aria-hidden": "true" }), ...words);
}

function card(page: RunPage, commitment: Commitment, { finished }: Variant): HTMLElement {
  const { id, by, text, credibility, note, basis, outcomes } = commitment;
  const some = outcomes.filter(({ runs }) => runs > 0);
  const said = some.map(({ name, runs }) => `${name} ${percent(runs / finished)}`).join(", ");
  const parts = some.map(({ name, runs }) => {
    const part = h("i", { class: ended(name) });
    part.style.flexGrow = String(runs);
    return part;
  });
  return h("article", { class: "commitment" }, h("h4", {}, nameOf(page, by), h("span", { class: "id" }, id)),
    h("p", { class: "rule" }, h("code", {}, text)),
    h("div", { class: "outcomes", role: "img", "aria-label": `Share of runs: ${said}` }, ...parts),
    h("p", { class: "shares" }, ...some.map(({ name, runs }) =>
      outcomeKey(name, `${name} `, h("strong", {}, percent(runs / finished))))),
    h("p", { class: "note" }, `Credibility ${number(credibility)}. ${note} `, basisWords(page.report, basis)));
}

/** On what a number rests, in words. */
function basisWords(report: RunReport, basis: string): string {
  if (basis === "") return "No basis is given.";
  if (basis === "estimate") return "Basis: an estimate.";
  const source = report.sources.find(({ id }) => id === basis);
  return `Basis: ${source ? source.title || source.id : basis}.`;
}

function tableOf(report: RunReport, { commitments: all, finished }: Variant): Table {
  return {
    head: ["commitment", "by", "text", "credibility", "outcome", "runs", "of"],
    rows: all.flatMap(({ id, by, text, credibility, outcomes }) =>
      outcomes.map(({ name, runs }) => [id, report.actors[by]!.id, text, credibility, name, runs, finished])),
  };
}
