import { clip, drawBelow, numberAxis, share, type Axis, type Box } from "../axis.js";
import type { Estimate, Sensitivity } from "../contract.js";
import { drawing, type Drawing, type Size } from "../drawing.js";
import { mix, theme } from "../palette.js";
import type { Pen } from "../pen.js";
import type { StudyPage } from "../panel.js";
import { quantity } from "./data.js";
import { shares, type Quantity } from "../quantity.js";
import { estimate, inShares, measuresOf, ranked, type Method } from "./ranking.js";

export interface Bars { figure: Drawing; show(one: Sensitivity, all: boolean): void }

const few = 12; // bars that are shown at first

interface Rows { one: Sensitivity; order: number[]; quantity: Quantity; axis: Axis }
interface Layout { box: Box; row: number; above: boolean }

/** Bars with intervals, one row a parameter, strongest first. */
export function bars(page: StudyPage, method: Method): Bars {
  const { data, state, report } = page;
  let rows: Rows | null = null;
  const figure = drawing({
    title: "What drives it", name: `${report.study.id}-drivers`, label: "",
    height: (width) => (rows ? rows.order.length * rowHeight(width, rows.one) + 40 : 40),
    paint: (pen, size) => { if (rows) paint(pen, layoutOf(size, rows), rows, page); },
    table: () => (rows ? tableOf(rows, page) : { head: [], rows: [] }),
    tip: (_x, y, size) => (rows ? tip(rowAt(y, size, rows), rows, page) : null),
    press: (_x, y, size) => { const at = rows && rowAt(y, size, rows); if (rows && at !== null && at >= 0) choose(page, rows.order[at]!); },
    key: ({ key }) => {
      const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
      const next = rows && step !== 0 ? rows.order[rows.order.indexOf(state.selection.x) + step] : undefined;
      if (next !== undefined) choose(page, next);
      return step !== 0;
    },
  });
  state.on(["x"], figure.draw);
  const show = (one: Sensitivity, all: boolean) => {
    const order = ranked(one).slice(0, all ? undefined : few);
    const written = inShares(method) ? shares : quantity(data.report.outcomes[one.outcome]!);
    rows = { one, order, quantity: written, axis: axisOf(one, order, written) };
    figure.draw();
  };
  return { figure, show };
}

/** Shows outcomes along a parameter; a second one that is the same changes places with it. */
export function choose({ state }: StudyPage, p: number): void {
  const { x, y } = state.selection;
  state.set(p === y ? { x: p, y: x } : { x: p });
}

function axisOf(one: Sensitivity, order: number[], { tick }: Quantity): Axis {
  const ends = order.flatMap((p) => measuresOf(one).map(({ key }) => estimate(one, p, key)))
    .flatMap(({ value, low, high }) => [value, low, high]).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...ends), Math.max(1e-9, ...ends)];
  return numberAxis(low, high + (high - low) * 0.04, tick, 6);
}

function rowHeight(width: number, one: Sensitivity): number {
  return (narrow(width) ? 26 : 12) + measuresOf(one).length * 13;
}

const narrow = (width: number) => width < 560;

function layoutOf(size: Size, { one }: Rows): Layout {
  const above = narrow(size.width);
  const left = above ? 10 : Math.min(300, size.width * 0.36);
  const row = rowHeight(size.width, one);
  return { above, row, box: { left, top: 6, width: Math.max(60, size.width - left - 66), height: size.height - 40 } };
}

function rowAt(y: number, size: Size, rows: Rows): number | null {
  const at = Math.floor((y - 6) / layoutOf(size, rows).row);
  return at >= 0 && at < rows.order.length ? at : null;
}

function paint(pen: Pen, { box, row, above }: Layout, rows: Rows, { data, state }: StudyPage): void {
  const { ink, soft, accent, panel } = theme();
  rows.order.forEach((p, k) => {
    const y = box.top + k * row;
    const chosen = p === state.selection.x;
    if (chosen) pen.rectangle(0, y, box.left + box.width + 66, row, { colour: mix(panel, accent, 0.1) });
  });
  drawBelow(pen, box, rows.axis);
  const zero = box.left + share(rows.axis, 0) * box.width;
  pen.path(`M${zero},${box.top}V${box.top + box.height}`, null, { colour: soft, width: 1 });
  rows.order.forEach((p, k) => {
    const y = box.top + k * row;
    const bold = p === state.selection.x;
    if (above) pen.text(2, y + 15, clip(data.short[p]!, box.width + 60), { size: 13, colour: ink, bold });
    else pen.text(box.left - 12, y + row / 2 + 4, clip(data.short[p]!, box.left - 14), { size: 13, colour: ink, align: "right", bold });
    measuresOf(rows.one).forEach(({ key, strong }, m) =>
      bar(pen, box, y + (above ? 22 : 6) + m * 13, rows, estimate(rows.one, p, key), strong));
  });
}

function bar(pen: Pen, box: Box, y: number, { axis, quantity }: Rows, { value, low, high }: Estimate, strong: boolean): void {
  const { ink, soft, accent, panel } = theme();
  const x = (v: number) => box.left + share(axis, v) * box.width;
  if (!Number.isFinite(value)) return pen.text(x(0) + 6, y + 10, "–", { size: 12, colour: soft });
  pen.rectangle(Math.min(x(0), x(value)), y, Math.abs(x(value) - x(0)), 11, { colour: strong ? accent : mix(panel, accent, 0.42) });
  const end = Number.isFinite(high) ? Math.max(high, value) : value;
  if (Number.isFinite(low) && Number.isFinite(high))
    pen.path(`M${x(low)},${y + 5.5}H${x(high)}M${x(low)},${y + 2.5}v6M${x(high)},${y + 2.5}v6`, null, { colour: ink, width: 1.3 });
  pen.text(x(Math.max(0, end)) + 7, y + 10, quantity.text(value), { size: 12, colour: strong ? ink : soft, halo: panel });
}

function tip(at: number | null, rows: Rows, { report }: StudyPage): string | null {
  if (at === null) return null;
  const p = rows.order[at]!;
  const { text } = rows.quantity;
  const lines = measuresOf(rows.one).map(({ key, title }) => {
    const { value, low, high } = estimate(rows.one, p, key);
    return `${title}: ${text(value)}${Number.isFinite(low) ? ` (${text(low)} to ${text(high)})` : ""}`;
  });
  const { path, note } = report.parameters[p]!;
  return [path, ...lines, note].filter((line) => line !== "").join("\n");
}

function tableOf({ one }: Rows, { report }: StudyPage) {
  const keys = Object.keys(one.parameters[0] ?? {});
  return {
    head: ["parameter", ...keys.flatMap((key) => [key, `${key} low`, `${key} high`])],
    rows: ranked(one).map((p) => [report.parameters[p]!.path, ...keys.flatMap((key) => {
      const { value, low, high } = estimate(one, p, key);
      return [value, low, high];
    })]),
  };
}
