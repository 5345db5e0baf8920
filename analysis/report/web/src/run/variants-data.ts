import type { Comparison, Difference, Series } from "../contract.js";
import { number, signed } from "../format.js";
import type { RunPage } from "../panel.js";

/** The comparison of the chosen variant with the first; where that is chosen, of the one that a finding is about. */
export function comparedOf({ report, state }: RunPage): Comparison["variants"][number] {
  const all = report.comparison!.variants;
  const told = report.findings.find(({ link }) => link.variant !== undefined)?.link.variant;
  return all.find((one) => one.variant === state.selection.variant) ?? all.find((one) => one.variant === told) ?? all[0]!;
}

export function endOf(compared: Comparison["variants"][number], series: number): Difference {
  return compared.differences.at(-1)![series]!;
}

/** A difference in the unit of its series, always with its sign: "+1.9 levels". */
export function differenceText(unit: Series["unit"], value: number | null): string {
  if (value === null || !Number.isFinite(value)) return "–";
  if (unit === "share" || unit === "change") return `${signed(100 * value, 1)} pp`;
  return unit === "level" ? `${signed(value, 2)} levels` : signed(value, 3);
}

export function valueText(unit: Series["unit"], value: number): string {
  if (unit === "share") return `${number(100 * value, 1)} %`;
  if (unit === "change") return `${signed(100 * value, 2)} %`;
  return unit === "alignment" ? signed(value, 2) : number(value, unit === "level" ? 2 : 3);
}

export const unitNames: Record<Series["unit"], string> = {
  alignment: "difference of alignment", level: "difference in levels", share: "difference in percentage points",
  change: "difference in percentage points", number: "difference",
};

/** By what a difference is multiplied on an axis. */
export function factorOf(unit: Series["unit"]): number {
  return unit === "share" || unit === "change" ? 100 : 1;
}

/** An axis around these values that always holds 0. */
export function spanOf(values: number[]): { min: number; max: number } {
  const [low, high] = [Math.min(...values, 0), Math.max(...values, 0)];
  const reach = high - low || 1;
  const tidy = 10 ** Math.floor(Math.log10(reach)) / 2;
  const end = (value: number, round: (x: number) => number) => Number((round(value / tidy) * tidy).toPrecision(10));
  return { min: low === 0 ? 0 : end(low - reach * 0.05, Math.floor), max: high === 0 ? 0 : end(high + reach * 0.05, Math.ceil) };
}
