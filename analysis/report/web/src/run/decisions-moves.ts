import type { Move, RunReport, Variant } from "../contract.js";
import { fill, h } from "../dom.js";
import { figure, type Table } from "../figure.js";
import { grouped, percent } from "../format.js";
import type { RunPage } from "../panel.js";
import { bar, dateButton, dyadButton, layerMark, moreButton } from "./decisions-words.js";
import { nameOf } from "./dyad.js";

const firstShown = 12;

/** Which levels moved, in what share of the runs. */
export function moves(page: RunPage): HTMLElement {
  const { report, state } = page;
  const chosen = () => report.variants[state.selection.variant]!;
  const frame = figure({
    title: "Which levels move, and in how many runs", name: `${report.made.scenario.id}-moves`,
    label: "Table of the levels that moved, by share of runs", table: () => tableOf(report, chosen()),
  });
  const body = h("tbody", {});
  const table = h("table", { class: "moves", id: "decisions-moves" },
    h("caption", { class: "unseen" }, "Levels that moved, most runs first"),
    h("thead", {}, h("tr", {}, ...["Layer", "Actor → target", "Raised in", "Lowered in", "First raised, median"].map((words) =>
      h("th", { scope: "col" }, words)))), body);
  const foot = h("div", {});
  let all = false;
  const draw = () => {
    const sorted = ranking(chosen().moves);
    const shown = all ? sorted : sorted.slice(0, firstShown);
    fill(body, ...shown.map((move) => rowOf(page, chosen(), move)));
    const words = all ? `Show the first ${firstShown}` : `Show all ${grouped(sorted.length)}`;
    fill(foot, sorted.length > firstShown && moreButton("decisions-moves-more", words, () => { all = !all; draw(); }));
    fill(frame.canvas, ...(sorted.length > 0 ? [table, foot] : [h("p", { class: "note" }, none(chosen()))]));
    mark();
  };
  const mark = () => {
    for (const row of body.rows) row.classList.toggle("selected", row.dataset.dyad === state.selection.dyad.join(" "));
  };
  state.on(["variant"], draw);
  state.on(["dyad"], mark);
  return frame.element;
}

function none({ finished }: Variant): string {
  return finished === 1 ? "No actor raised or lowered sanctions or support in this run."
    : "No actor raised or lowered sanctions or support in any run.";
}

/** The moves in most runs first. */
function ranking(moves: Move[]): Move[] {
  const most = ({ raised, lowered }: Move) => Math.max(raised, lowered);
  return [...moves].sort((a, b) => most(b) - most(a) || b.raised + b.lowered - a.raised - a.lowered);
}

function rowOf(page: RunPage, { finished }: Variant, move: Move): HTMLTableRowElement {
  const { report } = page;
  const names = `${nameOf(page, move.actor)} → ${nameOf(page, move.target)}`;
  const share = (runs: number, way: string) => h("td", { class: `share ${way}` },
    h("span", { class: "amount" }, runs === 0 ? "–" : percent(runs / finished)), bar(`of-${move.layer}`, runs / finished));
  return h("tr", { "data-dyad": `${move.actor} ${move.target}` },
    h("td", { class: "layer-name" }, layerMark(move.layer), move.layer),
    h("td", { class: "who" }, dyadButton(page, [move.actor, move.target], `${names}: select this dyad`, names)),
    share(move.raised, "raised"), share(move.lowered, "lowered"),
    h("td", { class: "when" }, move.first < 0 ? "–" : dateButton(page, move.first, report.dates[move.first]!)));
}

function tableOf(report: RunReport, { moves, finished }: Variant): Table {
  const id = (actor: number) => report.actors[actor]!.id;
  return {
    head: ["layer", "actor", "target", "runs", "runs with a rise", "runs with a fall", "notches up", "notches down",
           "first rise, median"],
    rows: ranking(moves).map((m) => [m.layer, id(m.actor), id(m.target), finished, m.raised, m.lowered, m.raises, m.lowers,
                                     m.first < 0 ? "" : report.dates[m.first]!]),
  };
}
