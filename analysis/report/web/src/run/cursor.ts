import type { Chart } from "../chart.js";
import { h } from "../dom.js";
import type { RunPage } from "../panel.js";
import { nearest } from "./fans.js";

/** The selected date as a line over a chart of time, with this room at its sides; clicks and arrow keys move it. */
export function dateCursor({ report, state }: RunPage, { canvas, instance }: Chart, times: number[],
  room: () => [number, number]): void {
  const bar = h("div", { class: "cursor" });
  canvas.append(bar);
  canvas.tabIndex = 0;
  const [first, last] = [times[0]!, times.at(-1)!];
  const wide = () => canvas.clientWidth - room()[0] - room()[1];
  const show = () => {
    const share = (times[state.selection.moment]! - first) / (last - first || 1);
    bar.style.transform = `translateX(${room()[0] + share * wide()}px)`;
  };
  instance.getZr().on("click", ({ offsetX }) => {
    const share = (offsetX - room()[0]) / wide();
    if (share > -0.02 && share < 1.02) state.set({ moment: nearest(times, first + share * (last - first)) });
  });
  canvas.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    state.set({ moment: Math.max(0, Math.min(report.dates.length - 1, state.selection.moment + by)) });
  });
  new ResizeObserver(show).observe(canvas);
  state.on(["moment", "series"], show);
}
