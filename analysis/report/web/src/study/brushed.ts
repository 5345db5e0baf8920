import { fill, h } from "../dom.js";
import { grouped } from "../format.js";
import { goTo } from "../go.js";
import { share } from "../axis.js";
import type { StudyPage } from "../panel.js";
import type { Dimension } from "./dimensions.js";
import { leftOut, type Many } from "./many.js";

const most = 50;

/** The points within the limits: how many, their means, and the first of them. */
export function brushed(page: StudyPage): { element: HTMLElement; show(now: Many): void } {
  const says = h("p", { class: "say", role: "status" });
  const body = h("div", { class: "listed" });
  const element = h("div", {}, says, body);
  const show = (now: Many) => {
    const { inside, limits } = now;
    const all = page.data.shown;
    const none = limits.length === 0;
    fill(says, none ? `All ${grouped(all)} points. Nothing is selected yet: drag along an axis, or add a limit above.`
      : `${grouped(inside.length)} of ${grouped(all)} points selected.${inside.length > 0 ? differs(now, all) : ""}`, leftOut(page, now));
    fill(body, !none && inside.length > 0 && h("div", { class: "pair" }, means(now, all), points(page, now)));
  };
  return { element, show };
}

function mean({ values }: Dimension, places: Iterable<number>): number {
  let [sum, count] = [0, 0];
  for (const i of places) if (Number.isFinite(values[i]!)) { sum += values[i]!; ++count; }
  return sum / count;
}

const every = (count: number) => Array.from({ length: count }, (_, i) => i);

/** In what the selected points differ from all most, beside what was limited. */
function differs({ all, limits, inside }: Many, count: number): string {
  const moved = all.filter(({ key, axis }) => axis.low !== -0.5 && !limits.some((limit) => limit.key === key)).map((one) => {
    const [here, there] = [mean(one, inside), mean(one, every(count))];
    return { one, here, there, far: Math.abs(share(one.axis, here) - share(one.axis, there)) };
  }).filter(({ far }) => far > 0.03).sort((a, b) => b.far - a.far).slice(0, 2);
  const words = moved.map(({ one, here, there }) => `${one.title}: on average ${one.text(here)}, of all ${one.text(there)}`);
  return words.length === 0 ? "" : ` They differ most in ${words.join("; and in ")}.`;
}

function means({ all, inside }: Many, count: number): HTMLElement {
  const rows = all.map((one) => {
    const named = one.axis.low === -0.5;
    return h("tr", {}, h("th", { scope: "row" }, one.name),
      h("td", { class: "number" }, named ? commonest(one, inside) : one.text(mean(one, inside))),
      h("td", { class: "number" }, named ? commonest(one, every(count)) : one.text(mean(one, every(count)))));
  });
  return h("div", { class: "card scrolls", tabindex: 0, role: "region", "aria-label": "Means" },
    h("h3", {}, "Means"), h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Of"),
      h("th", { scope: "col", class: "number" }, "selected"), h("th", { scope: "col", class: "number" }, "all"))), h("tbody", {}, ...rows)));
}

/** Of names there is no mean. */
function commonest(one: Dimension, places: number[]): string {
  const counts = new Map<number, number>();
  for (const i of places) counts.set(one.values[i]!, (counts.get(one.values[i]!) ?? 0) + 1);
  const [value, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [NaN, 0];
  return `${one.text(value)} (${Math.round((100 * count) / Math.max(1, places.length))} %)`;
}

function points({ data, state }: StudyPage, { shown, inside }: Many): HTMLElement {
  const rows = inside.slice(0, most).map((i) => {
    const point = data.points[i]!;
    const choose = h("button", { type: "button", "aria-label": `Select point ${point}`, click: () => {
      state.set({ point });
      goTo("single");
    } }, String(point));
    return h("tr", {}, h("td", {}, choose), ...shown.map((one) => h("td", { class: "number" }, one.text(one.values[i]!))));
  });
  return h("div", { class: "card scrolls", tabindex: 0, role: "region", "aria-label": "Selected points" },
    h("h3", {}, inside.length > most ? `The first ${most} points` : "Points"),
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Point"), ...shown.map(({ title }) => h("th", { scope: "col", class: "number" }, title)))),
      h("tbody", {}, ...rows)));
}
