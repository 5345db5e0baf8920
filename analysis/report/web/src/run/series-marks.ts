import type { Move, Variant } from "../contract.js";

/** A date on which something happened, and the numbers of its events in the list. */
export interface Marker { time: number; numbers: number[] }

export function markersOf(variant: Variant): Marker[] {
  const byDate = new Map<string, number[]>();
  variant.events.forEach(({ date }, k) => byDate.set(date, [...(byDate.get(date) ?? []), k + 1]));
  return [...byDate].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, numbers]) => ({ time: Date.parse(date), numbers }));
}

/** Numbers above the chart, in another row where they would cover others. */
export interface Badge { place: number; left: number; width: number; row: number; numbers: number[] }

/** The badges of markers at these places. Where all three are full, a marker joins the badge before it. */
export function badgesOf(markers: Marker[], places: number[]): Badge[] {
  const badges: Badge[] = [];
  const lastOf: Badge[] = []; // of each row
  markers.forEach(({ numbers }, k) => {
    const width = widthOf(numbers);
    const place = places[k]!;
    const left = place - width / 2;
    const isFree = (row: number) => !lastOf[row] || lastOf[row].left + lastOf[row].width + 2 <= left;
    const row = [0, 1, 2].find(isFree);
    if (row !== undefined) {
      badges.push((lastOf[row] = { place, left, width, row, numbers }));
    } else {
      const before = badges.at(-1)!;
      before.numbers = [...before.numbers, ...numbers];
      before.width = widthOf(before.numbers);
    }
  });
  return badges;
}

/** "5", "5–7", or "5 …" where others lie between. */
export function badgeText(numbers: number[]): string {
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  return first === last ? String(first) : last - first + 1 === numbers.length ? `${first}–${last}` : `${first} …`;
}

function widthOf(numbers: number[]): number {
  return Math.max(18, 8 + 6.5 * badgeText(numbers).length);
}

/** What at least half of the runs have raised, at the moment by which half of those had done so. */
export function typicalMoves(variant: Variant): Move[] {
  return variant.moves.filter((move) => move.first >= 0 && move.raised > 0 && move.raised >= variant.finished / 2);
}
