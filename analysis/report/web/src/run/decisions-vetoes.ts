import type { RunReport, Variant } from "../contract.js";
import { fill, h } from "../dom.js";
import { figure, type Table } from "../figure.js";
import { grouped, percent } from "../format.js";
import type { RunPage } from "../panel.js";
import { bar } from "./decisions-words.js";
import { nameOf } from "./dyad.js";

type Veto = Variant["vetoes"][number];
const firstShown = 6;

/** What blocs that vote did not do, and who stopped it. */
export function vetoes(page: RunPage): HTMLElement {
  const { report, state } = page;
  const chosen = () => report.variants[state.selection.variant]!;
  const frame = figure({
    title: "What votes stopped", name: `${report.made.scenario.id}-vetoes`,
    label: "Proposals that failed in blocs that vote, and the members that stopped them", table: () => tableOf(report, chosen()),
  });
  frame.element.id = "decisions-vetoes";
  const voting = report.blocs.filter(({ votes }) => votes);
  state.on(["variant"], () => {
    const { vetoes: all, finished } = chosen();
    frame.element.hidden = voting.length === 0 && all.length === 0;
    const blocs = `${voting.map(({ name, id }) => name || id).join(", ")} ${voting.length === 1 ? "votes" : "vote"}`;
    fill(frame.canvas, all.length === 0 ? h("p", { class: "note" }, `${blocs} on sanctions; no proposal failed in any run.`)
      : h("div", { class: "vetoes" }, ...all.map((veto) => card(page, veto, finished))));
  });
  return frame.element;
}

function card(page: RunPage, veto: Veto, finished: number): HTMLElement {
  const { name, id, members } = page.report.blocs[veto.bloc]!;
  const blockers = ranked(veto);
  const most = blockers[0]?.times ?? 1;
  const item = ({ actor, times }: Veto["blockers"][number]) => h("li", {}, h("span", { class: "name" }, nameOf(page, actor)),
    bar("of-sanctions", times / most), h("span", { class: "amount" }, grouped(times)));
  const rest = blockers.slice(firstShown);
  return h("article", { class: "veto" },
    h("h4", {}, `${name || id}: ${veto.raise ? "raising" : "lowering"} sanctions on ${nameOf(page, veto.target)}`),
    h("p", { class: "note" }, "Stopped at least once in ", h("strong", {}, percent(veto.runs / finished)),
      " of runs", blockers.length > 0 &&
        `, by ${blockers.length} of ${members.length} members. How often each stood in the way, over all runs:`),
    h("ol", { class: "blockers" }, ...blockers.slice(0, firstShown).map(item)),
    rest.length > 0 && h("details", {}, h("summary", {}, `${rest.length} more`),
      h("ol", { class: "blockers", start: firstShown + 1 }, ...rest.map(item))));
}

function ranked({ blockers }: Pick<Veto, "blockers">): Veto["blockers"] {
  return [...blockers].sort((a, b) => b.times - a.times);
}

function tableOf(report: RunReport, { vetoes: all, finished }: Variant): Table {
  return {
    head: ["bloc", "target", "step", "runs", "of", "blocker", "times"],
    rows: all.flatMap(({ bloc, target, raise, runs, ...veto }) => ranked(veto).map(({ actor, times }) =>
      [report.blocs[bloc]!.id, report.actors[target]!.id, raise ? "raise" : "lower", runs, finished,
       report.actors[actor]!.id, times])),
  };
}
