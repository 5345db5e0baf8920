import type { Decision, Variant } from "../contract.js";
import { fill, h } from "../dom.js";
import { day } from "../format.js";
import type { RunPage } from "../panel.js";
import { effectWords } from "./decisions-effects.js";
import { deciderOf, levelName, stepOf } from "./decisions-words.js";
import { nameOf, shortName } from "./dyad.js";

/** What the reader wants to see of the decisions; the address keeps it. */
export interface Filter {
  run: number | null;
  layer: string; actor: string; target: string; words: string;
  dyad: [number, number] | null;
}

export function chosenVariant({ report, state }: RunPage): Variant {
  return report.variants[state.selection.variant]!;
}

/** The filter as the selection has it: of the run selected, else of the typical one; null stands for all shown. */
export function filterOf(page: RunPage): Filter {
  const { more, run, dyad } = page.state.selection;
  const { singles, typical } = chosenVariant(page);
  const one = run !== null && singles.replicates.includes(run) ? run : typical;
  return {
    run: more["decisions-run"] === "all" ? null : one, layer: more["decisions-layer"] ?? "", actor: more["decisions-actor"] ?? "",
    target: more["decisions-target"] ?? "", words: more["decisions-words"] ?? "", dyad: more["decisions-dyad"] ? dyad : null,
  };
}

/** The decisions that pass. */
export function passing(page: RunPage, filter: Filter): Decision[] {
  const { actors } = page.report;
  const words = filter.words.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return chosenVariant(page).decisions.filter((d) =>
    (filter.run === null || d.run === filter.run) && (filter.layer === "" || d.layer === filter.layer) &&
    (filter.actor === "" || actors[d.actor]!.id === filter.actor) &&
    (filter.target === "" || actors[d.target]!.id === filter.target) &&
    (filter.dyad === null || (d.actor === filter.dyad[0] && d.target === filter.dyad[1])) &&
    (words.length === 0 || words.every((word) => textOf(page, d).includes(word))));
}

const texts = new WeakMap<Decision, string>();

/** All words in which a decision can be found. */
function textOf(page: RunPage, d: Decision): string {
  let text = texts.get(d);
  if (text !== undefined) return text;
  const { report } = page;
  const ids = [d.actor, d.target].map((actor) => report.actors[actor]!.id);
  const effects = d.parts.map(({ name }) => `${name} ${effectWords(report, d.layer, name).name}`);
  const levels = [d.from, d.to].map((level) => levelName(report, d.layer, level));
  text = [deciderOf(page, d), nameOf(page, d.actor), nameOf(page, d.target), ...ids, stepOf(d),
          ...levels, d.date, day(d.date), d.occasion, d.by, ...effects].join(" ").toLowerCase();
  texts.set(d, text);
  return text;
}

/** The controls of the filter. */
export function filterForm(page: RunPage): HTMLElement {
  const { state } = page;
  const run = select("Run", (value) =>
    (value === "all" ? state.setMore("decisions-run", "all") : chooseRun(page, Number(value))));
  const layer = select("Layer", (value) => state.setMore("decisions-layer", value));
  const actor = select("Actor", (value) => state.setMore("decisions-actor", value));
  const target = select("Target", (value) => state.setMore("decisions-target", value));
  const search = searchField(page);
  const dyad = h("button", { type: "button", click: () => state.setMore("decisions-dyad", filterOf(page).dyad ? "" : "only") });
  const clear = h("button", { type: "button", click: () => clearAll(page) }, "Clear filters");
  const show = () => {
    const filter = filterOf(page);
    run.value = filter.run === null ? "all" : String(filter.run);
    [layer.value, actor.value, target.value] = [filter.layer, filter.actor, filter.target];
    if (document.activeElement !== search) search.value = filter.words;
    const [i, j] = state.selection.dyad;
    dyad.textContent = `Only ${shortName(nameOf(page, i), 28)} → ${shortName(nameOf(page, j), 28)}`;
    dyad.setAttribute("aria-pressed", String(filter.dyad !== null));
    clear.hidden = !narrowed(filter);
  };
  state.on(["variant"], () => {
    options(page, [run, layer, actor, target]);
    show();
  });
  state.on(["more", "run", "dyad"], show);
  return h("div", { class: "filters", role: "group", "aria-label": "Filters" }, labelled("Run", run), labelled("Layer", layer),
    labelled("Actor", actor), labelled("Target", target), labelled("Search", search), dyad, clear);
}

/** Whether anything but the run is filtered. */
export function narrowed({ layer, actor, target, words, dyad }: Filter): boolean {
  return layer !== "" || actor !== "" || target !== "" || words !== "" || dyad !== null;
}

function chooseRun({ state }: RunPage, run: number): void {
  const { "decisions-run": _, ...more } = state.selection.more;
  state.set({ run, more });
}

function clearAll({ state }: RunPage): void {
  const filters = ["layer", "actor", "target", "words", "dyad"].map((name) => `decisions-${name}`);
  const kept = Object.entries(state.selection.more).filter(([name]) => !filters.includes(name));
  state.set({ more: Object.fromEntries(kept) });
}

function select(label: string, chosen: (value: string) => void): HTMLSelectElement {
  const element = h("select", { id: `decisions-${label.toLowerCase()}` });
  element.addEventListener("change", () => chosen(element.value));
  return element;
}

function labelled(words: string, control: HTMLElement): HTMLElement {
  return h("label", {}, h("span", {}, words), control);
}

function searchField({ state }: RunPage): HTMLInputElement {
  const field = h("input", { type: "search", id: "decisions-search", placeholder: "China, severe, vote" });
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => state.setMore("decisions-words", field.value.trim()), 200); // other panels hear of it too
  });
  return field;
}

/** What there is to choose from in the variant selected. */
function options(page: RunPage, [run, layer, actor, target]: HTMLSelectElement[]): void {
  const { decisions, singles, typical } = chosenVariant(page);
  const option = (value: string | number, words: string) => h("option", { value }, words);
  const names = (of: (d: Decision) => number) => [...new Set(decisions.map(of))]
    .map((k) => [page.report.actors[k]!.id, nameOf(page, k)] as const)
    .sort((a, b) => a[1].localeCompare(b[1])).map(([id, name]) => option(id, name));
  const many = singles.replicates.length;
  fill(run!, ...singles.replicates.map((r) => option(r, `${r}${r === typical && many > 1 ? ", the typical one" : ""}`)),
    many > 1 && option("all", `all ${many} shown`));
  fill(layer!, option("", "both"), option("sanctions", "sanctions"), option("support", "support"));
  fill(actor!, option("", "any"), ...names((d) => d.actor));
  fill(target!, option("", "any"), ...names((d) => d.target));
}
