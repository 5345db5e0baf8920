import { fill, h } from "../dom.js";
import type { Panel, RunPage } from "../panel.js";
import { largeChart } from "./series-large.js";
import { multiples } from "./series-multiples.js";
import { eventList, reading } from "./series-words.js";

/** The courses of the watched series and of the metrics: how far the runs spread, and what happened when. */
export const series: Panel<RunPage> = {
  id: "series", title: "Courses over time",
  lead: "What all runs together expect, and how far they spread. " +
    "Choose a date by a click on the chart, a series by its small chart.",
  mount(body, page) {
    const { report } = page;
    if (report.series.length === 0) return fill(body, h("p", { class: "note" }, "This report holds no series."));
    const watched = report.series.flatMap((s, k) => (s.kind === "watched" ? [k] : []));
    const metrics = report.series.flatMap((s, k) => (s.kind === "metric" ? [k] : []));
    fill(body, largeChart(page), reading(page), eventList(page));
    if (watched.length > 0) body.append(multiples(page, "All watched series", "watched", watched));
    if (metrics.length > 0) body.append(watched.length > 0 ? folded(page, metrics)
      : multiples(page, "All metrics", "metrics", metrics));
  },
};

/** The metrics, behind a button as long as nobody has asked for them. */
function folded(page: RunPage, metrics: number[]): HTMLElement {
  const { state } = page;
  const place = h("div", {});
  const button = h("button", { type: "button" });
  button.addEventListener("click", () => state.setMore("series-metrics", state.selection.more["series-metrics"] ? "" : "shown"));
  state.on(["more"], () => {
    const shown = state.selection.more["series-metrics"] === "shown";
    button.textContent = shown ? "Hide metrics" : `Show metrics (${metrics.length})`;
    button.setAttribute("aria-expanded", String(shown));
    if (shown && place.childElementCount === 0) place.append(multiples(page, "Metrics of the whole world", "metrics", metrics));
    place.hidden = !shown;
  });
  return h("div", { class: "folded" }, h("p", {}, button), place);
}
