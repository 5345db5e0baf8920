import type { Decision, Layer, RunReport } from "../contract.js";
import { h } from "../dom.js";
import { day } from "../format.js";
import type { RunPage } from "../panel.js";
import { nameOf } from "./dyad.js";

/** "severe"; of a level without a name its number. */
export function levelName(report: RunReport, layer: Layer, level: number): string {
  return report.levels[layer][level] || `level ${level}`;
}

/** Who decides: of a vote the bloc, else the actor. */
export function deciderOf(page: RunPage, { occasion, by, actor }: Decision): string {
  const bloc = occasion === "vote" ? page.report.blocs.find(({ id }) => id === by) : undefined;
  return bloc ? bloc.name || bloc.id : nameOf(page, actor);
}

/** Of what a step is of, in words that take an object: "sanctions on", "support for". */
export const onto: Record<Layer, string> = { sanctions: "sanctions on", support: "support for" };

/** What a step does, up to its target: "raises sanctions on". */
export function stepOf({ layer, from, to }: Decision): string {
  return `${to > from ? "raises" : "lowers"} ${onto[layer]}`;
}

/** On what occasion a level moved. */
export function occasionOf(page: RunPage, decision: Decision): string {
  if (decision.occasion === "vote") return `A vote of ${deciderOf(page, decision)}: all its members move together.`;
  if (decision.occasion === "commitment") return `The commitment “${decision.by}” was called in and honoured.`;
  return "Its own choice, at one of its opportunities.";
}

/** What was likeliest of all that it did not do. */
export function runnerUpOf(page: RunPage, decision: Decision): string {
  const next = decision.runner_up;
  if (!next) return "";
  if (next.step === 0) return "keep everything as it is";
  return `${next.step > 0 ? "raise" : "lower"} ${onto[decision.layer]} ${nameOf(page, next.target)}`;
}

/** A mark in the layer's colour; its name stands beside it. */
export function layerMark(layer: Layer): HTMLElement {
  return h("i", { class: `layer-mark of-${layer}`, "aria-hidden": "true" });
}

/** A name that, clicked, selects a dyad on the whole page. */
export function dyadButton({ state }: RunPage, dyad: [number, number], label: string, words: string): HTMLElement {
  return h("button", { type: "button", class: "plain", "aria-label": label, click: () => state.set({ dyad }) }, words);
}

/** A date that, clicked, becomes that of the whole page. */
export function dateButton({ state }: RunPage, moment: number, date: string): HTMLElement {
  const words = day(date);
  const go = () => state.set({ moment });
  return h("button", { type: "button", class: "plain", "aria-label": `Go to ${words}`, click: go }, words);
}

/** A bar as wide as its share of the room it has. */
export function bar(kind: string, share: number): HTMLElement {
  const inside = h("i", { class: kind });
  inside.style.width = `${100 * Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0))}%`;
  return h("span", { class: "share-bar", "aria-hidden": "true" }, inside);
}

/** A button that shows more, or nothing where there is no more. */
export function moreButton(id: string, words: string, click: () => void): HTMLElement {
  return h("button", { type: "button", id, class: "more", click }, words);
}
