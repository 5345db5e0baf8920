import { fill, h } from "../dom.js";
import { day } from "../format.js";
import type { RunPage } from "../panel.js";

/** Variant, dyad and date: what the whole page shows. Stays in sight. */
export function controls({ report, state }: RunPage): HTMLElement {
  const { selection } = state;
  const choose = (label: string, options: string[], selected: () => number, chosen: (index: number) => void) => {
    const select = h("select", { "aria-label": label }, ...options.map((text, i) => h("option", { value: i }, text)));
    select.addEventListener("change", () => chosen(Number(select.value)));
    return { select, show: () => { select.value = String(selected()); } };
  };
  const variant = choose("Variant", report.variants.map((v) => v.title || v.id), () => selection.variant, (i) => state.set({ variant: i }));
  const names = report.actors.map((a) => a.name || a.id);
  const from = choose("How this actor stands", names, () => selection.dyad[0], (i) => state.set({ dyad: pair(i, selection.dyad[1], selection.dyad[0]) }));
  const to = choose("Toward this one", names, () => selection.dyad[1], (j) => state.set({ dyad: pair(selection.dyad[0], j, selection.dyad[1], true) }));
  state.on(["variant"], variant.show);
  state.on(["dyad"], () => { from.show(); to.show(); });
  const swap = h("button", { type: "button", "aria-label": "Swap the two actors", click: () => state.set({ dyad: [selection.dyad[1], selection.dyad[0]] }) }, "⇄");
  const choices = h("div", { class: "chosen-by", id: "controls-choices" },
    report.variants.length > 1 && h("label", {}, h("span", {}, "Variant"), variant.select),
    h("div", { class: "dyad", role: "group", "aria-label": "Dyad" }, from.select, h("span", { "aria-hidden": "true" }, "→"), to.select, swap));
  return h("div", { class: "controls" }, folder({ report, state }, choices), choices, timeline({ report, state }));
}

/** On a narrow screen: what is chosen, in a line, and a button that opens the controls. */
function folder({ report, state }: RunPage, choices: HTMLElement): HTMLElement {
  const button = h("button", { type: "button", class: "folder", "aria-expanded": "false", "aria-controls": choices.id });
  button.addEventListener("click", () => {
    const open = choices.classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  });
  const name = (actor: number) => report.actors[actor]!.name || report.actors[actor]!.id;
  state.on(["variant", "dyad"], () => {
    const { variant, dyad: [i, j] } = state.selection;
    const { title, id } = report.variants[variant]!;
    fill(button, h("span", { class: "words" }, h("strong", {}, `${name(i)} → ${name(j)}`), report.variants.length > 1 && ` · ${title || id}`));
  });
  return button;
}

/** A dyad whose one actor is chosen anew; where the other is the same, it takes the old one's place. */
function pair(i: number, j: number, old: number, second = false): [number, number] {
  if (i !== j) return [i, j];
  return second ? [old, j] : [i, old];
}

function timeline({ report, state }: RunPage): HTMLElement {
  const last = report.dates.length - 1;
  const slider = h("input", { type: "range", min: 0, max: last, step: 1, "aria-label": "Date" });
  const label = h("output", { class: "date" });
  const button = h("button", { type: "button", class: "play" });
  slider.addEventListener("input", () => state.set({ moment: Number(slider.value) }));
  state.on(["moment"], () => {
    slider.value = String(state.selection.moment);
    const words = day(report.dates[state.selection.moment]!);
    slider.setAttribute("aria-valuetext", words);
    fill(label, words);
  });
  let playing = 0;
  const show = () => { button.textContent = playing ? "❚❚" : "▶"; button.setAttribute("aria-label", playing ? "Pause" : "Play"); };
  const stop = () => { cancelAnimationFrame(playing); playing = 0; show(); };
  button.addEventListener("click", () => {
    if (playing) return stop();
    const began = performance.now();
    const first = state.selection.moment >= last ? 0 : state.selection.moment;
    const step = (now: number) => {
      const moment = Math.min(last, first + Math.floor(((now - began) / 10_000) * last)); // the whole span takes ten seconds
      if (moment !== state.selection.moment) state.set({ moment });
      if (moment === last) return stop();
      playing = requestAnimationFrame(step);
    };
    playing = requestAnimationFrame(step);
    show();
  });
  show();
  return h("div", { class: "time" }, button, slider, label);
}
