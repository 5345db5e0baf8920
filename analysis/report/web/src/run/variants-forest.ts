import type { EChartsOption } from "echarts";
import { chart } from "../chart.js";
import type { Difference, Series } from "../contract.js";
import type { Table } from "../figure.js";
import { number } from "../format.js";
import { theme } from "../palette.js";
import type { RunPage } from "../panel.js";
import { comparedOf, differenceText, endOf, factorOf, spanOf, unitNames, valueText } from "./variants-data.js";

interface Row { label: string; unit: Series["unit"]; difference: Difference; choose: () => void; chosen: boolean }
interface Group { unit: Series["unit"]; rows: Row[] }

const rowHeight = 26;
const tickLabel = { formatter: (value: number) => number(value, 6, true), hideOverlap: true };
const groupGap = 58;

/** Differences at the end with their intervals: of one variant in every outcome, or of one outcome in every variant. */
export function forest(page: RunPage): HTMLElement {
  const { state } = page;
  let groups = groupsOf(page);
  const made = chart({
    title: "Differences at the end", name: "differences", label: "", height: () => heightOf(groups),
    option: () => optionOf(groups, made.canvas.clientWidth || 900), table: () => tableOf(groups),
  });
  made.instance.on("click", (event) => {
    const row = groups.flatMap((group) => group.rows).find((one) => one.label === event.name);
    row?.choose();
  });
  state.on(["variant", "series", "more"], () => {
    groups = groupsOf(page);
    made.canvas.setAttribute("aria-label", labelOf(groups));
    made.draw();
  });
  return made.element;
}

function groupsOf(page: RunPage): Group[] {
  const rows = page.state.selection.more["variants-by"] === "outcome" ? byOutcome(page) : byVariant(page);
  const units = [...new Set(rows.map((row) => row.unit))];
  return units.map((unit) => ({ unit, rows: rows.filter((row) => row.unit === unit) }));
}

/** Every watched series, or every metric where none is watched, in the chosen variant. */
function byVariant(page: RunPage): Row[] {
  const { report, state } = page;
  const compared = comparedOf(page);
  const kind = report.series.some((series) => series.kind === "watched") ? "watched" : "metric";
  return report.series.flatMap((series, k) => series.kind !== kind ? [] : [{
    label: series.label, unit: series.unit, difference: endOf(compared, k),
    choose: () => state.set({ series: k }), chosen: state.selection.series === k,
  }]);
}

function byOutcome({ report, state }: RunPage): Row[] {
  const series = state.selection.series;
  return report.comparison!.variants.map((compared) => {
    const { id, title } = report.variants[compared.variant]!;
    return { label: title || id, unit: report.series[series]!.unit, difference: endOf(compared, series),
             choose: () => state.set({ variant: compared.variant }), chosen: state.selection.variant === compared.variant };
  });
}

function heightOf(groups: Group[]): number {
  return Math.max(120, groups.reduce((sum, { rows }) => sum + rows.length * rowHeight + groupGap, 8));
}

function optionOf(groups: Group[], width: number): EChartsOption {
  const left = Math.min(310, Math.max(130, width * 0.36));
  const tops = groups.map((_, k) => groups.slice(0, k).reduce((sum, { rows }) => sum + rows.length * rowHeight + groupGap, 8));
  return {
    grid: groups.map(({ rows }, k) => ({ left, right: 24, top: tops[k]!, height: rows.length * rowHeight })),
    xAxis: groups.map(({ unit }, k) => ({ gridIndex: k, type: "value", name: unitNames[unit], nameLocation: "middle", nameGap: 26,
                                          splitNumber: width < 560 ? 3 : 6, axisLabel: tickLabel, ...spanOf(endsOf(groups[k]!)) })),
    yAxis: groups.map(({ rows }, k) => ({ gridIndex: k, type: "category", inverse: true, data: rows.map((row) => row.label),
      axisTick: { show: false }, triggerEvent: true, axisLabel: { width: left - 12, overflow: "truncate", interval: 0,
        color: (_?: string | number, row?: number) => (rows[row ?? 0]?.chosen ? theme().accent : theme().ink) } })),
    tooltip: { trigger: "item", formatter: (one: unknown) => tipOf(groups, one) },
    series: groups.flatMap((group, k) => seriesOf(group, k)),
  } as EChartsOption;
}

function endsOf({ unit, rows }: Group): number[] {
  return rows.flatMap(({ difference: { low, high, difference } }) => [low, high, difference])
    .filter((value): value is number => value !== null && Number.isFinite(value)).map((value) => value * factorOf(unit));
}

function seriesOf({ unit, rows }: Group, grid: number): object[] {
  const { accent, faint, panel } = theme();
  const factor = factorOf(unit);
  const places = { xAxisIndex: grid, yAxisIndex: grid };
  const bars = {
    ...places, type: "custom", silent: true, data: rows.map(({ difference: d }, k) => [d.low ?? d.difference, d.high ?? d.difference, k]),
    renderItem: (_: unknown, api: { value(k: number): number; coord(p: number[]): number[] }) => {
      const [x1, y] = api.coord([api.value(0) * factor, api.value(2)]);
      const [x2] = api.coord([api.value(1) * factor, api.value(2)]);
      return { type: "line", shape: { x1, y1: y, x2, y2: y }, style: { stroke: rows[api.value(2)]!.difference.significant ? accent : faint, lineWidth: 3 } };
    },
  };
  const dots = {
    ...places, type: "scatter", symbolSize: 11, z: 3,
    data: rows.map(({ label, difference, chosen }, k) => ({ name: label, value: [difference.difference * factor, k],
      itemStyle: { color: difference.significant ? accent : panel, borderColor: difference.significant ? accent : faint, borderWidth: chosen ? 4 : 2 } })),
    markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: faint, type: "solid", width: 1 }, data: [{ xAxis: 0 }] },
  };
  return [bars, dots];
}

function tipOf(groups: Group[], one: unknown): string {
  const row = groups.flatMap(({ rows }) => rows).find(({ label }) => label === (one as { name: string }).name);
  if (!row) return "";
  const { unit, difference: d } = row;
  return `${row.label}\n${differenceText(unit, d.difference)} (${differenceText(unit, d.low)} to ${differenceText(unit, d.high)})\n` +
    `reference ${valueText(unit, d.reference)}, variant ${valueText(unit, d.variant)}`;
}

function labelOf(groups: Group[]): string {
  return "Mean differences to the reference with 95 % intervals: " + groups.flatMap(({ rows }) => rows)
    .map(({ label, unit, difference: d }) => `${label} ${differenceText(unit, d.difference)}`).join("; ");
}

function tableOf(groups: Group[]): Table {
  return {
    head: ["outcome or variant", "reference", "variant", "difference", "low (95 %)", "high (95 %)", "beyond chance"],
    rows: groups.flatMap(({ rows }) => rows).map(({ label, difference: d }) =>
      [label, d.reference, d.variant, d.difference, d.low, d.high, d.same ? "the same" : d.significant ? "yes" : "no"]),
  };
}
