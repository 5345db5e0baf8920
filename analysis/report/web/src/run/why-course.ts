import type { CustomSeriesRenderItemReturn, EChartsOption } from "echarts";
import { chart } from "../chart.js";
import { clip } from "../axis.js";
import { fill, h } from "../dom.js";
import type { Table } from "../figure.js";
import { day, signed } from "../format.js";
import { onTheme, theme } from "../palette.js";
import type { RunPage } from "../panel.js";
import { dateCursor } from "./cursor.js";
import { timesOf } from "./fans.js";
import { colourOf, type Account, type Part } from "./why-account.js";

type One = Exclude<EChartsOption["series"], unknown[] | undefined>;
const left = 56;

/** The parts over time, stacked upward and downward, and what is left of them. */
export function courseFigure(page: RunPage, account: () => Account | null,
  chosen: () => string): { element: HTMLElement; draw(): void } {
  let drawn: HTMLElement | null = null;
  const width = () => drawn?.clientWidth || 900;
  const right = (wide: number) => (wide < 640 ? 12 : 200);
  const made = chart({
    title: "What added up, over time", name: "why-over-time", label: "", height: () => (width() < 640 ? 300 : 380),
    option: () => { const now = account(); return now ? optionOf(page, now, chosen(), right(width())) : {}; },
    table: () => { const now = account(); return now ? tableOf(page, now) : { head: [], rows: [] }; },
  });
  drawn = made.canvas;
  const legend = h("div", { class: "legend" });
  made.element.append(legend);
  const draw = () => {
    const now = account();
    if (!now) return;
    made.canvas.setAttribute("aria-label", labelOf(now));
    fill(legend, ...keys(now));
    made.draw();
  };
  onTheme(draw);
  dateCursor(page, made, timesOf(page.report), () => [left, right(width())]);
  return { element: made.element, draw };
}

function optionOf(page: RunPage, account: Account, chosen: string, right: number): EChartsOption {
  const { times } = account;
  const [first, last] = [times[0]!, times.at(-1)!];
  const { ink, soft } = theme();
  return {
    useUTC: true,
    grid: { left, right, top: 26, bottom: 28 },
    xAxis: { type: "time", min: first, max: last === first ? first + 1 : last, splitLine: { show: false },
      splitNumber: right > 100 ? 6 : 3,
             axisLabel: { hideOverlap: true },
             axisLine: { onZero: false } },
    yAxis: { type: "value", name: "change of affinity since the start", nameLocation: "end", nameGap: 12,
             nameTextStyle: { align: "left", padding: [0, 0, 0, -left + 8], fontSize: 12 },
             axisLine: { show: false }, axisTick: { show: false },
               axisLabel: { formatter: (value: number) => signed(value, 2).replace(/(\.\d)0$/, "$1") } },
    tooltip: { trigger: "axis", axisPointer: { type: "line", lineStyle: { color: theme().faint } },
               formatter: (all) => tipOf(page, account, Number((Array.isArray(all) ? all[0] : all)!.dataIndex)) },
    series: [
      ...account.shown.flatMap((part) => [layer(account, part, 1, chosen), layer(account, part, -1, chosen)]),
      { type: "line", name: "net", data: times.map((time, m) => [time, account.net[m]!]), symbol: "none", z: 6, silent: true,
        lineStyle: { color: ink, width: 3 }, itemStyle: { color: ink } },
      zero(first, last, soft), ...(right > 100 ? [names(account, last, right)] : []),
    ],
  };
}

/** What of a part is above 0, or below it; so that each goes onto the right stack. */
function layer({ times }: Account, part: Part, sign: 1 | -1, chosen: string): One {
  const colour = colourOf(part);
  const data = times.map((time, m) => [time, sign * Math.max(0, sign * part.course[m]!)]);
  return { type: "line", name: part.title, data, stack: sign > 0 ? "up" : "down", symbol: "none", silent: true, z: 2,
           lineStyle: { width: 0.75, color: theme().panel }, itemStyle: { color: colour },
           areaStyle: { color: colour, opacity: chosen === "" || chosen === part.name ? 0.85 : 0.25 } };
}

function zero(first: number, last: number, stroke: string): One {
  return { type: "custom", data: [0], silent: true, z: 4, encode: { x: -1, y: -1 }, tooltip: { show: false },
           renderItem: (_, api) => {
             const [a, b] = [api.coord([first, 0]), api.coord([last, 0])];
             return { type: "line", shape: { x1: a[0]!, y1: a[1]!, x2: b[0]!, y2: b[1]! }, style: { stroke, lineWidth: 1 } };
           } };
}

