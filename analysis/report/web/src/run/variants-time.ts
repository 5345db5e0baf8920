import type { EChartsOption } from "echarts";
import { chart } from "../chart.js";
import { h, fill } from "../dom.js";
import { number } from "../format.js";
import { theme } from "../palette.js";
import type { RunPage } from "../panel.js";
import { bands, fanOf, stretches, timesOf } from "./fans.js";
import { areas, lines } from "./series-shapes.js";
import { axisOf, unitOf, type Axis } from "./units.js";
import { comparedOf, factorOf, spanOf, unitNames } from "./variants-data.js";

/** How the difference in the chosen series grows. */
export function overTime(page: RunPage): HTMLElement {
  const { report, state } = page;
  const made = chart({ title: "The difference over time", name: "difference-over-time", label: "", height: 300,
                       option: () => differenceOption(page), table: () => differenceTable(page) });
  state.on(["variant", "series"], () => {
    made.canvas.setAttribute("aria-label", `Mean difference in ${report.series[state.selection.series]!.label} over time with its 95 % interval`);
    fill(made.tools, report.series[state.selection.series]!.label);
    made.draw();
  });
  return made.element;
}

function differences(page: RunPage) {
  const { report, state } = page;
  const times = timesOf(report);
  const series = state.selection.series;
  const factor = factorOf(report.series[series]!.unit);
  return comparedOf(page).differences.map((all, m) => {
    const { difference, low, high } = all[series]!;
    return { time: times[report.comparison!.moments[m]!]!, value: difference * factor, low: (low ?? difference) * factor, high: (high ?? difference) * factor };
  });
}

function differenceOption(page: RunPage): EChartsOption {
  const all = differences(page);
  const { accent, faint } = theme();
  const times = all.map((one) => one.time);
  const unit = page.report.series[page.state.selection.series]!.unit;
  return {
    useUTC: true, grid: { left: 62, right: 20, top: 30, bottom: 28 },
    xAxis: { type: "time", min: times[0], max: times.at(-1), splitLine: { show: false }, axisLabel: { hideOverlap: true } },
    yAxis: { type: "value", name: unitNames[unit], nameTextStyle: { align: "left", padding: [0, 0, 0, -50] }, scale: true,
             axisLabel: { formatter: (value: number) => number(value, 6, true), hideOverlap: true },
             ...spanOf(all.flatMap((one) => [one.low, one.high])) },
    tooltip: { trigger: "axis", valueFormatter: (value: unknown) => Number(value).toFixed(3) },
    series: [
      areas(bands(times, all.map((one) => one.low), all.map((one) => one.high), false), accent, 0.2, 2),
      { type: "line", name: "mean difference", data: all.map((one) => [one.time, one.value]), symbolSize: 7, z: 4,
        lineStyle: { color: accent, width: 2.5 }, itemStyle: { color: accent },
        markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: faint, type: "solid" }, data: [{ yAxis: 0 }] } },
    ] as EChartsOption["series"],
  };
}

function differenceTable(page: RunPage) {
  const { report } = page;
  return { head: ["date", "difference", "low (95 %)", "high (95 %)"],
           rows: differences(page).map(({ value, low, high }, m) => [report.dates[report.comparison!.moments[m]!]!, value, low, high]) };
}

/** Where the runs of the reference and of the variant lie, on one scale. */
export function sideBySide(page: RunPage): HTMLElement {
  const { report, state } = page;
  const names = () => [report.variants[0]!, report.variants[comparedOf(page).variant]!].map((v) => v.title || v.id);
  const under = h("p", { class: "legend" });
  const made = chart({ title: "Side by side", name: "side-by-side", label: "", height: 300, option: () => fansOption(page, names(), made.canvas.clientWidth || 900), table: () => fansTable(page, names()) });
  made.element.append(under);
  state.on(["variant", "series"], () => {
    made.canvas.setAttribute("aria-label", `${report.series[state.selection.series]!.label}: ${names().join(" and ")} side by side, median, 50 % and 90 % of runs`);
    fill(made.tools, report.series[state.selection.series]!.label);
    fill(under, "Median, 50 % and 90 % of runs.");
    made.draw();
  });
  return made.element;
}

function fansOf(page: RunPage) {
  const { report, state } = page;
  return [0, comparedOf(page).variant].map((v) => fanOf(report.variants[v]!, state.selection.series));
}

function fansOption(page: RunPage, names: string[], width: number): EChartsOption {
  const { report, state } = page;
  const unit = unitOf(report.series[state.selection.series]!, report.levels);
  const fans = fansOf(page);
  const times = timesOf(report);
  const axis: Axis = axisOf(unit, fans.flatMap((fan) => [...fan.low, ...fan.high]), false, 5);
  const { accent, series, soft } = theme();
  const left = unit.steps ? 88 : 62;
  const each = Math.max(60, (width - left - 36) / 2);
  const places = [{ left, width: each }, { left: left + each + 20, width: each }];
  return {
    useUTC: true, grid: places.map((place) => ({ ...place, top: 34, bottom: 28 })),
    title: names.map((text, k) => ({ text, left: places[k]!.left, top: 2, textStyle: { fontSize: 13, fontWeight: "bold", color: soft, overflow: "truncate", width: each } })),
    xAxis: [0, 1].map((gridIndex) => ({ gridIndex, type: "time", min: times[0], max: times.at(-1), splitLine: { show: false }, splitNumber: 3, axisLabel: { hideOverlap: true } })),
    yAxis: [0, 1].map((gridIndex) => ({ gridIndex, type: "value", min: axis.low, max: axis.high, interval: axis.step,
      axisLabel: gridIndex === 0 ? { formatter: (v: number) => unit.mark(v, axis.step) } : { show: false } })),
    series: fans.flatMap((fan, k) => {
      const colour = k === 0 ? accent : series[1]!;
      return [areas(bands(times, fan.low, fan.high, unit.steps), colour, 0.16, 1), areas(bands(times, fan.lower, fan.upper, unit.steps), colour, 0.3, 2),
              lines(stretches(times, fan.median, unit.steps), colour, 2.5, 4)].map((one) => ({ ...(one as object), xAxisIndex: k, yAxisIndex: k }));
    }),
  } as EChartsOption;
}

function fansTable(page: RunPage, names: string[]) {
  const [base, variant] = fansOf(page);
  return { head: ["date", ...names.flatMap((name) => ["5 %", "median", "95 %"].map((what) => `${name}: ${what}`))],
           rows: page.report.dates.map((date, t) => [date, base!.low[t]!, base!.median[t]!, base!.high[t]!, variant!.low[t]!, variant!.median[t]!, variant!.high[t]!]) };
}
