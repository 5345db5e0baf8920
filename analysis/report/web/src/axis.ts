import { number, signed } from "./format.js";
import { theme } from "./palette.js";
import type { Pen } from "./pen.js";

export interface Tick { value: number; label: string }

/** A range of values, and the ticks that stand on it. */
export interface Axis { low: number; high: number; log: boolean; ticks: Tick[] }

export interface Box { left: number; top: number; width: number; height: number }

/** An axis of numbers. `text` writes a tick, given as many digits as tell ticks apart. */
export function numberAxis(low: number, high: number, text: (value: number, digits: number) => string = number, most = 6): Axis {
  const [from, to] = widened(low, high);
  const step = niceStep((to - from) / most);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: Tick[] = [];
  for (let k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; ++k)
    ticks.push({ value: k * step, label: text(k * step, digits) });
  return { low: from, high: to, log: false, ticks };
}

/** An axis of factors: equal distances are equal ratios. */
export function logAxis(low: number, high: number): Axis {
  if (!(low > 0) || !(high > low)) return numberAxis(low, high);
  const all: Tick[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); ++power)
    for (const lead of [1, 2, 5]) all.push(tick(lead * 10 ** power));
  const inside = all.filter(({ value }) => value >= low * 0.999 && value <= high * 1.001);
  const round = inside.filter(({ value }) => Math.abs(Math.log10(value) % 1) < 1e-9);
  const ticks = round.length >= 4 ? round : inside.length >= 3 ? inside : numberAxis(low, high, number, 4).ticks;
  return { low, high, log: true, ticks };
}

/** An axis of names, each as wide as the others; of many, only some stand at a tick. */
export function nameAxis(names: string[]): Axis {
  const every = Math.ceil(names.length / 12);
  const ticks = names.map((label, value) => ({ value, label })).filter(({ value }) => value % every === 0);
  return { low: -0.5, high: names.length - 0.5, log: false, ticks };
}

function tick(value: number): Tick {
  return { value, label: String(Number(value.toPrecision(1))) };
}

function widened(low: number, high: number): [number, number] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  if (high > low) return [low, high];
  const pad = Math.abs(low) * 0.1 || 0.1;
  return [low - pad, high + pad];
}

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((lead) => lead * power >= least * 0.999) ?? 10);
}

/** Where in the axis a value lies: 0 at its low end, 1 at its high end. */
export function share(axis: Axis, value: number): number {
  if (axis.log) return Math.log(value / axis.low) / Math.log(axis.high / axis.low);
  return (value - axis.low) / (axis.high - axis.low);
}

/** The value at a share of the axis. */
export function valueAt(axis: Axis, part: number): number {
  return axis.log ? axis.low * (axis.high / axis.low) ** part : axis.low + (axis.high - axis.low) * part;
}

/** Least and greatest of what are numbers, with some room around. */
export function extent(values: Iterable<number>, room = 0.04): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const pad = (high - low) * room;
  return [low - pad, high + pad];
}

/** Draws an axis below a box; of ticks that would touch, every second, third … stays. */
export function drawBelow(pen: Pen, box: Box, axis: Axis, grid = true): void {
  const { line, soft } = theme();
  const bottom = box.top + box.height;
  const widest = Math.max(...axis.ticks.map(({ label }) => label.length), 1) * 6.6 + 10;
  const every = Math.ceil((axis.ticks.length * widest) / box.width);
  axis.ticks.forEach(({ value, label }, k) => {
    const x = box.left + share(axis, value) * box.width;
    if (grid) pen.path(`M${x},${box.top}V${bottom}`, null, { colour: line, width: 1 });
    if (k % every === 0) pen.text(x, bottom + 16, label, { size: 12, colour: soft, align: "center" });
  });
}

/** Draws an axis at the left of a box. */
export function drawLeft(pen: Pen, box: Box, axis: Axis, grid = true): void {
  const { line, soft } = theme();
  for (const { value, label } of axis.ticks) {
    const y = box.top + (1 - share(axis, value)) * box.height;
    if (grid) pen.path(`M${box.left},${y}H${box.left + box.width}`, null, { colour: line, width: 1 });
    pen.text(box.left - 8, y + 4, label, { size: 12, colour: soft, align: "right" });
  }
}

/** A text that takes no more than about this width. */
export function clip(text: string, width: number, size = 13): string {
  const most = Math.max(3, Math.floor(width / (size * 0.54)));
  return text.length <= most ? text : text.slice(0, most - 1) + "…";
}

export const signedTick = (value: number, digits: number): string => signed(value, digits);
