import type { Sensitivity } from "../contract.js";
import { fill, h } from "../dom.js";
import { percent } from "../format.js";
import type { StudyPage } from "../panel.js";

/** How much of what single runs differ by is chance. */
export function noise({ report }: StudyPage): { element: HTMLElement; show(one: Sensitivity): void } {
  const element = h("div", { class: "card" });
  const show = ({ noise: chance, free_of_noise, method }: Sensitivity) => {
    const free = free_of_noise ? `${method === "morris" ? "The effects" : "The shares"} are those of the expected outcome: chance is taken out.`
      : report.study.replicates === 1 ? "Every point was run once: the numbers are those of this one replicate’s luck."
      : "Chance is still in these numbers.";
    if (chance === null || !Number.isFinite(chance.value)) return fill(element, h("h3", {}, "Chance"), h("p", { class: "note" }, free));
    const part = Math.max(0, Math.min(1, chance.value));
    const bar = h("div", { class: "stack", role: "img", "aria-label": `${percent(part)} chance, ${percent(1 - part)} parameters` },
      h("i", { class: "first" }), h("i", { class: "rest" }));
    const [first, rest] = bar.children as unknown as [HTMLElement, HTMLElement];
    first.style.flexGrow = String(1 - part);
    rest.style.flexGrow = String(part);
    const interval = Number.isFinite(chance.low) ? ` (${percent(chance.low)} to ${percent(chance.high)})` : "";
    fill(element, h("h3", {}, "Chance"), h("p", {}, h("strong", {}, percent(part)), ` of the variance of single runs is chance${interval}; the parameters make the rest.`),
      bar, h("p", { class: "legend" }, h("span", {}, h("i", { class: "swatch" }), "parameters"), h("span", {}, h("i", { class: "swatch chance" }), "chance")),
      h("p", { class: "note" }, free));
  };
  return { element, show };
}
