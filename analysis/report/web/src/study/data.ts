import type { Parameter, Sensitivity, StudyReport } from "../contract.js";
import { extent, logAxis, nameAxis, numberAxis, type Axis } from "../axis.js";
import { number } from "../format.js";
import { row } from "../payload.js";
import { quantityOf, shares, type Quantity } from "../quantity.js";

type Numbers = Float64Array | Float32Array;
export type Outcome = StudyReport["outcomes"][number];

/** A study's numbers by column, and the short names of its parameters. */
export class StudyData {
  readonly shown: number;
  readonly points: Numbers;
  readonly short: string[];
  readonly #columns: Float64Array[];
  readonly #places: Map<number, number>;

  constructor(readonly report: StudyReport) {
    this.points = report.points.values;
    this.shown = this.points.length;
    this.#places = new Map(Array.from(this.points, (number, i) => [number, i]));
    const width = report.parameters.length;
    this.#columns = report.parameters.map((_, p) => Float64Array.from(this.points, (_n, i) => report.values.values[i * width + p]!));
    this.short = shortened(report.parameters.map((p) => p.path));
  }

  /** A parameter at every point shown. */
  parameter(p: number): Float64Array { return this.#columns[p]!; }
  /** An outcome's mean over replicates at every point shown. */
  outcome(variant: number, outcome: number): Numbers { return row(this.report.means, variant, outcome); }
  deviation(variant: number, outcome: number): Numbers { return row(this.report.deviations, variant, outcome); }
  /** Where a point stands among those shown; −1 if it is not among them. */
  placeOf(point: number): number { return this.#places.get(point) ?? -1; }

  sensitivity(variant: number, outcome: number): Sensitivity[] {
    return this.report.sensitivity.filter((s) => s.variant === variant && s.outcome === outcome);
  }

  axis(p: number): Axis {
    const parameter = this.report.parameters[p]!;
    if (parameter.names.length > 0) return nameAxis(parameter.names);
    const [least, most] = extent(this.parameter(p), 0);
    const [low, high] = parameter.range.every(Number.isFinite) ? parameter.range : [least, most];
    const [from, to] = [Math.min(low, least), Math.max(high, most)];
    return parameter.log ? logAxis(from, to) : numberAxis(from, to);
  }

  outcomeAxis(variant: number, outcome: number): Axis {
    return numberAxis(...extent(this.outcome(variant, outcome)), quantity(this.report.outcomes[outcome]!).tick, 5);
  }
}

/** Of paths, the ends by which they can be told apart. */
function shortened(paths: string[]): string[] {
  return paths.map((path) => {
    const parts = path.split(".");
    for (let kept = Math.min(2, parts.length); kept < parts.length; ++kept) {
      const end = parts.slice(-kept).join(".");
      const sole = paths.filter((other) => other === end || other.endsWith("." + end)).length === 1;
      if (sole && !/^[A-Z0-9]{2,3}(\.|$)/.test(end)) return end;
    }
    return path;
  });
}

/** A parameter's value, short. */
export function valueText(parameter: Parameter, value: number): string {
  if (parameter.names.length > 0) return parameter.names[Math.round(value)] ?? "–";
  if (!Number.isFinite(value)) return "–";
  const rounded = Number(value.toPrecision(4));
  const digits = (String(rounded).split(".")[1] ?? "").length;
  return Math.abs(rounded) < 1e-6 || Math.abs(rounded) >= 1e9 ? String(rounded).replace("-", "−") : number(rounded, digits);
}

/** Whether single runs answer with yes or no. */
export function isShare({ statistic, above }: Outcome): boolean {
  return statistic === "ever" || (above !== null && statistic !== "first_time");
}

export function quantity(outcome: Outcome): Quantity {
  if (isShare(outcome)) return shares;
  return quantityOf(outcome.statistic === "first_time" ? "" : outcome.of);
}

/** "change of alignment.BLR.CHN from start to end" */
export function describe(outcome: Outcome): string {
  const { of, statistic, above } = outcome;
  const whole: Record<string, string> = {
    initial: `${of} at the start`, final: `${of} at the end`, change: `change of ${of} from start to end`,
    mean: `mean of ${of} over time`, min: `least ${of}`, max: `greatest ${of}`, at: `${of} on a date`,
    ever: `share of runs in which ${of} is ever above ${above ?? 0}`, first_time: `years until ${of} is first above ${above ?? 0}`,
  };
  const words = whole[statistic] ?? `${statistic} of ${of}`;
  return isShare(outcome) && statistic !== "ever" ? `share of runs in which the ${words} lies above ${above}` : words;
}
