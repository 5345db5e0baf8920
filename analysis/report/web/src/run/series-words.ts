import type { Event } from "../contract.js";
import { fill, h } from "../dom.js";
import { day } from "../format.js";
import type { RunPage } from "../panel.js";
import { fanOf, singleOf } from "./fans.js";
import { unitOf } from "./units.js";

/** What the selected series is at the selected date, in words. */
export function reading({ report, state }: RunPage): HTMLElement {
  const now = h("p", { id: "series-now", class: "now", "aria-live": "polite" });
  state.on(["variant", "moment", "series", "run"], () => {
    const { variant, moment, series, run } = state.selection;
    const chosen = report.variants[variant]!;
    const { path, label } = report.series[series]!;
    const unit = unitOf(report.series[series]!, report.levels);
    const fan = fanOf(chosen, series);
    const one = singleOf(chosen, run, series)?.[moment];
    const before = variant === 0 ? undefined : fanOf(report.variants[0]!, series).median[moment]!;
    now.dataset.value = String(fan.median[moment]);
    const range = (low: number[], high: number[]) => `${unit.text(low[moment]!)} to ${unit.text(high[moment]!)}`;
    fill(now, h("strong", {}, `${day(report.dates[moment]!)} · ${label || path}: `),
      h("span", {}, chosen.finished > 1 && "median ", h("strong", {}, unit.text(fan.median[moment]!)),
        chosen.finished > 1 && `; half of the runs lie in ${range(fan.lower, fan.upper)}, 90 % in ${range(fan.low, fan.high)}`,
        one !== undefined && `; run ${run}: ${unit.text(one)}`,
        before !== undefined && `; in the reference, the median is ${unit.text(before)}`, "."));
  });
  return now;
}

const firstShown = 12;

/** The events of the variant by number, as the large chart marks them. */
export function eventList({ report, state }: RunPage): HTMLElement {
  const list = h("ol", { class: "events" });
  const more = h("button", { type: "button" });
  const place = h("div", { class: "event-list" }, h("h3", {}, "What happened"), list, more);
  let all = false;
  const draw = () => {
    const { events } = report.variants[state.selection.variant]!;
    const shown = all ? events : events.slice(0, firstShown);
    const dyad = report.series[state.selection.series]!.dyad;
    fill(list, ...shown.map((event, k) => item(event, k, dyad)));
    more.hidden = events.length <= firstShown;
    more.textContent = all ? "Show fewer events" : `Show all ${events.length} events`;
    place.hidden = events.length === 0;
  };
  const item = (event: Event, k: number, dyad: [number, number] | null) => {
    const current = event.moment === state.selection.moment;
    const concerns = dyad !== null && dyad.every((actor) => event.actors.includes(actor));
    return h("li", { class: concerns ? "concerns" : undefined },
      h("button", { type: "button", class: "event", "aria-current": current ? "date" : undefined,
                    click: () => state.set({ moment: event.moment }) },
        h("span", { class: "marker" }, k + 1), h("span", { class: "when" }, day(event.date)),
          h("span", { class: "what" }, event.text)));
  };
  more.addEventListener("click", () => { all = !all; draw(); });
  state.on(["variant", "series"], draw);
  state.on(["moment"], () => {
    const { events } = report.variants[state.selection.variant]!;
    [...list.querySelectorAll("button")].forEach((button, k) => {
      if (events[k]?.moment === state.selection.moment) button.setAttribute("aria-current", "date");
      else button.removeAttribute("aria-current");
    });
  });
  return place;
}
