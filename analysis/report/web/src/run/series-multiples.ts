import type { Series } from "../contract.js";
import { h } from "../dom.js";
import { figure, type Table } from "../figure.js";
import { day } from "../format.js";
import { onTheme, theme } from "../palette.js";
import type { RunPage } from "../panel.js";
import { CanvasPen, SvgPen, type Pen } from "../pen.js";
import { bands, fanOf, nearest, stretches, timesOf } from "./fans.js";
import { changed } from "./series-changed.js";
import { axisOf, marksOf, unitOf } from "./units.js";

interface Box { x: number; y: number; width: number; height: number }
const cellHeight = 118;
const margin = { left: 62, right: 8, top: 6, bottom: 20 };

/** Small fan charts of these series; each is a button that selects its series. */
export function multiples(page: RunPage, title: string, name: string, chosen: number[]): HTMLElement {
  const { report, state } = page;
  const times = timesOf(report);
  const frame = figure({ title, name, label: "", table: () => tableOf(page, chosen), svg: () => toSvg(page, times, chosen) });
  const cells = chosen.map((k) => cell(page, times, k));
  const draw = () => { for (const each of cells) each.draw(); };
  state.on(["variant", "more"], changed(() => `${state.selection.variant} ${state.selection.more["series-scale"]}`, draw));
  state.on(["variant", "moment"], () => { for (const each of cells) each.say(state.selection.moment); });
  state.on(["series"], () => cells.forEach((c, n) =>
    c.element.setAttribute("aria-pressed", String(chosen[n] === state.selection.series))));
  new ResizeObserver(draw).observe(frame.canvas);
  onTheme(draw);
  frame.canvas.classList.add("multiples");
  frame.canvas.append(...cells.map((c) => c.element));
  return frame.element;
}

interface Cell { element: HTMLButtonElement; draw(): void; say(moment: number): void }

/** One small chart. */
function cell(page: RunPage, times: number[], k: number): Cell {
  const { report, state } = page;
  const { path, label } = report.series[k]!;
  const unit = unitOf(report.series[k]!, report.levels);
  const canvas = h("canvas", { height: cellHeight });
  const bar = h("span", { class: "cursor" });
  const value = h("span", { class: "value" });
  const element = h("button", { type: "button", class: "cell", click: () => state.set({ series: k }) },
    h("span", { class: "name" }, label || path), value, label !== "" && h("code", { class: "path" }, path),
      h("span", { class: "picture" }, canvas, bar));
  const say = (moment: number) => {
    const fan = fanOf(report.variants[state.selection.variant]!, k);
    const when = moment === state.selection.moment ? "" : `${day(report.dates[moment]!)}: `;
    const many = report.variants[state.selection.variant]!.finished > 1;
    const range = many ? ` [${unit.text(fan.low[moment]!)}, ${unit.text(fan.high[moment]!)}]` : "";
    value.textContent = `${when}${unit.text(fan.median[moment]!)}${range}`;
    const share = (times[moment]! - times[0]!) / (times.at(-1)! - times[0]! || 1);
    bar.style.left = `calc(${margin.left}px + (100% - ${margin.left + margin.right}px) * ${share})`;
  };
  const draw = () => {
    if (canvas.parentElement!.clientWidth === 0) return;
    paintOn(canvas, (pen, width) => paint(pen, { x: 0, y: 0, width, height: cellHeight }, page, times, k));
  };
  canvas.addEventListener("mousemove", ({ offsetX }) => {
    const share = (offsetX - margin.left) / (canvas.clientWidth - margin.left - margin.right);
    say(nearest(times, times[0]! + share * (times.at(-1)! - times[0]!)));
  });
  canvas.addEventListener("mouseleave", () => say(state.selection.moment));
  return { element, draw, say };
}

