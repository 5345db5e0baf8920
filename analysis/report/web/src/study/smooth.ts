import { share, valueAt, type Axis } from "../axis.js";

/** A running mean, along an axis: where, and how much. */
export interface Course { x: number; mean: number; count: number }

type Numbers = ArrayLike<number>;

/** The different values in order, or null where there are more than `most`. */
export function distinct(values: Numbers, most: number): number[] | null {
  const seen = new Set<number>();
  for (let i = 0; i < values.length; ++i) {
    seen.add(values[i]!);
    if (seen.size > most) return null;
  }
  return [...seen].filter(Number.isFinite).sort((a, b) => a - b);
}

/**
 * The mean of y along x: at each value where there are few, else by a Gaussian kernel of 4 % of the
 * axis, over 200 bins. None where it would rest on less than three points.
 */
export function running(axis: Axis, xs: Numbers, ys: Numbers): Course[] {
  const values = distinct(xs, 24);
  if (values) return values.map((x) => meanOf(x, xs, ys)).filter(({ count }) => count > 0);
  const bins = 200;
  const sum = new Float64Array(bins), count = new Float64Array(bins);
  for (let i = 0; i < xs.length; ++i) {
    if (!Number.isFinite(ys[i]!)) continue;
    const b = Math.max(0, Math.min(bins - 1, Math.floor(share(axis, xs[i]!) * bins)));
    sum[b]! += ys[i]!;
    ++count[b]!;
  }
  const width = 0.04 * bins;
  return Array.from({ length: 101 }, (_, k) => {
    let [all, weight] = [0, 0];
    const centre = (k / 100) * bins;
    for (let b = 0; b < bins; ++b) {
      const near = Math.exp(-0.5 * ((b + 0.5 - centre) / width) ** 2);
      all += near * sum[b]!;
      weight += near * count[b]!;
    }
    return { x: valueAt(axis, k / 100), mean: all / weight, count: weight };
  }).filter(({ count: weight }) => weight >= 3);
}

function meanOf(x: number, xs: Numbers, ys: Numbers): Course {
  let [sum, count] = [0, 0];
  for (let i = 0; i < xs.length; ++i) if (xs[i] === x && Number.isFinite(ys[i]!)) { sum += ys[i]!; ++count; }
  return { x, mean: sum / count, count };
}

/** The edges of an axis' cells, as shares of the axis: around each value where there are few, else even. */
export function edges(axis: Axis, values: Numbers, bins: number): number[] {
  const few = distinct(values, 24);
  if (!few || few.length < 2) return Array.from({ length: bins + 1 }, (_, k) => k / bins);
  const places = few.map((value) => share(axis, value));
  const between = places.slice(1).map((place, k) => (place + places[k]!) / 2);
  const first = places[0]! - (between[0]! - places[0]!);
  const last = places.at(-1)! + (places.at(-1)! - between.at(-1)!);
  return [first, ...between, last];
}

/** Means over the cells of a grid, row by row from below. */
export interface Grid { across: number[]; up: number[]; mean: Float64Array; count: Uint32Array }

export function gridded(x: { axis: Axis; values: Numbers }, y: { axis: Axis; values: Numbers }, outcome: Numbers): Grid {
  const bins = Math.max(5, Math.min(24, Math.floor(Math.sqrt(outcome.length / 6))));
  const [across, up] = [edges(x.axis, x.values, bins), edges(y.axis, y.values, bins)];
  const columns = across.length - 1;
  const mean = new Float64Array(columns * (up.length - 1)), count = new Uint32Array(mean.length);
  for (let i = 0; i < outcome.length; ++i) {
    const cell = cellOf(across, share(x.axis, x.values[i]!)) + columns * cellOf(up, share(y.axis, y.values[i]!));
    if (!Number.isFinite(outcome[i]!) || !(cell >= 0)) continue;
    mean[cell]! += outcome[i]!;
    ++count[cell]!;
  }
  for (let c = 0; c < mean.length; ++c) mean[c] = count[c]! > 0 ? mean[c]! / count[c]! : NaN;
  return { across, up, mean, count };
}

/** In which cell a place lies; the last edge belongs to the last cell. NaN: in none. */
export function cellOf(all: number[], place: number): number {
  if (!(place >= all[0]! - 1e-9 && place <= all.at(-1)! + 1e-9)) return NaN;
  let k = 0;
  while (k < all.length - 2 && place >= all[k + 1]!) ++k;
  return k;
}
