import { fill, h } from "../dom.js";
import type { StudyPage } from "../panel.js";
import { read, write, type Limit } from "./limits.js";
import type { Many } from "./many.js";

/** Which parameters and outcomes have an axis. */
export function axesChooser({ state }: StudyPage): { element: HTMLElement; show(now: Many): void } {
  const list = h("div", { class: "ticks" });
  const auto = h("button", { type: "button", click: () => state.setMore("many-axes", "") }, "The strongest");
  const element = h("details", {}, h("summary", {}, "Choose the axes"), list, auto);
  const show = ({ all, shown }: Many) => {
    const focused = (document.activeElement as HTMLInputElement | null)?.value;
    const boxes = all.map(({ key, name }) => {
      const box = h("input", { type: "checkbox", value: key, checked: shown.some((one) => one.key === key) });
      box.addEventListener("change", () => {
        const keys = new Set(shown.map((one) => one.key));
        if (box.checked) keys.add(key);
        else keys.delete(key);
        if (keys.size >= 2) state.setMore("many-axes", [...keys].map(encodeURIComponent).join(";"));
        else box.checked = true;
      });
      return { box, label: h("label", {}, box, name) };
    });
    fill(list, ...boxes.map(({ label }) => label));
    boxes.find(({ box }) => box.value === focused)?.box.focus();
  };
  return { element, show };
}

/** Limits by keyboard: the same as dragging along an axis. */
export function limitsForm({ state }: StudyPage): { element: HTMLElement; show(now: Many): void } {
  const axis = h("select", {});
  const [from, to] = [h("input", { type: "text", inputmode: "decimal", "aria-label": "From" }), h("input", { type: "text", inputmode: "decimal", "aria-label": "To" })];
  const kept = h("ul", { class: "chips", "aria-label": "Limits" });
  const now = () => read(state.selection.more["many"]);
  const keep = (limits: Limit[]) => state.setMore("many", write(limits));
  const form = h("form", { class: "choices" }, h("label", { class: "choice" }, h("span", {}, "Keep points with"), axis),
    h("label", { class: "choice" }, h("span", {}, "from"), from), h("label", { class: "choice" }, h("span", {}, "to"), to), h("button", { type: "submit" }, "Add"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [low, high] = [numberIn(from, -Infinity), numberIn(to, Infinity)];
    if (!(low <= high) || (low === -Infinity && high === Infinity)) return;
    keep([...now().filter(({ key }) => key !== axis.value), { key: axis.value, low, high }]);
  });
  const element = h("div", {}, form, kept);
  const show = ({ all, limits }: Many) => {
    const chosen = axis.value;
    fill(axis, ...all.map(({ key, name }) => h("option", { value: key }, name)));
    axis.value = all.some(({ key }) => key === chosen) ? chosen : all.find(({ outcome }) => outcome)?.key ?? "";
    const chips = limits.map((limit, k) => {
      const one = all.find(({ key }) => key === limit.key);
      const words = `${one?.title ?? limit.key} ${spanOf(limit, one?.text ?? String)}`;
      return h("li", {}, h("button", { type: "button", "aria-label": `Remove the limit ${words}`, click: () => keep(now().filter((_, i) => i !== k)) }, `${words} ×`));
    });
    fill(kept, ...chips, chips.length > 0 && h("li", {}, h("button", { type: "button", click: () => keep([]) }, "Remove all")));
  };
  return { element, show };
}

function spanOf({ low, high }: Limit, text: (value: number) => string): string {
  if (low === -Infinity) return `up to ${text(high)}`;
  return high === Infinity ? `from ${text(low)}` : `${text(low)} to ${text(high)}`;
}

/** A number as people type it. */
function numberIn({ value }: HTMLInputElement, otherwise: number): number {
  const text = value.trim().replace("−", "-").replace(",", ".");
  const percent = text.endsWith("%");
  return text === "" ? otherwise : Number(text.replace("%", "")) / (percent ? 100 : 1);
}
