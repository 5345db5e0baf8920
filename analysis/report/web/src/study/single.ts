import { share } from "../axis.js";
import { choice } from "../choice.js";
import { fill, h } from "../dom.js";
import { grouped, percent } from "../format.js";
import { command } from "../masthead.js";
import type { Panel, StudyPage } from "../panel.js";
import { describe, quantity, valueText } from "./data.js";

/** One point, and how its runs are done again. */
export const single: Panel<StudyPage> = {
  id: "single", title: "Single runs",
  lead: "A point of the study, what was set there and what came out; and the command that does one of its runs again, bit for bit.",
  mount(body, page) {
    const { state } = page;
    const shown = h("div", {});
    body.append(chooser(page), shown);
    state.on(["point", "replicate", "variant"], () => fill(shown, ...view(page)));
  },
};

function chooser({ report, state, data }: StudyPage): HTMLElement {
  const { selection } = state;
  const point = h("input", { type: "number", min: 0, step: 1 });
  const replicate = h("input", { type: "number", min: 0, max: Math.max(0, report.study.replicates - 1), step: 1 });
  point.addEventListener("change", () => { if (/^\d+$/.test(point.value)) state.set({ point: Number(point.value) }); });
  replicate.addEventListener("change", () => { if (/^\d+$/.test(replicate.value)) state.set({ replicate: Math.min(Number(replicate.value), report.study.replicates - 1) }); });
  const variant = choice("Variant", report.variants.map((v) => v.id), () => selection.variant, (i) => state.set({ variant: i }));
  const step = (by: number) => state.set({ point: data.points[data.placeOf(selection.point) + by] ?? data.points[0] ?? 0 });
  state.on(["point", "replicate", "variant"], () => {
    point.value = String(selection.point);
    replicate.value = String(selection.replicate);
    variant.show();
  });
  return h("div", { class: "choices" }, h("label", { class: "choice" }, h("span", {}, "Point"), point),
    h("button", { type: "button", "aria-label": "Point before", click: () => step(-1) }, "‹"), h("button", { type: "button", "aria-label": "Next point", click: () => step(1) }, "›"),
    report.study.replicates > 1 && h("label", { class: "choice" }, h("span", {}, "Replicate"), replicate), report.variants.length > 1 && variant.element);
}

function view(page: StudyPage): HTMLElement[] {
  const { data, state: { selection }, report } = page;
  const i = data.placeOf(selection.point);
  if (i < 0)
    return [h("p", { class: "say" }, `Point ${grouped(selection.point)} is not among the ${grouped(data.shown)} points that this page holds of ${grouped(report.study.points)}.`)];
  return [h("div", { class: "pair" }, parameters(page, i), outcomes(page, i)),
    h("p", {}, `Replicate ${selection.replicate} of point ${selection.point}, variant ${report.variants[selection.variant]?.id ?? ""}:`),
    command(replay(page, i))];
}

/** The command that does the selected run again. */
export function replay({ report, data, state: { selection } }: StudyPage, i: number): string {
  const sets = report.parameters.map(({ path, names }, p) => {
    const value = data.parameter(p)[i]!;
    return ` --set ${quoted(`${path}=${names.length > 0 ? names[value] ?? "" : String(value)}`)}`;
  });
  return `${report.replay.head} --first ${selection.replicate} --runs 1 --variant ${word(report.variants[selection.variant]?.id ?? "base")}${sets.join("")}`;
}

/** One word for the shell, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const word = (text: string) => (/^[\w.-]+$/.test(text) ? text : quoted(text));

function parameters({ report, data }: StudyPage, i: number): HTMLElement {
  const rows = report.parameters.map((parameter, p) => {
    const value = data.parameter(p)[i]!;
    const [low, high] = parameter.range;
    const within = parameter.names.length > 0 ? `of ${parameter.names.join(", ")}` : `${valueText(parameter, low)} to ${valueText(parameter, high)}`;
    return h("tr", {}, h("th", { scope: "row", title: parameter.note || undefined }, parameter.path),
      h("td", { class: "number" }, valueText(parameter, value)), h("td", {}, strip(share(data.axis(p), value))), h("td", {}, within));
  });
  return h("div", { class: "card scrolls", tabindex: 0, role: "region", "aria-label": "What was set" }, h("h3", {}, "What was set"),
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Parameter"), h("th", { scope: "col", class: "number" }, "Value"),
      h("th", { scope: "col" }, "In its range"), h("th", { scope: "col" }, "Range"))), h("tbody", {}, ...rows)));
}

/** A mark on a line: where in its range a value lies. */
function strip(part: number): HTMLElement {
  const mark = h("i", {});
  if (Number.isFinite(part)) mark.style.left = `${Math.max(0, Math.min(1, part)) * 100}%`;
  else mark.hidden = true;
  return h("div", { class: "strip", "aria-hidden": "true" }, mark);
}

function outcomes({ report, data, state: { selection } }: StudyPage, i: number): HTMLElement {
  const rows = report.outcomes.map((outcome, o) => {
    const all = data.outcome(selection.variant, o);
    const [value, deviation] = [all[i]!, data.deviation(selection.variant, o)[i]!];
    const { text } = quantity(outcome);
    const spread = Number.isFinite(deviation) && report.study.replicates > 1 ? ` ± ${text(deviation)}` : "";
    return h("tr", {}, h("th", { scope: "row", title: describe(outcome) }, outcome.name),
      h("td", { class: "number" }, Number.isFinite(value) ? text(value) + spread : "no finished run"),
      h("td", {}, strip(share(data.outcomeAxis(selection.variant, o), value))),
      h("td", { class: "number" }, Number.isFinite(value) ? percent(rank(all, value)) : ""));
  });
  return h("div", { class: "card scrolls", tabindex: 0, role: "region", "aria-label": "What came out" }, h("h3", {}, "What came out"),
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Outcome"),
      h("th", { scope: "col", class: "number" }, report.study.replicates > 1 ? "Mean ± standard deviation" : "Value"),
      h("th", { scope: "col" }, "Among all points"), h("th", { scope: "col", class: "number" }, "Points below"))), h("tbody", {}, ...rows)));
}

/** The share of points whose value is less. */
function rank(all: ArrayLike<number>, value: number): number {
  let [less, count] = [0, 0];
  for (let k = 0; k < all.length; ++k) if (Number.isFinite(all[k]!)) { ++count; if (all[k]! < value) ++less; }
  return less / count;
}
