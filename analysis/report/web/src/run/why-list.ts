import type { Event, Mechanism } from "../contract.js";
import { h } from "../dom.js";
import { day, signed } from "../format.js";
import type { RunPage } from "../panel.js";
import { colourOf, type Account, type Part } from "./why-account.js";
import { rangeOf } from "./why-words.js";

/** The parts, the largest first, each with what it is and where it comes from. */
export function partList(page: RunPage, account: Account): HTMLElement {
  const rows = account.parts.map((part) => item(page, account, part));
  const without = account.without.filter((title) => !title.startsWith("event "));
  return h("div", { class: "why-list" }, h("h3", {}, "The parts"),
    rows.length === 0 ? h("p", { class: "note" }, "No part has moved this dyad.") : h("ol", { class: "why-parts" }, ...rows),
    without.length > 0 && h("p", { class: "note" }, `Without a part: ${without.join(", ")}.`),
    h("p", { class: "note" }, "A part is what its mechanism or event added by itself, as the world was at each tick. " +
      "It is not what would be missing without it; for that, compare variants."));
}

function item({ report, state }: RunPage, account: Account, part: Part): HTMLElement {
  const mechanism = report.mechanisms.find(({ name }) => name === part.name);
  const events = report.variants[state.selection.variant]!.events.filter((event) => event.part === part.name);
  const swatch = h("i", { class: "swatch" });
  swatch.style.background = colourOf(account.shown.includes(part) ? part
    : account.shown.find(({ kind }) => kind === "rest") ?? part);
  const range = rangeOf(part, account.finished);
  return h("li", { class: "why-part", "data-part": part.name, tabindex: -1 },
    h("div", { class: "why-number" }, h("strong", {}, signed(part.end, 3)),
      range && h("span", {}, range.includes("…") ? `5–95 %: ${range}` : `${range} runs`)),
    h("div", { class: "why-what" },
      h("h4", {}, swatch, part.title),
      mechanism && mechanismWords(mechanism), ...events.map((event) =>
        eventWords(event, report.sources.find(({ id }) => id === event.basis)?.title)),
      (part.drift !== 0 || part.kind === "mechanism") && h("p", { class: "note" },
        `${account.beyond ? `As it was ${signed(part.since, 3)}` : `Beyond the start's drift ${signed(part.changed, 3)}`}; ` +
        `its drift at the start was ${signed(part.drift, 3)} a year.`)));
}

function mechanismWords({ equation, meaning, source }: Mechanism): HTMLElement {
  return h("div", {}, equation && h("code", { class: "equation" }, equation), h("p", {}, meaning && `${capital(meaning)}. `,
    source && h("span", { class: "source" }, source)));
}

function eventWords({ date, text, basis, note }: Event, source?: string): HTMLElement {
  return h("div", {}, h("p", {}, h("strong", {}, day(date)), ` · ${text}`),
    (note || basis) && h("p", {}, note && `${note} `, basisWords(basis, source)));
}

/** The basis of what the modeller put in; an estimate stands out. */
export function basisWords(basis: string, source = ""): HTMLElement {
  if (basis === "estimate") return h("span", { class: "badge" }, "estimate");
  return h("span", { class: "source" }, basis === "" ? "no basis is given" : source || `basis: ${basis}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