function paintOn(canvas: HTMLCanvasElement, paint: (pen: Pen, width: number) => void): void {
  const dense = Math.min(2, devicePixelRatio || 1);
  const width = canvas.parentElement!.clientWidth;
  canvas.width = Math.round(width * dense);
  canvas.height = cellHeight * dense;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${cellHeight}px`;
  const context = canvas.getContext("2d")!;
  context.setTransform(dense, 0, 0, dense, 0, 0);
  paint(new CanvasPen(context), width);
}

function paint(pen: Pen, box: Box, { report, state }: RunPage, times: number[], k: number): void {
  const { selection } = state;
  const unit = unitOf(report.series[k]!, report.levels);
  const fan = fanOf(report.variants[selection.variant]!, k);
  const before = selection.variant === 0 ? null : fanOf(report.variants[0]!, k).median;
  const axis = axisOf(unit, [...fan.low, ...fan.high, ...(before ?? [])], selection.more["series-scale"] === "whole", 3);
  const { accent, ink, soft, line, faint } = theme();
  const [left, right] = [box.x + margin.left, box.x + box.width - margin.right];
  const [top, bottom] = [box.y + margin.top, box.y + box.height - margin.bottom];
  const x = (time: number) => left + ((time - times[0]!) / (times.at(-1)! - times[0]! || 1)) * (right - left);
  const y = (value: number) => bottom - ((value - axis.low) / (axis.high - axis.low || 1)) * (bottom - top);
  const words = (points: [number, number][]) => points.map(([t, v], n) =>
    `${n ? "L" : "M"}${x(t).toFixed(1)},${y(v).toFixed(1)}`).join("");
  marksOf(axis).forEach((mark) => {
    pen.path(`M${left},${y(mark)}H${right}`, null, { colour: mark === 0 && axis.low < 0 ? faint : line, width: 1 });
    pen.text(left - 6, y(mark) + 4, unit.mark(mark, axis.step), { size: 11, colour: soft, align: "right" });
  });
  const band = (low: number[], high: number[], alpha: number) => {
    for (const outline of bands(times, low, high, unit.steps)) pen.path(words(outline) + "Z", { colour: accent, alpha });
  };
  band(fan.low, fan.high, 0.16);
  band(fan.lower, fan.upper, 0.26);
  const course = (values: number[]) => stretches(times, values, unit.steps).map(words).join("");
  if (before) pen.path(course(before), null, { colour: ink, width: 1.2, dash: [5, 3] });
  pen.path(course(fan.median), null, { colour: accent, width: 2 });
  pen.text(left, box.y + box.height - 4, day(report.dates[0]!), { size: 11, colour: soft });
  pen.text(right, box.y + box.height - 4, day(report.dates.at(-1)!), { size: 11, colour: soft, align: "right" });
}

function toSvg(page: RunPage, times: number[], chosen: number[]): string {
  const [width, high] = [900, cellHeight + 30];
  const height = Math.ceil(chosen.length / 2) * high + 8;
  const pen = new SvgPen(width, height);
  const { panel, ink } = theme();
  pen.rectangle(0, 0, width, height, { colour: panel });
  chosen.forEach((k, n) => {
    const [x, y] = [(n % 2) * 450, Math.floor(n / 2) * high + 22];
    pen.text(x + 12, y, nameOf(page.report.series[k]!), { size: 13, colour: ink, bold: true });
    paint(pen, { x, y: y + 4, width: 440, height: cellHeight }, page, times, k);
  });
  return pen.toString();
}

function nameOf({ label, path }: Series): string {
  return label || path;
}

function tableOf({ report, state }: RunPage, chosen: number[]): Table {
  const variant = report.variants[state.selection.variant]!;
  return {
    head: ["series", "date", "5 %", "25 %", "median", "75 %", "95 %"],
    rows: chosen.flatMap((k) => {
      const fan = fanOf(variant, k);
      return report.dates.map((date, t) => [report.series[k]!.path, date, fan.low[t]!, fan.lower[t]!, fan.median[t]!,
        fan.upper[t]!, fan.high[t]!]);
    }),
  };
}
