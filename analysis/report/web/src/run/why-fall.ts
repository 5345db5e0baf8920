import { clip, drawBelow, extent, numberAxis, share, signedTick, type Axis } from "../axis.js";
import { drawing, type Size } from "../drawing.js";
import type { Table } from "../figure.js";
import { day, signed } from "../format.js";
import { theme } from "../palette.js";
import type { RunPage } from "../panel.js";
import type { Pen } from "../pen.js";
import { colourOf, type Account, type Part } from "./why-account.js";
import { rangeOf } from "./why-words.js";

/** From the start's affinity to the end's, a bar for each part, with what the runs spread around it. */
export function fallFigure(page: RunPage, account: () => Account | null, chosen: () => string,
                           choose: (part: string, go: boolean) => void): { element: HTMLElement; draw(): void } {
  const rowOf = (y: number, { width }: Size) => Math.floor((y - 4) / layoutOf(width).row);
  const partAt = (y: number, size: Size) => account()?.shown[rowOf(y, size) - 1];
  const made = drawing({
    title: "From the start to the end", name: "why-waterfall", label: "Parts of the change of affinity",
    height: (width) => 4 + ((account()?.shown.length ?? 0) + 2) * layoutOf(width).row + 40,
    paint: (pen, size) => { const now = account(); if (now) paint(pen, size, page, now, chosen()); },
    table: () => { const now = account(); return now ? tableOf(page, now) : { head: [], rows: [] }; },
    tip: (_, y, size) => { const [now, part] = [account(), partAt(y, size)]; return now && part ? tipOf(part, now) : null; },
    press: (_, y, size) => { const part = partAt(y, size); if (part) choose(part.name, true); },
    key: ({ key }) => step(key, account()?.shown ?? [], chosen(), choose),
  });
  const draw = () => {
    const now = account();
    if (!now) return;
    made.canvas.querySelector("canvas")!.setAttribute("aria-label", labelOf(now, chosen()));
    made.draw();
  };
  return { element: made.element, draw };
}

/** Up and down choose a part, Enter goes to it in the list. */
function step(key: string, shown: Part[], chosen: string, choose: (part: string, go: boolean) => void): boolean {
  if (shown.length === 0) return false;
  const place = shown.findIndex(({ name }) => name === chosen);
  if (key === "Enter" && place >= 0) choose(chosen, true);
  else if (key === "ArrowDown") choose(shown[Math.min(shown.length - 1, place + 1)]!.name, false);
  else if (key === "ArrowUp") choose(shown[Math.max(0, place - 1)]!.name, false);
  else if (key === "Escape") choose("", false);
  else return false;
  return true;
}

interface Layout { narrow: boolean; row: number; left: number; right: number; bar: number; thick: number }

/** Where names stand: beside the bars, or above them where there is little room. */
function layoutOf(width: number): Layout {
  return width < 560 ? { narrow: true, row: 40, left: 10, right: 62, bar: 20, thick: 13 }
    : { narrow: false, row: 30, left: Math.min(230, width * 0.24), right: 190, bar: 6, thick: 18 };
}

function paint(pen: Pen, size: Size, page: RunPage, account: Account, chosen: string): void {
  const layout = layoutOf(size.width);
  const { shown, affinity, finished } = account;
  const [start, end] = [affinity[0]!, affinity.at(-1)!];
  const befores = shown.map((_, k) => shown.slice(0, k).reduce((sum, part) => sum + part.end, start));
  const axis = axisOf(account, befores);
  const box = { left: layout.left, top: 4, width: size.width - layout.left - layout.right,
    height: (shown.length + 2) * layout.row };
  const x = (value: number) => box.left + share(axis, value) * box.width;
  const { ink, soft, ground } = theme();
  const place = shown.findIndex(({ name }) => name === chosen);
  if (place >= 0) pen.rectangle(0, 4 + (place + 1) * layout.row, size.width, layout.row, { colour: ground });
  drawBelow(pen, box, axis);
  pen.text(box.left + box.width, box.top + box.height + 34, "affinity", { size: 12, colour: soft, align: "right" });
  const [y0, y1] = [box.top + layout.bar + layout.thick / 2, box.top + box.height - layout.row + layout.bar + layout.thick / 2];
  pen.path(`M${x(start)},${y0}V${y1}`, null, { colour: soft, width: 1, dash: [3, 3] });
  point(pen, size, layout, 0, `Start, ${day(page.report.dates[account.moments[0]!]!)}`, start, x(start), true);
  shown.forEach((part, k) => {
    const top = box.top + (k + 1) * layout.row;
    words(pen, size, layout, top, part, finished, part.name === chosen);
    bar(pen, layout, top, part, finished, befores[k]!, x);
    const [from, to] = [top + layout.bar + layout.thick, top + layout.row + layout.bar];
    pen.path(`M${x(befores[k]! + part.end)},${from - layout.thick}V${to + (k === shown.length - 1 ? layout.thick / 2 : 0)}`,
      null, { colour: ink, width: 1 });
  });
  point(pen, size, layout, shown.length + 1, `End, ${day(page.report.dates[account.moments.at(-1)!]!)}`, end, x(end), false);
}

