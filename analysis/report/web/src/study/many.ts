import type { EChartsOption } from "echarts";
import { share } from "../axis.js";
import { chart, type Chart } from "../chart.js";
import { retitle } from "../choice.js";
import { h } from "../dom.js";
import { grouped } from "../format.js";
import { mix, sequentialColour, theme } from "../palette.js";
import type { Panel, StudyPage } from "../panel.js";
import { axesChooser, limitsForm } from "./axes.js";
import { brushed } from "./brushed.js";
import { dimensions, shownOf, type Dimension } from "./dimensions.js";
import { read, within, write, type Limit } from "./limits.js";

const lines = 1500; // more would hide each other

/** What is drawn and what is said, of the points within the limits. */
export interface Many { all: Dimension[]; shown: Dimension[]; limits: Limit[]; inside: number[] }

/** All parameters and outcomes side by side. */
export const many: Panel<StudyPage> = {
  id: "many", title: "Many at once",
  lead: "Every point is a line through its parameters and outcomes. Drag along an axis to keep only the lines that pass there: " +
    "several axes together ask what a kind of outcome takes.",
  mount(body, page) {
    const { state } = page;
    let now = manyOf(page);
    const picture = parallel(page, () => now);
    const said = brushed(page);
    const axes = axesChooser(page);
    const form = limitsForm(page);
    body.append(picture.element, h("div", { class: "card" }, form.element, axes.element), said.element);
    state.on(["outcome", "variant", "more"], () => {
      now = manyOf(page);
      picture.draw();
      axes.show(now);
      form.show(now);
      said.show(now);
    });
  },
};

function manyOf(page: StudyPage): Many {
  const all = dimensions(page);
  const limits = read(page.state.selection.more["many"]);
  return { all, shown: shownOf(page, all), limits, inside: within(limits, all, page.data.shown) };
}

function parallel(page: StudyPage, now: () => Many): Chart {
  const { state, report, data } = page;
  let restoring = false;
  const narrow = () => innerWidth < 720;
  const picture = chart({
    title: "Parameters and outcomes side by side", name: `${report.study.id}-many`, label: "",
    height: () => (narrow() ? 70 + now().shown.length * 62 : 430),
    option: () => optionOf(page, now(), narrow()),
    table: () => tableOf(page, now()),
    drawn: () => {
      restoring = true;
      for (const { key, axis } of now().shown) {
        const intervals = now().limits.filter((limit) => limit.key === key)
          .map(({ low, high }) => [scaled(axis.log, Math.max(low, axis.low)), scaled(axis.log, Math.min(high, axis.high))]);
        if (intervals.length > 0) picture.instance.dispatchAction({ type: "axisAreaSelect", parallelAxisId: key, intervals });
      }
      restoring = false;
      const { outcome } = state.selection;
      retitle(picture.element, "Parameters and outcomes side by side", `Parallel coordinates of ${now().shown.map(({ name }) => name).join(", ")}; ` +
        `${now().inside.length} of ${data.shown} points selected, coloured by ${report.outcomes[outcome]?.name ?? ""}.`);
    },
  });
  picture.instance.on("axisareaselected", (event) => {
    if (restoring) return;
    const { parallelAxisId, intervals } = event as { parallelAxisId?: string; intervals?: [number, number][] };
    const one = now().shown.find(({ key }) => key === parallelAxisId);
    if (!one || !intervals) return;
    const others = now().limits.filter(({ key }) => key !== one.key);
    state.setMore("many", write([...others, ...intervals.map(([low, high]) => ({ key: one.key, low: plain(one, low), high: plain(one, high) }))]));
  });
  return picture;
}

const scaled = (log: boolean, value: number) => (log ? Math.log10(value) : value);
const plain = ({ axis }: Dimension, value: number) => (axis.log ? 10 ** value : value);

