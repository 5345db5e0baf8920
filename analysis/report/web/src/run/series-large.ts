import type { EChartsOption } from "echarts";
import type { Move } from "../contract.js";
import { chart } from "../chart.js";
import { fill, h } from "../dom.js";
import type { Table } from "../figure.js";
import { day } from "../format.js";
import { goTo } from "../go.js";
import { theme } from "../palette.js";
import type { RunPage } from "../panel.js";
import { dateCursor } from "./cursor.js";
import { bands, everySingle, fanOf, singleOf, stretches, timesOf, type Fan } from "./fans.js";
import { badgesOf, markersOf, typicalMoves, type Marker } from "./series-marks.js";
import { changed } from "./series-changed.js";
import { runControls, showsAllRuns } from "./series-runs.js";
import { areas, lines, markers, ticks } from "./series-shapes.js";
import { axisOf, unitOf, type Axis, type Unit } from "./units.js";

/** All that the chart of the selected series shows. */
interface Shown {
  name: string; unit: Unit; axis: Axis; times: number[]; fan: Fan;
  before: number[] | null; // the reference's median
  run: number[] | null; all: number[][];
  markers: Marker[]; moves: Move[]; own: (move: Move) => boolean;
}

const right = 20;

/** The selected series: all runs as a fan, events, typical decisions, and single runs where wanted. */
export function largeChart(page: RunPage): HTMLElement {
  const { report, state } = page;
  const times = timesOf(report);
  let shown = shownOf(page, times);
  let drawn: HTMLElement | null = null;
  const width = () => drawn?.clientWidth || 900;
  const made = chart({
    title: "Course", name: "course", label: "", height: () => (width() < 560 ? 320 : 420),
      option: () => optionOf(page, shown, width()), table: () => tableOf(page, shown),
  });
  drawn = made.canvas;
  const heading = made.element.querySelector("h3")!;
  const under = h("div", { class: "legend" });
  fill(made.tools, seriesSelect(page), scaleButton(page), whyButton(page));
  made.element.append(under, runControls(page));
  const path = h("code", { class: "path" });
  heading.after(path);
  state.on(["variant", "series", "run", "more"], changed(() => lookOf(page), () => {
    shown = shownOf(page, times);
    const { label } = report.series[state.selection.series]!;
    fill(heading, shown.name);
    fill(path, label ? report.series[state.selection.series]!.path : "");
    made.canvas.setAttribute("aria-label", labelOf(page, shown));
    fill(under, ...legend(page, shown));
    made.draw();
  }));
  dateCursor(page, made, times, () => [leftOf(shown), right]);
  return made.element;
}

function shownOf(page: RunPage, times: number[]): Shown {
  const { report, state: { selection } } = page;
  const variant = report.variants[selection.variant]!;
  const { path, label, dyad } = report.series[selection.series]!;
  const unit = unitOf(report.series[selection.series]!, report.levels);
  const fan = fanOf(variant, selection.series);
  const before = selection.variant === 0 ? null : fanOf(report.variants[0]!, selection.series).median;
  const run = singleOf(variant, selection.run, selection.series);
  const all = showsAllRuns(page) ? everySingle(variant, selection.series) : [];
  const values = [...fan.low, ...fan.high, ...(before ?? []), ...(run ?? []), ...all.flat()];
  return {
    name: label || path, unit, axis: axisOf(unit, values, selection.more["series-scale"] === "whole", 5), times, fan, before,
      run, all,
    markers: markersOf(variant), moves: typicalMoves(variant),
    own: (move) => dyad !== null && move.actor === dyad[0] && move.target === dyad[1],
  };
}

/** All of the selection that the picture depends on. */
function lookOf({ state: { selection: { variant, series, run, more } } }: RunPage): string {
  return [variant, series, run, more["series-scale"], more["series-runs"]].join();
}

function leftOf({ unit }: Shown): number {
  return unit.steps ? 88 : 62;
}

