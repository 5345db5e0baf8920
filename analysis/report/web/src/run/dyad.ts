import type { Layer } from "../contract.js";
import { fill, h } from "../dom.js";
import { day, number, percent, signed } from "../format.js";
import type { RunPage } from "../panel.js";
import { alignmentColour, inkOn, onTheme } from "../palette.js";
import { snapshotOf, type Snapshot } from "./snapshot.js";

/** A name no longer than a picture can bear. */
export function shortName(text: string, most = 20): string {
  return text.length <= most ? text : text.slice(0, most - 1).trimEnd() + "…";
}

export function nameOf({ report }: RunPage, actor: number): string {
  const { name, id } = report.actors[actor]!;
  return name || id;
}

/** What holds between two actors, i toward j, as pairs of a term and its words. */
export function facts(page: RunPage, i: number, j: number): [string, string][] {
  const now = snapshotOf(page);
  const pacts = page.report.pacts.filter(({ between: [a, b] }) => (a === i && b === j) || (a === j && b === i));
  const dependence = now.of("dependence", i, j);
  return [
    ["Alignment", signed(now.of("alignment", i, j))],
    ["Sanctions", levelWords(page, now, "sanctions", i, j)],
    ["Support", levelWords(page, now, "support", i, j)],
    ["Dependence", dependenceWords(dependence)],
    ...pacts.map(({ name, strength }): [string, string] => ["Pact at the start", `${name || "unnamed"}, strength ${number(strength)}`]),
  ];
}

function levelWords(page: RunPage, now: Snapshot, layer: Layer, i: number, j: number): string {
  const level = now.of(layer, i, j);
  const share = now.of(layer === "sanctions" ? "sanctioning" : "supporting", i, j);
  const names = page.report.levels[layer];
  if (!Number.isFinite(level)) return "–";
  if (level === 0 && share === 0) return "none";
  const { finished } = page.report.variants[page.state.selection.variant]!;
  const near = names[Math.round(level)] ?? "";
  const place = `${number(level, Number.isInteger(level) ? 0 : 2)} of ${names.length - 1}`;
  if (finished <= 1) return Number.isInteger(level) ? `${near || "level"} (${place})` : `level ${place}`;
  return `mean level ${place}; some in ${percent(share)} of runs`;
}

/** The same as lines, to show beside the pointer. */
export function tipOf(page: RunPage, i: number, j: number): string {
  return [`${nameOf(page, i)} → ${nameOf(page, j)}`, ...facts(page, i, j).map(([term, words]) => `${term}: ${words}`)].join("\n");
}

/** The numbers of the selected dyad at the selected moment, both ways, as text. */
export function dyadCard(page: RunPage): HTMLElement {
  const { state, report } = page;
  const card = h("section", { id: "dyad-card", class: "dyad-card", "aria-label": "The selected dyad in numbers" });
  const show = () => {
    const { dyad: [i, j], moment } = state.selection;
    fill(card, direction(page, i, j, true), direction(page, j, i, false),
      h("p", { class: "note" }, `${report.variants.length > 1 ? `${variantTitle(page)}, ` : ""}${day(report.dates[moment]!)}. ` +
        "Means over runs; alignment runs from −1, hostile, to 1, one camp."));
  };
  state.on(["dyad", "moment", "variant"], show);
  onTheme(show);
  return card;
}

function variantTitle({ report, state }: RunPage): string {
  const { title, id } = report.variants[state.selection.variant]!;
  return title || id;
}

function direction(page: RunPage, i: number, j: number, first: boolean): HTMLElement {
  const alignment = snapshotOf(page).of("alignment", i, j);
  const value = h("span", { class: "alignment", "data-value": first ? String(alignment) : undefined,
                            "data-moment": first ? page.state.selection.moment : undefined }, signed(alignment));
  const colour = alignmentColour(alignment);
  value.style.background = colour;
  value.style.color = inkOn(colour);
  return h("div", { class: "way" }, h("h4", {}, nameOf(page, i), " → ", nameOf(page, j)),
    h("dl", {}, ...facts(page, i, j).flatMap(([term, words]) =>
      [h("dt", {}, term), h("dd", {}, term === "Alignment" ? value : words)])));
}

/** A share in percent; of what is little but not nothing, that it is less than a tenth. */
function dependenceWords(share: number): string {
  if (!Number.isFinite(share)) return "–";
  if (share === 0) return "none";
  const percents = share > 0 && share < 0.0005 ? "<0.1 %" : `${number(share * 100, share < 0.1 ? 1 : 0)} %`;
  return `${percents} of what it uses`;
}
