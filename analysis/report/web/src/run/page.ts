import type { RunReport } from "../contract.js";
import { fill, h } from "../dom.js";
import { grouped } from "../format.js";
import { colophon, contents, masthead, stickyBar } from "../masthead.js";
import { section, type Panel, type RunPage } from "../panel.js";
import { codecOf, State } from "../state.js";
import { controls } from "./controls.js";
import { decisions } from "./decisions.js";
import { map } from "./map.js";
import { relations } from "./relations.js";
import { series } from "./series.js";
import { sources } from "./sources.js";
import { variants } from "./variants.js";
import { why } from "./why.js";

const panels: Panel<RunPage>[] = [relations, map, series, why, decisions, variants, sources];

/** The page of a run or an ensemble. */
export function runPage(target: HTMLElement, report: RunReport): void {
  const state = new State({
    variant: 0, moment: report.dates.length - 1, dyad: firstDyad(report), series: 0, run: null, more: {},
  }, codecOf(report));
  const page: RunPage = { report, state };
  const shown = panels.filter((panel) => panel !== variants || report.comparison !== null);
  const { made } = report;
  fill(target,
    masthead({
      title: made.scenario.title || made.scenario.id, question: made.scenario.question,
      kicker: `Entente · ${made.scenario.id} · ${runsOf(made)}` +
        `${report.variants.length > 1 ? ` × ${report.variants.length} variants` : ""} · seed ${made.seed} · version ${made.version}`,
      findings: report.findings, follow: ({ link }) => state.set(selectionOf(link)),
    }),
    stickyBar(contents(shown), controls(page)),
    ...shown.map((panel) => section(panel, page)),
    colophon(made, [["Scenario", [made.scenario.id, made.scenario.title].filter(Boolean).join(": ")], ["Runs", restsOn(made)],
                    ["Failed", grouped(made.failed)]], failures(made)));
}

function runsOf({ runs, runs_in_result: all }: RunReport["made"]): string {
  return `${runs < all ? `first ${grouped(runs)} of ${grouped(all)}` : grouped(runs)} ${all === 1 ? "run" : "runs"}`;
}

/** Which runs the page shows. */
function restsOn({ runs, runs_in_result: all, first }: RunReport["made"]): string {
  const which = `replicates ${first} to ${first + runs - 1}`;
  if (runs >= all) return runs === 1 ? `1, replicate ${first}` : `${grouped(runs)} of each variant, ${which}`;
  return `This page rests on the first ${grouped(runs)} of the ${grouped(all)} runs in the result, ${which}`;
}

function failures({ failures: some, failed }: RunReport["made"]): HTMLElement | false {
  return failed > 0 && h("div", { id: "failures" }, h("h3", {}, failed > some.length && some.length > 0
    ? `Failed runs: the first ${grouped(some.length)} of ${grouped(failed)}` : "Failed runs"),
    h("ul", { class: "failures" }, ...some.map(({ variant, replicate, message }) =>
      h("li", {}, `Variant ${variant}, replicate ${replicate}: ${message}`))));
}

function selectionOf(link: { variant?: number; dyad?: [number, number]; series?: number }) {
  const { variant, dyad, series } = link;
  return { ...(variant !== undefined && { variant }), ...(dyad && { dyad }), ...(series !== undefined && { series }) };
}

/** The dyad of the first watched series that has one; else that of the first two actors. */
function firstDyad(report: RunReport): [number, number] {
  return report.series.find((s) => s.dyad !== null && s.path.startsWith("alignment."))?.dyad ??
    report.series.find((s) => s.dyad !== null)?.dyad ?? [0, 1];
}
