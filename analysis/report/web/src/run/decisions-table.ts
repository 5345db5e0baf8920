import type { Decision } from "../contract.js";
import { fill, h } from "../dom.js";
import { figure, type Table } from "../figure.js";
import { grouped } from "../format.js";
import type { RunPage } from "../panel.js";
import { chosenVariant, filterForm, filterOf, narrowed, passing, type Filter } from "./decisions-filter.js";
import { decisionRow } from "./decisions-row.js";
import { moreButton } from "./decisions-words.js";

const rowsAtOnce = () => (innerWidth > 720 ? 50 : 20);

/** Every decision of the runs shown, to filter, with what spoke for and against it. */
export function decisionTable(page: RunPage): HTMLElement {
  const { report, state } = page;
  const frame = figure({
    title: "Every decision, and why", name: `${report.made.scenario.id}-decisions`,
    label: "Table of decisions with reasons", table: () => tableOf(page, passing(page, filterOf(page))),
  });
  const count = h("p", { id: "decisions-count", class: "count", role: "status" });
  const place = h("div", {});
  const form = filterForm(page);
  fill(frame.canvas, form, count, place);
  let drawn = "";
  const draw = () => {
    const filter = filterOf(page);
    const key = JSON.stringify([state.selection.variant, filter]);
    if (key === drawn) return; // other panels' settings changed
    drawn = key;
    const found = passing(page, filter);
    form.hidden = count.hidden = chosenVariant(page).decisions.length === 0;
    fill(count, countOf(page, filter, found.length));
    fill(place, form.hidden ? h("p", { class: "note" }, "Nobody moved a level in the runs shown.")
      : found.length > 0 && listOf(page, filter, found));
    mark();
  };
  const mark = () => {
    const dyad = state.selection.dyad.join(" ");
    for (const row of place.querySelectorAll<HTMLElement>("tr[data-dyad]"))
      row.classList.toggle("selected", row.dataset.dyad === dyad);
  };
  state.on(["variant", "run", "more", "dyad"], draw);
  state.on(["dyad"], mark);
  return frame.element;
}

/** "37 decisions in run 112"; of a filter "5 of 37 decisions in run 112". */
function countOf(page: RunPage, filter: Filter, count: number): string {
  const { decisions, singles } = chosenVariant(page);
  const all = filter.run === null ? decisions.length : decisions.filter(({ run }) => run === filter.run).length;
  const where = filter.run === null ? `the ${singles.replicates.length} runs shown` : `run ${filter.run}`;
  const number = narrowed(filter) ? `${grouped(count)} of ${grouped(all)}` : grouped(count);
  return `${number} ${all === 1 ? "decision" : "decisions"} in ${where}`;
}

function listOf(page: RunPage, filter: Filter, found: Decision[]): HTMLElement {
  const runs = filter.run === null;
  const head = [...(runs ? ["Run"] : []), "Date", "Who", "What", "Probability", "Why: what weighed most, beside fixed costs"];
  const body = h("tbody", {});
  const foot = h("div", {});
  let shown = 0;
  const add = () => {
    const atOnce = rowsAtOnce();
    const next = found.slice(shown, shown + atOnce);
    body.append(...next.flatMap((decision, k) => decisionRow(page, decision, shown + k, runs)));
    shown = Math.min(found.length, shown + atOnce);
    const words = `Show more (${grouped(shown)} of ${grouped(found.length)} shown)`;
    fill(foot, shown < found.length && moreButton("decisions-more", words, add));
  };
  add();
  const details = h("th", { scope: "col" }, h("span", { class: "unseen" }, "Details"));
  return h("div", {}, h("table", { class: "decisions", id: "decisions-table" },
    h("caption", { class: "unseen" }, "Decisions and their reasons"),
    h("thead", {}, h("tr", {}, details, ...head.map((words) => h("th", { scope: "col" }, words)))), body), foot);
}

/** All that is known of these decisions, an effect a column. */
function tableOf({ report }: RunPage, found: Decision[]): Table {
  const id = (actor: number) => report.actors[actor]?.id ?? "";
  const effects = [...new Set(found.flatMap(({ parts }) => parts.map(({ name }) => name)))];
  return {
    head: ["run", "date", "layer", "actor", "target", "from", "to", "occasion", "by", "probability", "utility",
           "runner-up target", "runner-up step", "runner-up probability", "runner-up utility", ...effects],
    rows: found.map((d) => [d.run, d.date, d.layer, id(d.actor), id(d.target), d.from, d.to, d.occasion, d.by, d.probability,
      d.parts.length > 0 ? d.utility : "", d.runner_up ? id(d.runner_up.target) : "", d.runner_up?.step ?? "",
      d.runner_up?.probability ?? "", d.runner_up?.utility ?? "",
      ...effects.map((name) => d.parts.find((part) => part.name === name)?.utility ?? 0)]),
  };
}
