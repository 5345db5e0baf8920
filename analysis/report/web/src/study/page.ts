import { choice } from "../choice.js";
import type { StudyReport } from "../contract.js";
import { fill, h } from "../dom.js";
import { grouped } from "../format.js";
import { colophon, contents, masthead, stickyBar } from "../masthead.js";
import { section, type Panel, type StudyPage } from "../panel.js";
import { State } from "../state.js";
import { StudyData, describe } from "./data.js";
import { drivers, strongest } from "./drivers.js";
import { failed } from "./failed.js";
import { many } from "./many.js";
import { over } from "./over.js";
import { single } from "./single.js";
import { codecOf } from "./state.js";

const panels: Panel<StudyPage>[] = [drivers, over, many, single, failed];

/** The page of a study: what many points of the parameters' space gave. */
export function studyPage(target: HTMLElement, report: StudyReport): void {
  const data = new StudyData(report);
  const [x, y] = strongest(data, 0, 0);
  const state = new State({ outcome: 0, variant: 0, x, y, point: data.points[0] ?? 0, replicate: 0, more: {} }, codecOf(report));
  const page: StudyPage = { report, state, data };
  const { made, study, counts } = report;
  fill(target,
    masthead({
      title: study.title || study.id, question: study.question,
      kicker: `Entente · study ${study.id} · ${study.design} of ${grouped(study.points)} points × ${grouped(study.replicates)} ` +
        `${study.replicates === 1 ? "replicate" : "replicates"}${report.variants.length > 1 ? ` × ${report.variants.length} variants` : ""}`,
      findings: report.findings,
      follow: ({ link }) => { if (link.variant !== undefined) state.set({ variant: link.variant }); },
    }),
    stickyBar(contents(panels), controls(page)),
    ...panels.map((panel) => section(panel, page)),
    colophon(made, [["Study", `${study.id}: ${study.title}`], ["Scenario", `${made.scenario.id}: ${made.scenario.title}`],
      ["Runs", `${grouped(counts.finished)} finished of ${grouped(counts.planned)} planned`]]));
}

/** Outcome and variant: what the whole page shows. */
function controls({ report, state }: StudyPage): HTMLElement {
  const { selection } = state;
  const outcome = choice("Outcome", report.outcomes.map((o) => o.name), () => selection.outcome, (i) => state.set({ outcome: i }));
  const variant = choice("Variant", report.variants.map((v) => (v.title && v.title !== v.id ? `${v.id}: ${v.title}` : v.id)),
    () => selection.variant, (i) => state.set({ variant: i }));
  const meaning = h("p", { class: "meaning" });
  state.on(["outcome"], () => {
    outcome.show();
    const shown = report.outcomes[selection.outcome];
    meaning.textContent = shown ? describe(shown) + (shown.note && `. ${shown.note}`) : "";
  });
  state.on(["variant"], variant.show);
  return h("div", { class: "controls" }, outcome.element, report.variants.length > 1 && variant.element, meaning);
}
