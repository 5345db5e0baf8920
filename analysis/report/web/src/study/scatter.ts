import { clip, drawBelow, drawLeft, share, type Axis, type Box } from "../axis.js";
import { retitle } from "../choice.js";
import { drawing, type Drawing, type Size } from "../drawing.js";
import { theme } from "../palette.js";
import type { StudyPage } from "../panel.js";
import type { Pen } from "../pen.js";
import { describe, quantity, valueText } from "./data.js";
import { running } from "./smooth.js";

interface View { x: Axis; y: Axis; xs: Float64Array; ys: ArrayLike<number> }

const boxOf = ({ width, height }: Size): Box => ({ left: 56, top: 24, width: width - 72, height: height - 70 });

/** One outcome over one parameter, a dot for each point, and their running mean. */
export function scatter(page: StudyPage): Drawing {
  const { data, report, state } = page;
  const { selection } = state;
  let view = viewOf(page);
  const choose = (i: number) => state.set({ point: data.points[i]! });
  const figure = drawing({
    title: "Outcome over a parameter", name: `${report.study.id}-scatter`, label: "",
    height: (width) => Math.max(300, Math.min(440, width * 0.72)),
    paint: (pen, size) => paint(pen, boxOf(size), view, page),
    table: () => tableOf(page, view),
    tip: (x, y, size) => { const i = nearest(x, y, boxOf(size), view); return i === null ? null : words(page, view, i); },
    press: (x, y, size) => { const i = nearest(x, y, boxOf(size), view); if (i !== null) choose(i); },
    key: ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      const next = step === 0 ? null : neighbour(view, data.placeOf(selection.point), step);
      if (next !== null) choose(next);
      return step !== 0;
    },
  });
  state.on(["outcome", "variant", "x"], () => {
    view = viewOf(page);
    const title = `${report.outcomes[selection.outcome]!.name} over ${data.short[selection.x]!}`;
    retitle(figure.element, title, `Scatter: ${title}, ${view.xs.length} points with their running mean. Arrow keys go from point to point.`);
    figure.draw();
  });
  state.on(["point"], figure.draw);
  return figure;
}

function viewOf({ data, state: { selection: { outcome, variant, x } } }: StudyPage): View {
  return { x: data.axis(x), y: data.outcomeAxis(variant, outcome), xs: data.parameter(x), ys: data.outcome(variant, outcome) };
}

/** A little to the side, so that points at one name or level do not hide each other; always the same for a point. */
function aside({ x }: View, i: number): number {
  const named = x.low === -0.5;
  return named ? (((i * 0.6180339887) % 1) - 0.5) * 0.5 : 0;
}

function place(box: Box, view: View, i: number): [number, number] {
  return [box.left + share(view.x, view.xs[i]! + aside(view, i)) * box.width,
          box.top + (1 - share(view.y, view.ys[i]!)) * box.height];
}

function nearest(x: number, y: number, box: Box, view: View): number | null {
  let [found, least] = [-1, 14 ** 2];
  for (let i = 0; i < view.xs.length; ++i) {
    const [px, py] = place(box, view, i);
    const far = (px - x) ** 2 + (py - y) ** 2;
    if (far < least) [found, least] = [i, far];
  }
  return found < 0 ? null : found;
}

/** The next point along the parameter, to the right or left. */
function neighbour({ xs, ys }: View, from: number, step: number): number | null {
  const order = Array.from(xs, (_, i) => i).filter((i) => Number.isFinite(ys[i]!)).sort((a, b) => xs[a]! - xs[b]! || a - b);
  return order[order.indexOf(from) + step] ?? order[0] ?? null;
}

function paint(pen: Pen, box: Box, view: View, { data, report, state: { selection } }: StudyPage): void {
  const { accent, ink, soft, panel, camps } = theme();
  drawLeft(pen, box, view.y);
  drawBelow(pen, box, view.x, false);
  const count = view.xs.length;
  const radius = count > 6000 ? 1.4 : count > 1500 ? 2 : 3;
  const alpha = Math.max(0.12, Math.min(0.6, 24 / Math.sqrt(count) * 0.55));
  for (let i = 0; i < count; ++i) {
    const [x, y] = place(box, view, i);
    if (Number.isFinite(x + y)) pen.circle(x, y, radius, { colour: accent, alpha });
  }
  const course = running(view.x, view.xs, view.ys);
  const line = course.map(({ x, mean }, k) => `${k === 0 ? "M" : "L"}${box.left + share(view.x, x) * box.width},${box.top + (1 - share(view.y, mean)) * box.height}`).join("");
  pen.path(line, null, { colour: panel, width: 6 });
  pen.path(line, null, { colour: camps[1], width: 3 });
  const chosen = data.placeOf(selection.point);
  const [x, y] = chosen < 0 ? [NaN, NaN] : place(box, view, chosen);
  if (Number.isFinite(x + y)) pen.circle(x, y, 7, { colour: panel, alpha: 0.4 }, { colour: ink, width: 2.5 });
  pen.text(box.left - 48, 12, clip(describe(report.outcomes[selection.outcome]!), box.width + 40, 12), { size: 12, colour: soft });
  pen.text(box.left + box.width, box.top + box.height + 38, clip(report.parameters[selection.x]!.path, box.width, 12) + (view.x.log ? " (log)" : "") + " →", { size: 12, colour: soft, align: "right" });
}

function words({ data, report, state: { selection } }: StudyPage, view: View, i: number): string {
  const { text } = quantity(report.outcomes[selection.outcome]!);
  return `point ${data.points[i]}\n${data.short[selection.x]} ${valueText(report.parameters[selection.x]!, view.xs[i]!)}\n` +
    `${report.outcomes[selection.outcome]!.name} ${text(view.ys[i]!)}`;
}

function tableOf({ data, report, state: { selection } }: StudyPage, view: View) {
  const parameter = report.parameters[selection.x]!;
  return {
    head: ["point", parameter.path, report.outcomes[selection.outcome]!.name],
    rows: Array.from(view.xs, (value, i) => [data.points[i]!, parameter.names.length > 0 ? valueText(parameter, value) : value, view.ys[i]!]),
  };
}
