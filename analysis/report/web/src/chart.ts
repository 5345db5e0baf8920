import { init, use, type EChartsType } from "echarts/core";
import { BarChart, BoxplotChart, CustomChart, LineChart, ParallelChart, ScatterChart, HeatmapChart } from "echarts/charts";
import { AriaComponent, BrushComponent, DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent,
         ParallelComponent, TitleComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import type { EChartsOption } from "echarts";
import { figure, type Figure, type Table } from "./figure.js";
import { onTheme, theme } from "./palette.js";

use([BarChart, BoxplotChart, CustomChart, HeatmapChart, LineChart, ParallelChart, ScatterChart, AriaComponent, BrushComponent,
     DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, ParallelComponent, TitleComponent, TooltipComponent,
     VisualMapComponent, CanvasRenderer, SVGRenderer]);

export interface ChartParts {
  title: string; name: string; label: string;
  height: number | (() => number);
  option: () => EChartsOption; // drawn anew by `draw` and whenever colours or the width change
  table: () => Table;
  drawn?: () => void; // called after every drawing
}

export interface Chart extends Figure {
  draw(): void;
  instance: EChartsType;
}

/** An ECharts picture in a figure. Tooltips are drawn and never markup. */
export function chart(parts: ChartParts): Chart {
  const frame = figure({ ...parts, svg: () => toSvg(parts) });
  const instance = init(frame.canvas, null, { renderer: "canvas", height: heightOf(parts) });
  frame.canvas.setAttribute("role", "img");
  frame.canvas.setAttribute("aria-label", parts.label);
  const draw = () => {
    if (frame.canvas.clientWidth === 0) return;
    instance.resize({ height: heightOf(parts) });
    instance.setOption(styled(parts.option()), { notMerge: true });
    parts.drawn?.();
  };
  new ResizeObserver(draw).observe(frame.canvas);
  onTheme(draw);
  return { ...frame, draw, instance };
}

function heightOf(parts: ChartParts): number {
  return typeof parts.height === "function" ? parts.height() : parts.height;
}

function toSvg(parts: ChartParts): string {
  const apart = init(null, null, { renderer: "svg", ssr: true, width: 900, height: heightOf(parts) });
  apart.setOption(styled({ ...parts.option(), animation: false }));
  const text = apart.renderToSVGString();
  apart.dispose();
  return text;
}

/** What all charts have in common. */
function styled(option: EChartsOption): EChartsOption {
  const { ink, soft, line, panel } = theme();
  const axis = { axisLine: { lineStyle: { color: line } }, axisTick: { lineStyle: { color: line } },
                 axisLabel: { color: soft, fontSize: 12 }, splitLine: { lineStyle: { color: line } }, nameTextStyle: { color: soft } };
  const onAxis = (one: unknown) => (Array.isArray(one) ? one.map((a) => merge(axis, a)) : one && merge(axis, one));
  return {
    animation: false, backgroundColor: panel, textStyle: { color: ink, fontFamily: "system-ui, sans-serif" },
    ...option,
    tooltip: option.tooltip && { renderMode: "richText", confine: true, backgroundColor: panel, borderColor: line,
                                 textStyle: { color: ink, fontSize: 13 }, ...option.tooltip },
    legend: option.legend && { textStyle: { color: soft }, ...option.legend },
    xAxis: onAxis(option.xAxis), yAxis: onAxis(option.yAxis),
  } as EChartsOption;
}

function merge(a: object, b: unknown): object {
  const result: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b as object)) {
    const old = result[name];
    const both = typeof old === "object" && old !== null && typeof value === "object" && value !== null && !Array.isArray(value);
    result[name] = both ? merge(old, value) : value;
  }
  return result;
}
