import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn, EChartsOption } from "echarts";
import type { Move } from "../contract.js";
import { theme } from "../palette.js";
import { badgesOf, badgeText, type Marker } from "./series-marks.js";

type Point = [number, number];
type One = Exclude<EChartsOption["series"], unknown[] | undefined>;

/** One thing on a chart that we draw by ourselves, at this depth. */
function drawn(z: number, clip: boolean, draw: (api: CustomSeriesRenderItemAPI) => object[]): One {
  return { type: "custom", data: [0], silent: true, clip, z, animation: false, tooltip: { show: false },
           encode: { x: -1, y: -1 }, // its datum stands nowhere
           renderItem: (_, api) => ({ type: "group", children: draw(api) }) as CustomSeriesRenderItemReturn };
}

export function areas(outlines: Point[][], fill: string, opacity: number, z: number): One {
  return drawn(z, true, (api) => outlines.map((points) =>
    ({ type: "polygon", shape: { points: points.map((p) => api.coord(p)) }, style: { fill, opacity } })));
}

export function lines(courses: Point[][], stroke: string, lineWidth: number, z: number, more: object = {}): One {
  return drawn(z, true, (api) => courses.map((points) => points.length === 1
    ? { type: "circle", shape: { cx: api.coord(points[0]!)[0], cy: api.coord(points[0]!)[1], r: lineWidth + 1 },
      style: { fill: stroke } }
    : { type: "polyline", shape: { points: points.map((p) => api.coord(p)) },
      style: { stroke, lineWidth, fill: "none", lineJoin: "round", ...more } }));
}

/** A thin line at each date on which something happened, with its number above. */
export function markers(all: Marker[], low: number, high: number): One {
  const { faint, soft, panel } = theme();
  return drawn(6, false, (api) => {
    const places = all.map(({ time }) => api.coord([time, high])[0]!);
    const [top, bottom] = [api.coord([0, high])[1]!, api.coord([0, low])[1]!];
    const line = { stroke: faint, lineWidth: 1, opacity: 0.6 };
    return [
      ...places.map((x) => ({ type: "line", shape: { x1: x, x2: x, y1: top, y2: bottom }, style: line })),
      ...badgesOf(all, places).flatMap(({ place, left, width, row, numbers }) => {
        const [x, y] = [left + width / 2, top - 12 - 20 * row];
        return [
          { type: "line", shape: { x1: place, x2: place, y1: y, y2: top }, style: line },
          { type: "rect", shape: { x: left, y: y - 9, width, height: 18, r: 9 },
            style: { fill: panel, stroke: soft, lineWidth: 1 } },
          { type: "text", style: { x, y, text: badgeText(numbers), fill: soft, fontSize: 11, align: "center",
            verticalAlign: "middle" } },
        ];
      }),
    ];
  });
}

/** A small tick for each typical decision, tall for those of the series' own dyad. */
export function ticks(moves: Move[], times: number[], low: number, own: (move: Move) => boolean): One {
  const { sanctions, support } = theme();
  return drawn(7, false, (api) => moves.map((move) => {
    const [x, y] = api.coord([times[move.first]!, low]) as Point;
    const style = { stroke: move.layer === "sanctions" ? sanctions : support, lineWidth: own(move) ? 3 : 1.5 };
    return { type: "line", shape: { x1: x, x2: x, y1: y, y2: y - (own(move) ? 16 : 9) }, style };
  }));
}