/** The parts' names at the right, each beside its layer's end as far as there is room. */
function names(account: Account, last: number, room: number): One {
  const { ink, panel } = theme();
  const ends = [...layersAtEnd(account.shown), { title: "net", value: account.net.at(-1)!, middle: account.net.at(-1)!,
    colour: ink, bold: true }];
  return { type: "custom", data: [0], silent: true, clip: false, z: 7, encode: { x: -1, y: -1 }, tooltip: { show: false },
           renderItem: (_, api) => {
             const x = api.coord([last, 0])[0]!;
             const sorted = ends.map((end) => ({ ...end, y: api.coord([last, end.middle])[1]! })).sort((a, b) => a.y - b.y);
             const places = spread(sorted.map(({ y }) => y), 16, 8, api.getHeight() - 10);
             const children = sorted.flatMap(({ title, value, colour, bold, y }, k) => [
               { type: "polyline", shape: { points: [[x + 2, y], [x + 8, y], [x + 16, places[k]!], [x + 20, places[k]!]] },
                 style: { stroke: colour, fill: "none", lineWidth: bold ? 2 : 1 } },
               { type: "text", style: { x: x + 24, y: places[k]!, text: `${clip(title, room - 70, 12)} ${signed(value)}`,
                 fill: ink, fontSize: 12, fontFamily: "system-ui, sans-serif",
                                        fontWeight: bold ? 700 : 400, verticalAlign: "middle", stroke: panel, lineWidth: 2 } }]);
             return { type: "group", children } as CustomSeriesRenderItemReturn;
           } };
}

function layersAtEnd(shown: Part[]): { title: string; value: number; middle: number; colour: string; bold: boolean }[] {
  const top = { up: 0, down: 0 };
  return shown.filter(({ end }) => end !== 0).map((part) => {
    const side = part.end > 0 ? "up" : "down";
    const middle = top[side] + part.end / 2;
    top[side] += part.end;
    return { title: part.title, value: part.end, middle, colour: colourOf(part), bold: false };
  });
}

/** Moves sorted places apart until this gap lies between all, within these ends. */
export function spread(places: number[], gap: number, from: number, to: number): number[] {
  const moved: number[] = [];
  places.forEach((place, k) => moved.push(Math.max(place, k === 0 ? from : moved[k - 1]! + gap)));
  for (let k = moved.length - 1, limit = to; k >= 0; --k, limit -= gap) moved[k] = Math.min(moved[k]!, limit);
  return moved;
}

function keys({ shown }: Account): HTMLElement[] {
  const made = shown.map((part) => {
    const swatch = h("i", { class: "swatch" });
    swatch.style.background = colourOf(part);
    return h("span", { class: "key" }, swatch, part.title);
  });
  return [...made, h("span", { class: "key" }, h("i", { class: "swatch net" }), "net change of affinity")];
}

function tipOf({ report }: RunPage, account: Account, m: number): string {
  const parts = account.shown.map(({ title, course }) => ({ title, value: course[m]! }))
    .filter(({ value }) => Math.abs(value) >= 0.005)
    .sort((a, b) => b.value - a.value);
  return [day(report.dates[account.moments[m]!]!), `net  ${signed(account.net[m]!)}`,
          ...parts.map(({ title, value }) => `${signed(value)}  ${clip(title, 240)}`),
            `alignment  ${signed(account.alignment[m]!)}`].join("\n");
}

function labelOf({ from, to, shown, net }: Account): string {
  const words = shown.map(({ title, end }) => `${title} ${signed(end)}`).join(", ");
  return `What moved ${from} toward ${to} over time, stacked. At the end the parts are ${words}; ` +
    `together ${signed(net.at(-1)!)} of affinity. Left and right arrow keys move the date.`;
}

function tableOf({ report }: RunPage, { moments, parts, net, affinity, alignment }: Account): Table {
  return {
    head: ["date", "alignment", "affinity", ...parts.map(({ title }) => title), "net of what is shown"],
    rows: moments.map((moment, m) => [report.dates[moment]!, alignment[m]!, affinity[m]!,
      ...parts.map(({ course }) => course[m]!), net[m]!]),
  };
}
