import { clip, drawBelow, drawLeft, share, valueAt, type Axis, type Box } from "../axis.js";
import { retitle } from "../choice.js";
import { h } from "../dom.js";
import { drawing, type Drawing, type Size } from "../drawing.js";
import { grouped } from "../format.js";
import { sequentialColour, theme } from "../palette.js";
import type { StudyPage } from "../panel.js";
import type { Pen } from "../pen.js";
import { describe, quantity, valueText } from "./data.js";
import { cellOf, gridded, type Grid } from "./smooth.js";

interface View { x: Axis; y: Axis; grid: Grid; low: number; high: number }

/** One outcome over two parameters: means over the points in each cell. */
export function surface(page: StudyPage): Drawing {
  const { data, report, state } = page;
  const { selection } = state;
  let view = viewOf(page);
  let cursor: [number, number] | null = null;
  const says = h("p", { class: "note", role: "status" });
  const boxOf = ({ width, height }: Size): Box => ({ left: leftOf(view.y), top: 46, width: width - leftOf(view.y) - 14, height: height - 92 });
  const point = (cell: [number, number] | null) => {
    cursor = cell;
    says.textContent = cell ? words(page, view, cell).replaceAll("\n", " · ") : "";
    figure.draw();
  };
  const cellAt = (x: number, y: number, size: Size): [number, number] | null => {
    const box = boxOf(size);
    const cell = [cellOf(view.grid.across, (x - box.left) / box.width), cellOf(view.grid.up, 1 - (y - box.top) / box.height)];
    return cell.every((c) => c >= 0) ? cell as [number, number] : null;
  };
  const figure = drawing({
    title: "Outcome over two parameters", name: `${report.study.id}-surface`, label: "",
    height: (width) => Math.max(320, Math.min(440, width * 0.72)),
    paint: (pen, size) => paint(pen, boxOf(size), view, cursor, page),
    table: () => tableOf(page, view),
    tip: (x, y, size) => { const cell = cellAt(x, y, size); return cell && words(page, view, cell); },
    press: (x, y, size) => {
      const cell = cellAt(x, y, size);
      const inside = cell && firstIn(page, view, cell);
      if (inside !== null && inside >= 0) state.set({ point: data.points[inside]! });
      point(cell);
    },
    key: ({ key }) => {
      const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key] ?? [0, 0];
      if (dx === 0 && dy === 0) return false;
      const limit = (value: number, cells: number) => Math.max(0, Math.min(cells - 1, value));
      const [a, b] = cursor ?? [-dx!, -dy!];
      point([limit(a + dx!, view.grid.across.length - 1), limit(b + dy!, view.grid.up.length - 1)]);
      return true;
    },
  });
  figure.element.append(says);
  state.on(["outcome", "variant", "x", "y"], () => {
    view = viewOf(page);
    const title = `${report.outcomes[selection.outcome]!.name} over ${data.short[selection.x]!} and ${data.short[selection.y]!}`;
    retitle(figure.element, title, `Map of means: ${title}. Arrow keys go from cell to cell.`);
    point(null);
  });
  state.on(["point"], figure.draw);
  return figure;
}

function leftOf(axis: Axis): number {
  return Math.min(110, 24 + Math.max(...axis.ticks.map(({ label }) => label.length), 1) * 6.8);
}

function viewOf({ data, state: { selection: { outcome, variant, x, y } } }: StudyPage): View {
  const [across, up] = [{ axis: data.axis(x), values: data.parameter(x) }, { axis: data.axis(y), values: data.parameter(y) }];
  const grid = gridded(across, up, data.outcome(variant, outcome));
  const means = grid.mean.filter(Number.isFinite);
  // Cells around single values stick out of the axis: the axis then shows them whole.
  return { x: fitted(across.axis, grid.across), y: fitted(up.axis, grid.up), grid: { ...grid, across: unit(grid.across), up: unit(grid.up) },
           low: Math.min(...means), high: Math.max(...means) };
}

function fitted(axis: Axis, edges: number[]): Axis {
  return { ...axis, low: valueAt(axis, edges[0]!), high: valueAt(axis, edges.at(-1)!) };
}

function unit(edges: number[]): number[] {
  const [first, last] = [edges[0]!, edges.at(-1)!];
  return edges.map((edge) => (edge - first) / (last - first));
}

