import type { RunReport } from "../contract.js";
import { fill, h } from "../dom.js";
import { grouped } from "../format.js";
import { colophon, contents, masthead } from "../masthead.js";
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
      kicker: `Entente · ${made.scenario.id} · ${grouped(made.runs)} ${made.runs === 1 ? "run" : "runs"}` +
        `${report.variants.length > 1 ? ` × ${report.variants.length} variants` : ""} · seed ${made.seed} · version ${made.version}`,
      findings: report.findings, follow: ({ link }) => state.set(selectionOf(link)),
    }),
    h("div", { class: "bar" }, contents(shown), controls(page)),
    ...shown.map((panel) => section(panel, page)),
    colophon(made, [["Scenario", `${made.scenario.id}: ${made.scenario.title}`], ["Runs", `${grouped(made.runs)}, replicates from ${made.first}`],
                    ["Failed", grouped(made.failed)]]));
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
