import { number, percent, signed } from "./format.js";

/** How numbers of one kind are written. */
export interface Quantity {
  text(value: number): string;
  change(value: number): string; // with its sign
  tick(value: number, digits: number): string;
}

/** Of a path or a metric's name: welfare in percent, levels of sanctions and support in notches. */
export function quantityOf(path: string): Quantity {
  if (path.startsWith("welfare.") || path.endsWith("mean_welfare")) return scaled(100, 2, " %");
  if (path.startsWith("sanctions.") || path.startsWith("support.")) return scaled(1, 2, "");
  return scaled(1, 3, "");
}

/** Shares of runs, as percent. */
export const shares: Quantity = {
  text: percent,
  change: (value) => (Number.isFinite(value) ? `${signed(100 * value, 1)} %` : "–"),
  tick: (value, digits) => `${number(100 * value, Math.max(0, digits - 2))} %`,
};

function scaled(factor: number, digits: number, unit: string): Quantity {
  const enough = (value: number) => {
    const size = Math.abs(value * factor);
    return size > 0 && size < 0.5 * 10 ** -digits * 10 ? Math.min(6, digits + 2) : digits;
  };
  const end = (text: string) => (text === "–" ? text : text + unit);
  return {
    text: (value) => end(number(value * factor, digits)),
    change: (value) => end(signed(value * factor, enough(value))),
    tick: (value, some) => end(number(value * factor, factor === 1 ? some : Math.max(0, some - 2))),
  };
}
