import type { RunReport } from "../contract.js";
import { day, number, signed } from "../format.js";
import type { RunPage } from "../panel.js";
import { at } from "../payload.js";
import { placeOf, type Account, type Part } from "./why-account.js";

/** In a sentence: from where to where the dyad went, and what moved it most. */
export function sentence(account: Account): string {
  const { alignment, net } = account;
  const last = alignment.length - 1;
  if (!Number.isFinite(alignment[last]!)) return `No run says how ${subject(account)} moved.`;
  const named = account.shown.filter(({ kind }) => kind !== "rest").map((part) => ({ title: part.title, value: part.end }));
  return `${subject(account)} ${course(alignment[0]!, alignment[last]!)}${forces(named, net[last]!)}.`;
}

/** The same up to the selected date, where that is not the end. */
export function byThen(account: Account, { report, state }: RunPage): string {
  const { moments, shown, net, alignment } = account;
  const m = nearestTo(moments, state.selection.moment);
  if (m === 0 || m === moments.length - 1) return "";
  const named = shown.filter(({ kind }) => kind !== "rest").map((part) => ({ title: part.title, value: part.course[m]! }));
  return `By ${day(report.dates[moments[m]!]!)} it stood at ${signed(alignment[m]!)}${forces(named, net[m]!)}.`;
}

/** Where the reference ends, where that is another variant. */
export function inReference(account: Account, { report, state }: RunPage): string {
  const { ledger } = report.variants[0]!;
  const place = placeOf(ledger, account.dyad);
  if (state.selection.variant === 0 || place < 0) return "";
  return `In the reference it ends at ${signed(at(ledger.alignment, place, ledger.moments.length - 1))}.`;
}

function subject({ from, to }: Account): string {
  return `${from}${from.endsWith("es") ? "'" : "'s"} alignment with ${to}`;
}

function course(start: number, end: number): string {
  if (signed(start) === signed(end)) return `ends where it began, at ${signed(end)}`;
  return `${end > start ? "rose" : "fell"} from ${signed(start)} to ${signed(end)}`;
}

interface Force { title: string; value: number }

/** ": mostly pacts (+0.25) and event visit (+0.08), against inertia (−0.25)" */
function forces(all: Force[], net: number): string {
  const sorted = all.filter(({ value }) => Math.abs(value) >= 0.005).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  if (sorted.length === 0) return "; no part moved it";
  const large = (sign: number, least: number, most: number) => {
    const same = sorted.filter(({ value }) => value * sign > 0);
    return same.filter(({ value }) => Math.abs(value) >= least * Math.abs(same[0]!.value)).slice(0, most);
  };
  const sign = net < 0 ? -1 : 1;
  const [helping, against] = [large(sign, 0.3, 3), large(-sign, 0.4, 2)];
  if (helping.length === 0) return `: ${list(against)}`;
  return `: mostly ${list(helping)}${against.length > 0 ? `, against ${list(against)}` : ""}`;
}

function list(forces: Force[]): string {
  const words = forces.map(({ title, value }) => `${title} (${signed(value)})`);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function nearestTo(moments: number[], moment: number): number {
  let best = 0;
  moments.forEach((each, m) => { if (Math.abs(each - moment) < Math.abs(moments[best]! - moment)) best = m; });
  return best;
}

/** How the numbers are to be read. */
export function explanation({ beyond, drift }: Account): string {
  if (!beyond) return "As it was: all that each part has added since the start. " +
    "Forces that stood against each other from the start make large parts that cancel.";
  const what = "Beyond the start's drift: each part less what it would be had its mechanism gone on as at the start. ";
  return what + (Math.abs(drift) < 0.0005
    ? "At the start all drifts cancelled, so that this is what changed since, and it sums to the same total."
    : `At the start the drifts summed to ${signed(drift, 3)} a year; ` +
      `what that alone would have made is “the start's drift, gone on”.`);
}

/** Of what alignment is made, and what it was at both ends. */
export function scale({ linear, alignment, affinity, finished, moments }: Account, { dates }: RunReport): string {
  const [start, end] = [day(dates[moments[0]!]!), day(dates[moments.at(-1)!]!)];
  const means = finished > 1 ? `, means over ${number(finished, 0)} runs` : "";
  if (linear) return `Affinity is alignment itself here: ${signed(alignment[0]!)} on ${start}, ` +
    `${signed(alignment.at(-1)!)} on ${end}${means}.`;
  return `Alignment is the hyperbolic tangent of affinity Z. On ${start}: affinity ${signed(affinity[0]!)}, alignment ` +
    `${signed(alignment[0]!)}. On ${end}: affinity ${signed(affinity.at(-1)!)}, alignment ${signed(alignment.at(-1)!)}${means}.`;
}

export function rangeOf({ low, high, kind }: Part, finished: number): string {
  if (finished <= 1 || kind === "rest" || kind === "standing" || !Number.isFinite(low)) return "";
  return high - low < 0.0005 ? "the same in all" : `${signed(low)} … ${signed(high)}`;
}
