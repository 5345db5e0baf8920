import { toggle } from "../choice.js";
import { fill, h } from "../dom.js";
import { onTheme } from "../palette.js";
import type { Panel, RunPage } from "../panel.js";
import { accountOf, beyondStart, namesOf, placeOf, type Account } from "./why-account.js";
import { courseFigure } from "./why-course.js";
import { fallFigure } from "./why-fall.js";
import { inputList } from "./why-inputs.js";
import { partList } from "./why-list.js";
import { byThen, explanation, inReference, scale, sentence } from "./why-words.js";

/** Which mechanisms, events and noise moved the selected dyad, and on what that rests. */
export const why: Panel<RunPage> = {
  id: "why", title: "Why it moved",
  lead: "Which mechanisms, events and chance moved how the first actor stands toward the second. " +
    "The parts add up to the whole change.",
  mount(body, page) {
    const { report, state } = page;
    let account: Account | null = null;
    const chosen = () => state.selection.more["why-part"] ?? "";
    const now = h("div", { "aria-live": "polite" });
    const words = h("p", { class: "note" });
    const scales = h("p", { class: "note" });
    const [parts, inputs] = [h("div", {}), h("div", {})];
    const from = toggle("What is counted", ["Beyond the start's drift", "As it was"], () => (beyondStart(page) ? 0 : 1),
                        (k) => state.setMore("why-from", k === 0 ? "" : "start"));
    const fall = fallFigure(page, () => account, chosen, (part, go) => {
      state.setMore("why-part", part);
      if (go) requestAnimationFrame(() => requestAnimationFrame(() => goTo(parts)));
    });
    const course = courseFigure(page, () => account, chosen);
    const all = h("div", {}, h("div", { class: "why-from" }, from.element, words), fall.element, scales, course.element, parts,
      inputs);
    const instead = h("div", {});
    fill(body, now, all, instead);
    const build = () => {
      account = accountOf(page);
      all.hidden = account === null;
      fill(instead, account === null && others(page));
      if (account === null) return fill(now, h("p", { id: "why-now", class: "say" }, absent(page)));
      fill(words, explanation(account));
      fill(scales, scale(account, report));
      fill(parts, partList(page, account));
      fill(inputs, inputList(page, account));
    };
    const mark = () => {
      const apart = new Set(account?.shown.map(({ name }) => name));
      for (const item of parts.querySelectorAll<HTMLElement>(".why-part")) {
        const name = item.dataset.part!;
        item.classList.toggle("chosen", name === chosen() || (chosen() === "other" && !apart.has(name)));
      }
      fall.draw();
      course.draw();
    };
    const say = () => { if (account) fill(now, ...told(page, account)); };
    state.on(["variant", "dyad"], () => { build(); say(); mark(); });
    state.on(["moment"], say);
    let shown = beyondStart(page);
    state.on(["more"], () => {
      from.show();
      if (shown !== beyondStart(page)) { shown = beyondStart(page); build(); say(); }
      mark();
    });
    onTheme(() => { build(); mark(); });
  },
};

function told(page: RunPage, account: Account): HTMLElement[] {
  const more = [byThen(account, page), inReference(account, page),
    "Numbers in brackets are in affinity."].filter((text) => text !== "");
  return [h("p", { id: "why-now", class: "say" }, sentence(account)), h("p", { class: "note" }, more.join(" "))];
}

function goTo(parts: HTMLElement): void {
  const item = parts.querySelector<HTMLElement>(".why-part.chosen") ?? parts;
  item.scrollIntoView({ block: "center" });
  item.focus({ preventScroll: true });
}

function absent({ report, state }: RunPage): string {
  const { from, to } = namesOf(report, state.selection.dyad);
  return `This report keeps no account of what moved ${from} toward ${to}.`;
}

/** Dyads of which there is an account: those of the same actors first. */
function others({ report, state }: RunPage): HTMLElement {
  const { variant, dyad: [i, j] } = state.selection;
  const { ledger } = report.variants[variant]!;
  const near = ([a, b]: [number, number]) => (a === j && b === i ? 3 : a === i ? 2 : b === j ? 1 : 0);
  const dyads = [...ledger.dyads].sort((a, b) => near(b) - near(a)).slice(0, 12);
  if (dyads.length === 0) return h("p", { class: "note" }, "It keeps none of any dyad; ", h("code", {}, "entente explain"),
    " makes one.");
  return h("div", {}, h("p", { class: "note" }, `It keeps accounts of ${ledger.dyads.length} dyads, of which these are nearest:`),
    h("ul", { class: "chips" }, ...dyads.filter((dyad) => placeOf(ledger, dyad) >= 0).map((dyad) => {
      const { from, to } = namesOf(report, dyad);
      return h("li", {}, h("button", { type: "button", click: () => state.set({ dyad }) }, `${from} → ${to}`));
    })));
}