function optionOf(page: StudyPage, { shown, limits, inside }: Many, narrow: boolean): EChartsOption {
  const { soft, line, ink, accent, faint, dark, panel } = theme();
  const { outcome } = page.state.selection;
  const colour = shown.find(({ outcome: is, name }) => is && name === page.report.outcomes[outcome]?.name);
  const row = (i: number) => shown.map(({ axis, values }) => (Number.isFinite(values[i]!) ? scaled(axis.log, values[i]!) : "-"));
  const series = (rows: object[], opacity: number) => ({
    type: "parallel", data: rows, inactiveOpacity: opacity, activeOpacity: opacity, smooth: false, silent: true,
    progressive: 0, lineStyle: { width: 1, opacity },
  });
  const selected = spread(inside, lines);
  const rest = limits.length > 0 ? spread(Array.from({ length: page.data.shown }, (_, i) => i), 600) : [];
  const alpha = Math.max(0.12, Math.min(0.8, 12 / Math.sqrt(selected.length)));
  const tint = (i: number) => (colour ? sequentialColour(0.08 + 0.84 * share(colour.axis, colour.values[i]!)) : accent);
  return {
    parallel: narrow ? { layout: "vertical", left: 16, right: 22, top: 36, bottom: 30 } : { left: 50, right: 70, top: 58, bottom: 24, },
    parallelAxis: shown.map(({ key, title, axis, outcome: is }, dim) => ({
      id: key, dim, name: narrow ? title : broken(title), nameLocation: narrow ? "start" : "end", nameGap: narrow ? -2 : 14, realtime: false,
      nameTextStyle: { color: is ? ink : soft, fontSize: 12, fontWeight: is ? "bold" : "normal", lineHeight: 14,
        ...(narrow ? { align: "left", verticalAlign: "bottom", padding: [0, 0, 16, 0], backgroundColor: panel } : {}) },
      min: scaled(axis.log, axis.low), max: scaled(axis.log, axis.high),
      axisLine: { lineStyle: { color: is ? ink : faint, width: is ? 2 : 1 } }, axisTick: { lineStyle: { color: line }, customValues: ticks(axis) },
      axisLabel: { color: soft, fontSize: 11, customValues: ticks(axis), textBorderColor: panel, textBorderWidth: 3,
        formatter: (value: number) => labelOf(axis, value) },
      areaSelectStyle: { width: 18, borderColor: accent, color: mix(panel, accent, 0.5), opacity: 0.35 },
    })),
    series: [series(rest.map((i) => ({ value: row(i), lineStyle: { color: dark ? mix(panel, ink, 0.3) : faint } })), 0.1),
             series(selected.map((i) => ({ value: row(i), lineStyle: { color: tint(i) } })), alpha)],
  } as unknown as EChartsOption;
}

function ticks({ ticks: all, log }: Dimension["axis"]): number[] {
  return all.map(({ value }) => scaled(log, value));
}

function labelOf({ ticks: all, log }: Dimension["axis"], value: number): string {
  return all.find((tick) => Math.abs(scaled(log, tick.value) - value) < 1e-9 * Math.max(1, Math.abs(value)))?.label ?? "";
}

/** At most so many of them, evenly. */
function spread(all: number[], most: number): number[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, k) => all[Math.floor((k * all.length) / most)]!);
}

/** A long name in lines of about twelve letters, broken where words end. */
function broken(name: string): string {
  const made: string[] = [""];
  for (const part of name.split(/(?<=[._-])/)) {
    if (made.at(-1)! !== "" && made.at(-1)!.length + part.length > 13) made.push("");
    made[made.length - 1] += part;
  }
  const kept = made.map((line) => (line.length > 16 ? line.slice(0, 15) + "…" : line));
  return (kept.length > 3 ? [kept[0], "…", kept.at(-1)] : kept).join("\n");
}

function tableOf({ data }: StudyPage, { shown, inside }: Many) {
  return {
    head: ["point", ...shown.map(({ name }) => name)],
    rows: inside.map((i) => [data.points[i]!, ...shown.map(({ axis, values, text }) => (axis.low === -0.5 ? text(values[i]!) : values[i]!))]),
  };
}

/** What the picture leaves out. */
export function leftOut({ data }: StudyPage, { inside }: Many): string {
  return inside.length > lines ? ` The picture draws ${grouped(lines)} of their lines, evenly chosen of ${grouped(data.shown)} points; numbers are of all.` : "";
}
