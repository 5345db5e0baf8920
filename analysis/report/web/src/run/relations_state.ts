import type { RunPage } from "../panel.js";
import type { Order } from "./order.js";

export const lineLayers = ["alignment", "sanctions", "support", "pacts"] as const;
export type LineLayer = (typeof lineLayers)[number];

/** The order of actors in the variant selected. */
export type Ordered = () => Order;

/** Which layers the reader has hidden, as the address keeps it. */
export class Hidden {
  constructor(private readonly page: RunPage) {}

  shows(layer: LineLayer): boolean {
    return !this.#hidden().includes(layer);
  }
  toggle(layer: LineLayer): void {
    const now = this.#hidden();
    const next = now.includes(layer) ? now.filter((l) => l !== layer) : [...now, layer];
    this.page.state.setMore("relations-hide", next.join(","));
  }
  #hidden(): string[] {
    return (this.page.state.selection.more["relations-hide"] ?? "").split(",").filter((l) => l !== "");
  }
}

/** An actor that is chosen becomes the dyad's first; if it is the second, the two swap. */
export function pickActor({ state }: RunPage, actor: number): void {
  const [i, j] = state.selection.dyad;
  state.set({ dyad: actor === j ? [j, i] : [actor, j] });
}

/** Arrow keys: up and down change the dyad's first actor, left and right its second. */
export function moveDyad({ key }: KeyboardEvent, { state, report }: RunPage, ordered: Ordered): boolean {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  if (!step) return false;
  const { actors, place } = ordered();
  const count = report.actors.length;
  const dyad = [...state.selection.dyad] as [number, number];
  const which = step[0] !== 0 ? 0 : 1;
  let at = place[dyad[which]]! + step[which]!;
  if (actors[at] === dyad[1 - which]) at += step[which]!;
  if (at < 0 || at >= count) return true;
  dyad[which] = actors[at]!;
  state.set({ dyad });
  return true;
}
