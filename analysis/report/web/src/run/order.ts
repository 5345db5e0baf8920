import type { RunReport, Variant } from "../contract.js";

/** The mean over time and both directions of every pair's alignment. */
export function meanAlignment({ relations }: Variant, count: number): Float64Array {
  const sum = new Float64Array(count ** 2);
  const all = relations.alignment.values;
  const frames = relations.moments.length;
  for (let f = 0; f < frames; ++f)
    for (let k = 0, at = f * count ** 2; k < sum.length; ++k) sum[k]! += Number.isFinite(all[at + k]!) ? all[at + k]! / frames : 0;
  for (let i = 0; i < count; ++i)
    for (let j = 0; j <= i; ++j) {
      const mean = (sum[i * count + j]! + sum[j * count + i]!) / 2;
      sum[i * count + j] = sum[j * count + i] = i === j ? 0 : mean;
    }
  return sum;
}

/** The matrix's leading eigenvector, by power iteration. */
export function leading(matrix: Float64Array, count: number): Float64Array {
  let shift = 0;
  for (let i = 0; i < count; ++i) {
    let row = 0;
    for (let j = 0; j < count; ++j) row += Math.abs(matrix[i * count + j]!);
    shift = Math.max(shift, row);
  }
  let vector = Float64Array.from({ length: count }, (_, i) => 1 + (i % 7) / 7);
  for (let round = 0; round < 200; ++round) {
    const next = new Float64Array(count);
    for (let i = 0; i < count; ++i) {
      let sum = shift * vector[i]!;
      for (let j = 0; j < count; ++j) sum += matrix[i * count + j]! * vector[j]!;
      next[i] = sum;
    }
    const length = Math.hypot(...next) || 1;
    vector = next.map((x) => x / length);
  }
  return vector;
}

/** For every actor 0 or 1, its camp, or 2 where it has none. */
export function campOf({ camps }: Variant, count: number): Uint8Array {
  const camp = new Uint8Array(count).fill(2);
  for (const { actor } of camps.one) camp[actor] = 0;
  for (const { actor } of camps.other) camp[actor] = 1;
  return camp;
}

export interface Order {
  actors: number[]; // in order
  place: number[]; // of every actor in it
  bounds: number[]; // places where another camp begins
}

/** Actors by camp, and in it by how the main divide of alignments sorts them. */
export function orderOf(report: RunReport, variant: Variant, mean: Float64Array): Order {
  const count = report.actors.length;
  const camp = campOf(variant, count);
  const side = leading(mean, count);
  let [one, other] = [0, 0];
  side.forEach((x, i) => { if (camp[i] === 0) one += x; else if (camp[i] === 1) other += x; });
  const sign = one < other ? 1 : -1;
  const actors = report.actors.map((_, i) => i)
    .sort((a, b) => camp[a]! - camp[b]! || sign * (side[a]! - side[b]!) || a - b);
  const place = new Array<number>(count);
  actors.forEach((actor, k) => { place[actor] = k; });
  return { actors, place, bounds: actors.flatMap((a, k) => (k > 0 && camp[a] !== camp[actors[k - 1]!] ? [k] : [])) };
}

/** The actors with the greatest capability first. */
export function byCapability({ actors }: RunReport): number[] {
  const weight = (i: number) => (Number.isFinite(actors[i]!.capability) ? actors[i]!.capability : 0);
  return actors.map((_, i) => i).sort((a, b) => weight(b) - weight(a) || a - b);
}
