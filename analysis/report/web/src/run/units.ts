import type { RunReport, Series } from "../contract.js";
import { number, signed } from "../format.js";

/** In what the values of a series are, how they are written, and what axis they want. */
export interface Unit {
  text(value: number): string; // "+0.52", "33.1 %", "severe (3)"
  mark(value: number, step: number): string; // the same at a tick of an axis
  least: number; greatest: number; // what the values can be
  whole: [number, number] | null; // the axis that shows all that they can be
  span: number; // an axis shows no less than this
  steps: boolean; // values hold until the next one
}

const bounded = (low: number, high: number) => ({ least: low, greatest: high, whole: [low, high] as [number, number] });
const free = { least: -Infinity, greatest: Infinity, whole: null };

/** The unit of a series. */
export function unitOf({ unit, path }: Series, levels: RunReport["levels"]): Unit {
  switch (unit) {
    case "level": return notches(path.startsWith("support.") ? levels.support : levels.sanctions);
    case "alignment": return { text: (v) => signed(v, 2), mark: (v, step) => signed(v, digits(step)), ...bounded(-1, 1),
      span: 0.1, steps: false };
    case "change":
      return { text: (v) => shareOf(v, 2, true), mark: (v, step) => shareOf(v, digits(step * 100), true), ...free, span: 0.005,
        steps: false };
    case "share":
      return { text: (v) => shareOf(v, 1, false), mark: (v, step) => shareOf(v, digits(step * 100), false), ...bounded(0, 1),
        span: 0.02, steps: false };
    case "number": return { text: (v) => number(v, 3), mark: (v, step) => number(v, digits(step)), ...free, span: 0.02,
      steps: false };
  }
}

function shareOf(value: number, places: number, sign: boolean): string {
  return Number.isFinite(value) ? `${(sign ? signed : number)(100 * value, places)} %` : "–";
}

function notches(names: string[]): Unit {
  const name = (value: number) => names[Math.round(value)] ?? "";
  const whole = (value: number) => Math.abs(value - Math.round(value)) < 0.05; // as it is rounded where it is not
  return {
    text: (v) => (!Number.isFinite(v) ? "–" : whole(v) ? `${name(v)} (${Math.round(v)})` : number(v, 1)),
    mark: (v) => (whole(v) ? name(v) : ""),
    ...bounded(0, Math.max(1, names.length - 1)), span: Math.max(1, names.length - 1), steps: true,
  };
}

function digits(step: number): number {
  return Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)));
}

export interface Axis { low: number; high: number; step: number }

/** An axis of round numbers around these values; the unit's whole range if that is wanted. */
export function axisOf(unit: Unit, values: Iterable<number>, whole: boolean, marks: number): Axis {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) if (Number.isFinite(value)) { low = Math.min(low, value); high = Math.max(high, value); }
  if (low > high) [low, high] = unit.whole ?? [0, 1];
  if (unit.whole && (whole || unit.steps)) [low, high] = unit.whole;
  const missing = unit.span - (high - low);
  const least = low >= 0 ? Math.max(0, unit.least) : unit.least;
  if (missing > 0) [low, high] = [low - missing / 2, high + missing / 2];
  const step = unit.steps ? Math.max(1, Math.ceil((high - low) / 8)) : roundStep((high - low) / marks);
  const tidy = (value: number) => Number(value.toPrecision(12));
  return {
    low: Math.max(least, tidy(Math.floor(low / step + 1e-9) * step)),
    high: Math.min(unit.greatest, tidy(Math.ceil(high / step - 1e-9) * step)), step,
  };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((n) => rough <= n * power * 1.0001) ?? 10);
}

/** The marks of an axis, at its round numbers. */
export function marksOf({ low, high, step }: Axis): number[] {
  const marks = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; ++n) marks.push(Number((n * step).toPrecision(12)));
  return marks;
}
