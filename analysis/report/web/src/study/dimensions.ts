import type { Axis } from "../axis.js";
import type { StudyPage } from "../panel.js";
import { quantity, valueText } from "./data.js";
import { named } from "./limits.js";
import { ranked } from "./ranking.js";

/** A parameter or an outcome as one axis among many. */
export interface Dimension {
  key: string; // "p:" or "o:" and the name
  title: string; // short
  name: string;
  outcome: boolean;
  axis: Axis;
  values: ArrayLike<number>;
  text(value: number): string;
}

/** Parameters, then outcomes, of the selected variant. */
export function dimensions({ report, data, state: { selection } }: StudyPage): Dimension[] {
  const parameters = report.parameters.map((one, p): Dimension => ({
    key: "p:" + one.path, title: data.short[p]!, name: one.path, outcome: false, axis: data.axis(p),
    values: data.parameter(p), text: (value) => valueText(one, value),
  }));
  const outcomes = report.outcomes.map((one, o): Dimension => ({
    key: "o:" + one.name, title: one.name, name: one.name, outcome: true, axis: data.outcomeAxis(selection.variant, o),
    values: data.outcome(selection.variant, o), text: quantity(one).text,
  }));
  return [...parameters, ...outcomes];
}

const most = { parameters: 6, outcomes: 4 };

/** Which are shown: those that the reader chose; else what drives the selected outcome most, and some outcomes. */
export function shownOf(page: StudyPage, all: Dimension[]): Dimension[] {
  const { report, data, state: { selection } } = page;
  const chosen = selection.more["many-axes"];
  if (chosen !== undefined) {
    const keys = new Set(chosen.split(";").map(named));
    return all.filter(({ key }) => keys.has(key));
  }
  const one = data.sensitivity(selection.variant, selection.outcome)[0];
  const varied = one && one.parameters.length > 0 ? ranked(one) : report.parameters.map((_, p) => p);
  const kept = new Set(varied.slice(0, most.parameters));
  const outcomes = report.outcomes.map((_, o) => o).filter((o) => o !== selection.outcome).slice(0, most.outcomes - 1);
  const parameters = all.filter((_, k) => kept.has(k));
  return [...parameters, ...[...outcomes, selection.outcome].map((o) => all[report.parameters.length + o]!)];
}
