import { clip, drawBelow, drawLeft, numberAxis, share, type Axis, type Box } from "../axis.js";
import type { Sensitivity } from "../contract.js";
import { drawing, type Drawing, type Size } from "../drawing.js";
import { theme } from "../palette.js";
import type { StudyPage } from "../panel.js";
import type { Pen } from "../pen.js";
import { quantity } from "./data.js";
import { choose } from "./bars.js";
import { estimate, ranked } from "./ranking.js";

interface Shown { one: Sensitivity; across: Axis; up: Axis }

const boxOf = ({ width, height }: Size): Box => ({ left: 58, top: 10, width: width - 74, height: height - 62 });

/** Elementary effects: how large against how uneven. */
export function effects(page: StudyPage): { figure: Drawing; show(one: Sensitivity): void } {
  const { state, report, data } = page;
  let shown: Shown | null = null;
  const figure = drawing({
    title: "Even or uneven", name: `${report.study.id}-effects`,
    label: "Scatter of the parameters: the size of their effect across, its spread over the points up",
    height: (width) => Math.min(420, Math.max(280, width * 0.7)),
    paint: (pen, size) => { if (shown) paint(pen, boxOf(size), shown, page); },
    table: () => ({
      head: ["parameter", "mu_star", "sigma", "mu"],
      rows: report.parameters.map(({ path }, p) => [path, ...["mu_star", "sigma", "mu"].map((key) => (shown ? estimate(shown.one, p, key).value : NaN))]),
    }),
    tip: (x, y, size) => {
      const p = shown && nearest(x, y, boxOf(size), shown);
      if (p === null || !shown) return null;
      const { text, change } = quantity(report.outcomes[shown.one.outcome]!);
      const value = (key: string) => estimate(shown!.one, p, key).value;
      return `${report.parameters[p]!.path}\nsize ${text(value("mu_star"))}, mean ${change(value("mu"))}, spread ${text(value("sigma"))}`;
    },
    press: (x, y, size) => { const p = shown && nearest(x, y, boxOf(size), shown); if (p !== null) choose(page, p); },
  });
  state.on(["x"], figure.draw);
  const show = (one: Sensitivity) => {
    const most = (key: string) => Math.max(1e-9, ...data.report.parameters.map((_, p) => estimate(one, p, key).value).filter(Number.isFinite));
    const { tick } = quantity(report.outcomes[one.outcome]!);
    shown = { one, across: numberAxis(0, most("mu_star") * 1.15, tick, 5), up: numberAxis(0, most("sigma") * 1.15, tick, 5) };
    figure.draw();
  };
  return { figure, show };
}

function place(p: number, box: Box, { one, across, up }: Shown): [number, number] {
  return [box.left + share(across, estimate(one, p, "mu_star").value) * box.width,
          box.top + (1 - share(up, estimate(one, p, "sigma").value)) * box.height];
}

function nearest(x: number, y: number, box: Box, shown: Shown): number | null {
  const far = shown.one.parameters.map((_, p) => { const [px, py] = place(p, box, shown); return Math.hypot(px - x, py - y); });
  const least = Math.min(...far.filter(Number.isFinite));
  return least < 16 ? far.indexOf(least) : null;
}

function paint(pen: Pen, box: Box, shown: Shown, { data, state }: StudyPage): void {
  const { accent, ink, soft, panel } = theme();
  drawBelow(pen, box, shown.across);
  drawLeft(pen, box, shown.up);
  const end = Math.min(shown.across.high, shown.up.high);
  const corner = [box.left + share(shown.across, end) * box.width, box.top + (1 - share(shown.up, end)) * box.height];
  pen.path(`M${box.left},${box.top + box.height}L${corner[0]},${corner[1]}`, null, { colour: soft, width: 1, dash: [4, 4] });
  ranked(shown.one).forEach((p, rank) => {
    const [x, y] = place(p, box, shown);
    if (!Number.isFinite(x + y)) return;
    const chosen = p === state.selection.x;
    pen.circle(x, y, chosen ? 7 : 5, { colour: accent, alpha: 0.85 }, { colour: chosen ? ink : panel, width: chosen ? 2 : 1 });
    const right = x < box.left + box.width * 0.6;
    if (rank < 5 || chosen)
      pen.text(x + (right ? 10 : -10), y + 4, clip(data.short[p]!, box.width * 0.5, 12), { size: 12, colour: ink, align: right ? "left" : "right", halo: panel });
  });
  pen.text(box.left + box.width, box.top + box.height + 40, "size of the effect μ* →", { size: 12, colour: soft, align: "right" });
  pen.text(14, box.top, "spread σ →", { size: 12, colour: soft, align: "right", turn: -90 });
}