function optionOf(page: RunPage, shown: Shown, width: number): EChartsOption {
  const { times, unit, axis } = shown;
  const [first, last] = [times[0]!, times.at(-1)!];
  const place = (time: number) => ((time - first) / (last - first || 1)) * (width - leftOf(shown) - right);
  const rows = 1 + Math.max(-1, ...badgesOf(shown.markers, shown.markers.map((m) => place(m.time))).map((badge) => badge.row));
  return {
    useUTC: true,
    grid: { left: leftOf(shown), right, top: 12 + 20 * rows, bottom: 28 },
    xAxis: { type: "time", min: first, max: last === first ? first + 1 : last, splitLine: { show: false },
      splitNumber: width < 560 ? 3 : 6,
             axisLabel: { hideOverlap: true } },
    yAxis: { type: "value", min: axis.low, max: axis.high, interval: axis.step, axisLine: { show: false },
      axisTick: { show: false },
             axisLabel: { formatter: (value: number) => unit.mark(value, axis.step) } },
    tooltip: { trigger: "axis", axisPointer: { type: "line", lineStyle: { color: theme().faint } },
               formatter: (all) => tipOf(page, shown, Number((Array.isArray(all) ? all[0] : all)!.dataIndex)) },
    series: seriesOf(shown),
  };
}

function seriesOf(shown: Shown): EChartsOption["series"] {
  const { fan, times, unit, axis } = shown;
  const { accent, ink, soft, line, series } = theme();
  const course = (values: number[]) => stretches(times, values, unit.steps);
  const zero = axis.low < 0 && axis.high > 0 ? [lines([[[times[0]!, 0], [times.at(-1)!, 0]]], soft, 1, 2)] : [];
  return [
    areas(bands(times, fan.low, fan.high, unit.steps), accent, 0.16, 1),
    areas(bands(times, fan.lower, fan.upper, unit.steps), accent, 0.26, 1), ...zero,
    lines(shown.all.flatMap(course), soft, 0.8, 3, { opacity: 0.55 }),
    ...(shown.before ? [lines(course(shown.before), ink, 1.5, 4, { lineDash: [6, 4] })] : []),
    lines(course(fan.median), accent, 2.5, 5),
    ...(shown.run ? [lines(course(shown.run), series[1]!, 1.75, 5)] : []),
    markers(shown.markers, axis.low, axis.high), ticks(shown.moves, times, axis.low, shown.own),
    { type: "line", data: times.map((time, t) => [time, fan.median[t]!]), lineStyle: { color: line, opacity: 0 },
      symbol: "circle", showSymbol: false,
      itemStyle: { color: accent } }, // what the tip follows
  ];
}

function tipOf({ report, state }: RunPage, shown: Shown, t: number): string {
  const { fan, unit } = shown;
  const range = (low: number, high: number) => `${unit.text(low)} … ${unit.text(high)}`;
  const words = [day(report.dates[t]!), `median  ${unit.text(fan.median[t]!)}`,
    `50 %  ${range(fan.lower[t]!, fan.upper[t]!)}`, `90 %  ${range(fan.low[t]!, fan.high[t]!)}`];
  if (shown.before) words.push(`reference  ${unit.text(shown.before[t]!)}`);
  if (shown.run) words.push(`run ${state.selection.run}  ${unit.text(shown.run[t]!)}`);
  const { events } = report.variants[state.selection.variant]!;
  events.forEach((event, k) => { if (event.moment === t) words.push(`${k + 1}  ${shortened(event.text)}`); });
  const moves = shown.moves.filter((move) => move.first === t);
  const name = (actor: number) => shortened(report.actors[actor]!.id, 20);
  for (const move of moves.slice(0, 4))
    words.push(`${name(move.actor)} → ${name(move.target)}: ${move.layer} raised`);
  if (moves.length > 4) words.push(`and ${moves.length - 4} others`);
  return words.join("\n");
}

