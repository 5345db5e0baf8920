import { h } from "./dom.js";
import { alignmentColour, onTheme } from "./palette.js";

/** The colours of alignments, from hostile to one camp. */
export function alignmentLegend(): HTMLElement {
  const bar = h("span", { class: "ramp", "aria-hidden": "true" });
  const show = () => {
    const stops = Array.from({ length: 17 }, (_, k) => alignmentColour(k / 8 - 1));
    bar.style.background = `linear-gradient(to right, ${stops.join(", ")})`;
  };
  show();
  onTheme(show);
  return h("span", { class: "key" }, "Alignment", h("span", {}, "−1 hostile"), bar, h("span", {}, "1 one camp"));
}

/** A mark and what it means; the mark's look is the class's. */
export function key(mark: string, words: string): HTMLElement {
  return h("span", { class: "key" }, h("span", { class: `mark ${mark}`, "aria-hidden": "true" }), words);
}
