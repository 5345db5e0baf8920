import type { RunReport, Variant } from "../contract.js";
import { row, type NumberArray } from "../payload.js";

/** Of a series at all moments: 5, 25, 50, 75 and 95 % of the runs. */
export interface Fan { low: number[]; lower: number[]; median: number[]; upper: number[]; high: number[] }

export function fanOf(variant: Variant, series: number): Fan {
  const all = row(variant.fans, series);
  const column = (k: number) => Array.from({ length: all.length / 5 }, (_, t) => all[5 * t + k]!);
  return { low: column(0), lower: column(1), median: column(2), upper: column(3), high: column(4) };
}

/** One of the runs shown, by its replicate; null where it is not among them. */
export function singleOf(variant: Variant, replicate: number | null, series: number): number[] | null {
  const position = replicate === null ? -1 : variant.singles.replicates.indexOf(replicate);
  return position < 0 ? null : [...row(variant.singles.values as NumberArray, position, series)];
}

export function everySingle(variant: Variant, series: number): number[][] {
  return variant.singles.replicates.map((_, k) => [...row(variant.singles.values, k, series)]);
}

/** Milliseconds of all moments, as axes of time want them. */
export function timesOf(report: RunReport): number[] {
  return report.dates.map((date) => Date.parse(date));
}

/** Where a course can be drawn: stretches of numbers, as positions in time and value; steps hold until the next. */
export function stretches(times: number[], values: number[], steps: boolean): [number, number][][] {
  const all: [number, number][][] = [];
  let open: [number, number][] | null = null;
  values.forEach((value, t) => {
    if (!Number.isFinite(value)) { open = null; return; }
    if (open === null) all.push((open = []));
    else if (steps) open.push([times[t]!, open.at(-1)![1]]);
    open.push([times[t]!, value]);
  });
  return all;
}

/** The outlines of a band between two courses. */
export function bands(times: number[], low: number[], high: number[], steps: boolean): [number, number][][] {
  const under = stretches(times, low.map((v, t) => (Number.isFinite(high[t]!) ? v : NaN)), steps);
  const over = stretches(times, high.map((v, t) => (Number.isFinite(low[t]!) ? v : NaN)), steps);
  return under.map((points, k) => [...points, ...over[k]!.slice().reverse()]);
}

/** The moment whose date lies nearest to this time. */
export function nearest(times: number[], time: number): number {
  let best = 0;
  times.forEach((t, k) => { if (Math.abs(t - time) < Math.abs(times[best]! - time)) best = k; });
  return best;
}
