import type { Event, Move, Variant } from "../contract.js";

/** The events of one date, and their numbers in the list. */
export interface Marker { time: number; label: string; events: Event[] }

export function markersOf(variant: Variant): Marker[] {
  const byDate = new Map<string, number[]>();
  variant.events.forEach((event, k) => byDate.set(event.date, [...(byDate.get(event.date) ?? []), k]));
  return [...byDate].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, places]) => ({
    time: Date.parse(date), label: labelOf(places.map((k) => k + 1)), events: places.map((k) => variant.events[k]!),
  }));
}

function labelOf(numbers: number[]): string {
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  return first === last ? String(first) : last - first + 1 === numbers.length ? `${first}–${last}` : `${first} …`;
}

export const markerRows = 3;

/** The row of each marker above the chart, such that none covers another; −1 where all rows are full. */
export function rowsOf(places: number[], widths: number[]): number[] {
  const ends: number[] = [];
  return places.map((x, k) => {
    const half = widths[k]! / 2 + 1;
    for (let row = 0; row < markerRows; ++row)
      if ((ends[row] ?? -Infinity) <= x - half) {
        ends[row] = x + half;
        return row;
      }
    return -1;
  });
}

export function widthOf(marker: Marker): number {
  return Math.max(18, 8 + 6.5 * marker.label.length);
}

/** What at least half of the runs have raised, at the moment by which half of those had done so. */
export function typicalMoves(variant: Variant): Move[] {
  return variant.moves.filter((move) => move.first >= 0 && move.raised > 0 && move.raised >= variant.finished / 2);
}