function shortened(text: string, most = 52): string {
  return text.length > most ? text.slice(0, most - 1) + "…" : text;
}

function labelOf({ report }: RunPage, { name, unit, fan }: Shown): string {
  const last = fan.median.length - 1;
  return `${name} over time: the median goes from ${unit.text(fan.median[0]!)} on ${day(report.dates[0]!)} to ` +
    `${unit.text(fan.median[last]!)} on ${day(report.dates[last]!)}, where 90 % of runs lie between ${unit.text(fan.low[last]!)} ` +
    `and ${unit.text(fan.high[last]!)}. Left and right arrow keys move the date.`;
}

function tableOf({ report, state }: RunPage, { fan, before, run, name }: Shown): Table {
  return {
    head: ["date", "5 %", "25 %", `median of ${name}`, "75 %", "95 %", ...(before ? ["median in reference"] : []),
      ...(run ? [`run ${state.selection.run}`] : [])],
    rows: report.dates.map((date, t) => [date, fan.low[t]!, fan.lower[t]!, fan.median[t]!, fan.upper[t]!, fan.high[t]!,
                                         ...(before ? [before[t]!] : []), ...(run ? [run[t]!] : [])]),
  };
}

function legend({ report, state }: RunPage, shown: Shown): HTMLElement[] {
  const { run, variant } = state.selection;
  const key = (kind: string, text: string) => {
    const swatch = h("i", { class: `swatch ${kind}` });
    if (kind === "run") swatch.style.background = theme().series[1]!;
    return h("span", { class: "key" }, swatch, text);
  };
  const many = report.variants[variant]!.finished > 1;
  const layers = new Set(shown.moves.map((move) => move.layer));
  return [key("median", many ? "median" : "the one run"), many && key("half", "50 % of runs"),
    many && key("most", "90 % of runs"),
    shown.before && key("before", `median in the reference, ${report.variants[0]!.title || report.variants[0]!.id}`),
    shown.run && key("run", `run ${run}`), shown.all.length > 0 && key("all", "runs shown"),
    shown.markers.length > 0 && key("day", "event"),
    layers.has("sanctions") && key("sanctions", "sanctions raised in at least half of the runs: the median date"),
    layers.has("support") && key("support", "support raised likewise"),
      h("span", { class: "meaning" }, report.series[state.selection.series]!.meaning)]
    .filter((each): each is HTMLElement => each instanceof HTMLElement);
}

function seriesSelect({ report, state }: RunPage): HTMLElement {
  const group = (kind: string, label: string) => {
    const options = report.series.flatMap((s, k) => (s.kind === kind ? [h("option", { value: k }, s.label || s.path)] : []));
    return options.length > 0 && h("optgroup", { label }, ...options);
  };
  const select = h("select", { "aria-label": "Series" }, group("watched", "Watched"), group("metric", "Metrics"));
  select.addEventListener("change", () => state.set({ series: Number(select.value) }));
  state.on(["series"], () => { select.value = String(state.selection.series); });
  return select;
}

function scaleButton({ state }: RunPage): HTMLElement {
  const button = h("button", { type: "button" }, "Whole scale");
  const whole = () => state.selection.more["series-scale"] === "whole";
  button.addEventListener("click", () => state.setMore("series-scale", whole() ? "" : "whole"));
  state.on(["more"], () => button.setAttribute("aria-pressed", String(whole())));
  return button;
}

function whyButton({ report, state }: RunPage): HTMLElement {
  const button = h("button", { type: "button" }, "Why?");
  const dyad = () => report.series[state.selection.series]!.dyad;
  button.addEventListener("click", () => {
    state.set({ dyad: dyad()! });
    goTo("why");
  });
  state.on(["series"], () => { button.hidden = dyad() === null || !report.series[state.selection.series]!.path.startsWith("alignment."); });
  return button;
}
