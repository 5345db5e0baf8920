import type { Dimension } from "./dimensions.js";

/** That a dimension lies between two values. Of several limits on one dimension one is enough. */
export interface Limit { key: string; low: number; high: number }

/** Limits as the address keeps them: "key~low~high;…" */
export function read(text: string | undefined): Limit[] {
  return (text ?? "").split(";").map((part) => part.split("~"))
    .map(([key, low, high]) => ({ key: named(key ?? ""), low: Number(low), high: Number(high) }))
    .filter(({ key, low, high }) => key !== "" && low <= high);
}

export function write(limits: Limit[]): string {
  return limits.map(({ key, low, high }) => `${encodeURIComponent(key)}~${short(low)}~${short(high)}`).join(";");
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** A key as an address has it; "" where it is none. */
export function named(text: string): string {
  try { return decodeURIComponent(text); } catch { return ""; }
}

/** The positions of the points that keep within all limits. */
export function within(limits: Limit[], all: Dimension[], count: number): number[] {
  const known = all.map((one) => ({ one, spans: limits.filter(({ key }) => key === one.key) })).filter(({ spans }) => spans.length > 0);
  const found: number[] = [];
  for (let i = 0; i < count; ++i)
    if (known.every(({ one, spans }) => spans.some(({ low, high }) => one.values[i]! >= low && one.values[i]! <= high))) found.push(i);
  return found;
}