function axisOf({ shown, affinity, finished }: Account, befores: number[]): Axis {
  const values = [affinity[0]!, affinity.at(-1)!];
  shown.forEach((part, k) => {
    values.push(befores[k]!, befores[k]! + part.end);
    if (rangeOf(part, finished)) values.push(befores[k]! + part.low, befores[k]! + part.high);
  });
  const [low, high] = extent(values, 0.04);
  return high - low < 0.02 ? numberAxis(low - 0.01, high + 0.01, signedTick, 5) : numberAxis(low, high, signedTick, 6);
}

function point(pen: Pen, size: Size, layout: Layout, n: number, title: string, value: number, x: number, hollow: boolean): void {
  const { ink, panel } = theme();
  const top = 4 + n * layout.row;
  const middle = top + layout.bar + layout.thick / 2;
  pen.circle(x, middle, 5.5, { colour: hollow ? panel : ink }, { colour: ink, width: 2 });
  label(pen, size, layout, top, title, signed(value), "", true, ink);
}

function words(pen: Pen, size: Size, layout: Layout, top: number, part: Part, finished: number, chosen: boolean): void {
  label(pen, size, layout, top, part.title, signed(part.end), rangeOf(part, finished), chosen, theme().ink);
}

function label(pen: Pen, { width }: Size, layout: Layout, top: number, title: string, value: string, range: string,
  bold: boolean, colour: string): void {
  const { soft, panel: halo } = theme();
  const middle = top + layout.bar + layout.thick / 2 + 4.5;
  if (layout.narrow) pen.text(layout.left - 6, top + 14, clip(title, width - 130), { size: 13, colour, bold, halo });
  else pen.text(4, middle, clip(title, layout.left - 18), { size: 13, colour, bold });
  if (layout.narrow) {
    pen.text(width - 4, middle, value, { size: 13, colour, align: "right", bold: true });
    if (range) pen.text(width - 4, top + 14, range, { size: 11, colour: soft, align: "right", halo });
  } else {
    pen.text(width - layout.right + 62, middle, value, { size: 13, colour, align: "right", bold: true });
    if (range) pen.text(width - 4, middle, range, { size: 12, colour: soft, align: "right" });
  }
}

function bar(pen: Pen, layout: Layout, top: number, part: Part, finished: number, before: number,
  x: (value: number) => number): void {
  const { ink, panel } = theme();
  const [from, to] = [x(before), x(before + part.end)];
  pen.rectangle(Math.min(from, to), top + layout.bar, Math.max(1.5, Math.abs(to - from)), layout.thick,
    { colour: colourOf(part) });
  if (!rangeOf(part, finished) || part.high - part.low < 5e-4) return;
  const [low, high, y] = [x(before + part.low), x(before + part.high), top + layout.bar + layout.thick / 2];
  const whisker = `M${low},${y}H${high}M${low},${y - 4}V${y + 4}M${high},${y - 4}V${y + 4}`;
  pen.path(whisker, null, { colour: panel, width: 3.5, alpha: 0.8 });
  pen.path(whisker, null, { colour: ink, width: 1.25 });
}

function tipOf(part: Part, { finished }: Account): string {
  const range = rangeOf(part, finished);
  const lines = [part.title, `${signed(part.end, 3)} of affinity`];
  if (range) lines.push(range.includes("…") ? `5 to 95 % of runs: ${range}` : `${range} runs`);
  return lines.join("\n");
}

function labelOf({ from, to, affinity, shown, finished }: Account, chosen: string): string {
  const part = shown.find(({ name }) => name === chosen);
  const picked = part ? `Chosen: ${tipOf(part, { finished } as Account).replaceAll("\n", ", ")}. ` : "";
  const words = shown.map(({ title, end }) => `${title} ${signed(end)}`).join(", ");
  return `${picked}From affinity ${signed(affinity[0]!)} of ${from} toward ${to} at the start to ` +
    `${signed(affinity.at(-1)!)} at the end: ${words}. Up and down arrow keys choose a part, Enter shows it in the list.`;
}

function tableOf({ report }: RunPage, { parts, beyond, affinity, shown, moments }: Account): Table {
  const standing = shown.filter(({ kind }) => kind === "standing");
  return {
    head: ["part", beyond ? "beyond the start's drift" : "since the start", "5 %", "95 %", "drift at the start, a year"],
    rows: [[`affinity on ${report.dates[moments[0]!]!}`, affinity[0]!, NaN, NaN, NaN],
           ...[...parts, ...standing].map(({ title, end, low, high, drift }) => [title, end, low, high, drift]),
           [`affinity on ${report.dates[moments.at(-1)!]!}`, affinity.at(-1)!, NaN, NaN, NaN]],
  };
}
