import type { Ledger, RunReport } from "../contract.js";
import { mix, theme } from "../palette.js";
import type { RunPage } from "../panel.js";
import { at, row } from "../payload.js";
import { timesOf } from "./fans.js";

/** What moved the affinity of one dyad, or what several of them did together. */
export interface Part {
  name: string; // as the ledger calls it
  title: string;
  kind: Ledger["parts"][number]["kind"] | "rest" | "standing";
  course: number[]; // at the account's times
  end: number; low: number; high: number; // NaN where there is no range
  since: number; // at the end, with what the start's drift would have made of it
  changed: number; // at the end, without that
  drift: number; // a year, at the start
  slot: number; // its colour among the series', −1 for a grey one
}

/** Why one dyad moved, in one variant. */
export interface Account {
  dyad: [number, number]; from: string; to: string;
  beyond: boolean; // whether what the drifts at the start would have made is taken off
  finished: number;
  moments: number[]; times: number[];
  affinity: number[]; alignment: number[]; net: number[];
  parts: Part[]; // the largest first
  shown: Part[]; // those that pictures show: the largest, noise, the rest together
  without: string[]; // those that came to nothing
  drift: number; // the sum at the start, a year
  linear: boolean; // whether alignment is affinity itself
  inputs: number[];
}

const least = 0.0005; // of what shows in three decimals
const most = 8;
const plain = 6; // of the series' colours, those that are far apart
const yearOf = 365.25 * 86_400_000;

/** Whether parts are shown beyond the drift at the start. */
export function beyondStart({ state }: RunPage): boolean {
  return state.selection.more["why-from"] !== "start";
}

/** The account of the selected dyad; null where the report keeps no ledger of it. */
export function accountOf(page: RunPage): Account | null {
  const { report, state: { selection: { variant, dyad } } } = page;
  const { ledger, finished } = report.variants[variant]!;
  const place = placeOf(ledger, dyad);
  if (place < 0) return null;
  const all = timesOf(report);
  const times = ledger.moments.map((moment) => all[moment]!);
  const beyond = beyondStart(page);
  const parts = ledger.parts.map((_, p) => partOf(ledger, place, p, times, beyond));
  return { ...pictured(parts, times, beyond), ...namesOf(report, dyad), dyad, beyond, finished, moments: ledger.moments, times,
           affinity: [...row(ledger.affinity, place)], alignment: [...row(ledger.alignment, place)],
           linear: report.link === "identity", inputs: ledger.inputs[place] ?? [] };
}

export function placeOf(ledger: Ledger, [i, j]: [number, number]): number {
  return ledger.dyads.findIndex(([a, b]) => a === i && b === j);
}

export function namesOf({ actors }: RunReport, [i, j]: [number, number]): { from: string; to: string } {
  const name = (k: number) => actors[k]!.name || actors[k]!.id;
  return { from: name(i), to: name(j) };
}

function partOf(ledger: Ledger, place: number, p: number, times: number[], beyond: boolean): Part {
  const { name, kind } = ledger.parts[p]!;
  const drift = at(ledger.start_drift, place, p);
  const years = times.map((time) => (time - times[0]!) / yearOf);
  const off = years.map((each) => (beyond ? drift * each : 0));
  const course = times.map((_, m) => at(ledger.means, place, m, p) - off[m]!);
  const last = times.length - 1;
  const since = at(ledger.means, place, last, p);
  return { name, title: titleOf(name), kind, course, end: course[last]!, low: at(ledger.low, place, p) - off[last]!,
           high: at(ledger.high, place, p) - off[last]!, since, changed: since - drift * years[last]!, drift, slot: -1 };
}

/** "event.beijing-visit" as "event beijing-visit". */
export function titleOf(name: string): string {
  return name.startsWith("event.") ? `event ${name.slice(6)}` : name;
}

function pictured(all: Part[], times: number[], beyond: boolean): Pick<Account, "parts" | "shown" | "without" | "net" | "drift"> {
  const something = all.filter((part) => !isNothing(part));
  const parts = [...something].sort((a, b) => Math.abs(b.end) - Math.abs(a.end));
  const noise = parts.filter(({ kind }) => kind === "noise");
  const others = parts.filter(({ kind }) => kind !== "noise");
  const own = others.length <= most ? others : others.slice(0, most - 1);
  colour(own, all);
  const shown = [...own, ...noise];
  if (others.length > own.length) shown.push(together(others.slice(own.length)));
  const drift = all.reduce((sum, part) => sum + part.drift, 0);
  const standing = times.map((time) => (drift * (time - times[0]!)) / yearOf);
  if (beyond && Math.abs(standing.at(-1)!) >= least) shown.push(standingPart(standing, drift));
  const net = times.map((_, m) => shown.reduce((sum, part) => sum + part.course[m]!, 0));
  return { parts, shown, without: all.filter(isNothing).map(({ title }) => title), net, drift };
}

/** Where nothing of a part shows in three decimals, whatever the drift at the start is. */
function isNothing({ course, low, high, since }: Part): boolean {
  return [...course, low, high, since].every((value) => !(Math.abs(value) >= least));
}

/** Gives parts colours that stay the same, as far as can be, where another dyad or variant is chosen. */
function colour(own: Part[], all: Part[]): void {
  const free = new Set(Array.from({ length: most }, (_, k) => k));
  for (const part of all.filter((each) => own.includes(each))) {
    const wanted = all.indexOf(part) % plain;
    part.slot = free.has(wanted) ? wanted : Math.min(...free);
    free.delete(part.slot);
  }
}

function together(parts: Part[]): Part {
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  return { name: "other", title: `${parts.length} other${parts.length > 1 ? "s" : ""}`, kind: "rest",
           course: parts[0]!.course.map((_, m) => sum(({ course }) => course[m]!)), end: sum(({ end }) => end),
           low: NaN, high: NaN, since: sum(({ since }) => since), changed: sum(({ changed }) => changed),
             drift: sum((part) => part.drift), slot: -1 };
}

function standingPart(course: number[], drift: number): Part {
  const end = course.at(-1)!;
  return { name: "as at the start", title: "the start's drift, gone on", kind: "standing", course, end, low: NaN, high: NaN,
    since: end, changed: 0, drift, slot: -1 };
}

export function colourOf({ slot, kind }: Part): string {
  const { series, faint, soft, panel } = theme();
  if (slot >= 0) return series[slot % series.length]!;
  return kind === "noise" ? faint : kind === "standing" ? soft : mix(faint, panel, 0.5);
}