function paint(pen: Pen, box: Box, view: View, cursor: [number, number] | null, page: StudyPage): void {
  const { ink, soft, panel } = theme();
  const { data, report, state: { selection } } = page;
  const { across, mean } = view.grid;
  const columns = across.length - 1;
  for (let c = 0; c < mean.length; ++c) {
    if (!Number.isFinite(mean[c]!)) continue;
    const cell = rectangle(box, view, [c % columns, Math.floor(c / columns)]);
    pen.rectangle(...cell, { colour: sequentialColour(view.high > view.low ? (mean[c]! - view.low) / (view.high - view.low) : 0.5) });
  }
  drawBelow(pen, box, view.x, false);
  drawLeft(pen, box, view.y, false);
  pen.rectangle(box.left, box.top, box.width, box.height, null, { colour: soft, width: 1 });
  if (cursor) pen.rectangle(...rectangle(box, view, cursor), null, { colour: ink, width: 3 });
  const chosen = data.placeOf(selection.point);
  if (chosen >= 0) {
    const x = box.left + share(view.x, data.parameter(selection.x)[chosen]!) * box.width;
    const y = box.top + (1 - share(view.y, data.parameter(selection.y)[chosen]!)) * box.height;
    pen.circle(x, y, 6, null, { colour: panel, width: 5 });
    pen.circle(x, y, 6, null, { colour: ink, width: 2 });
  }
  scale(pen, box, view, page);
  const name = (p: number, axis: Axis) => clip(report.parameters[p]!.path, box.width * 0.9, 12) + (axis.log ? " (log)" : "");
  pen.text(box.left + box.width, box.top + box.height + 38, name(selection.x, view.x) + " →", { size: 12, colour: soft, align: "right" });
  pen.text(4, 38, "↑ " + name(selection.y, view.y), { size: 12, colour: soft });
}

/** A bar of the colours, with what its ends mean. */
function scale(pen: Pen, box: Box, { low, high }: View, { report, state: { selection } }: StudyPage): void {
  const { soft } = theme();
  const { text } = quantity(report.outcomes[selection.outcome]!);
  if (!Number.isFinite(low)) return pen.text(box.left, 16, "no finished runs", { size: 12, colour: soft });
  const width = Math.min(160, box.width * 0.4);
  const left = box.left + box.width - width - text(high).length * 7 - 8;
  for (let k = 0; k < 40; ++k) pen.rectangle(left + (k * width) / 40, 6, width / 40 + 0.6, 11, { colour: sequentialColour((k + 0.5) / 40) });
  pen.text(left - 6, 16, text(low), { size: 12, colour: soft, align: "right" });
  pen.text(left + width + 6, 16, text(high), { size: 12, colour: soft });
}

function rectangle(box: Box, { grid: { across, up } }: View, [i, j]: [number, number]): [number, number, number, number] {
  const [left, right] = [box.left + across[i]! * box.width, box.left + across[i + 1]! * box.width];
  const [top, bottom] = [box.top + (1 - up[j + 1]!) * box.height, box.top + (1 - up[j]!) * box.height];
  return [left, top, right - left + 0.4, bottom - top + 0.4];
}

/** The values that a cell holds: one, or from where to where. */
function span({ data, report }: StudyPage, p: number, axis: Axis, edges: number[], k: number): string {
  const parameter = report.parameters[p]!;
  const [from, to] = [valueAt(axis, edges[k]!), valueAt(axis, edges[k + 1]!)];
  const inside = new Set<number>();
  for (const value of data.parameter(p)) if (value >= from - 1e-12 && value <= to + 1e-12 && inside.size < 2) inside.add(value);
  if (inside.size === 1) return valueText(parameter, [...inside][0]!);
  return `${valueText(parameter, from)} to ${valueText(parameter, to)}`;
}

function words(page: StudyPage, view: View, [i, j]: [number, number]): string {
  const { data, report, state: { selection } } = page;
  const { across, up, mean, count } = view.grid;
  const cell = i + j * (across.length - 1);
  const { name } = report.outcomes[selection.outcome]!;
  const { text } = quantity(report.outcomes[selection.outcome]!);
  const points = count[cell] === 1 ? "1 point" : `${grouped(count[cell]!)} points`;
  return `${data.short[selection.x]} ${span(page, selection.x, view.x, across, i)}\n${data.short[selection.y]} ${span(page, selection.y, view.y, up, j)}\n` +
    (count[cell]! > 0 ? `${name} ${text(mean[cell]!)}, mean of ${points}` : "no points here");
}

/** The first point in a cell; −1 if there is none. */
function firstIn({ data, state: { selection } }: StudyPage, { x, y, grid }: View, [i, j]: [number, number]): number {
  const [xs, ys] = [data.parameter(selection.x), data.parameter(selection.y)];
  return xs.findIndex((value, k) => cellOf(grid.across, share(x, value)) === i && cellOf(grid.up, share(y, ys[k]!)) === j);
}

function tableOf(page: StudyPage, view: View) {
  const { report, state: { selection } } = page;
  const { across, up, mean, count } = view.grid;
  const columns = across.length - 1;
  const rows = Array.from(mean, (value, c) => [
    span(page, selection.x, view.x, across, c % columns), span(page, selection.y, view.y, up, Math.floor(c / columns)), value, count[c]!]);
  return {
    head: [report.parameters[selection.x]!.path, report.parameters[selection.y]!.path, describe(report.outcomes[selection.outcome]!), "points"],
    rows: rows.filter((cells) => (cells[3] as number) > 0),
  };
}
