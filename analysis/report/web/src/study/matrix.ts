import { h } from "../dom.js";
import { inkOn, mix, onTheme, theme } from "../palette.js";
import type { StudyPage } from "../panel.js";
import { shares } from "../quantity.js";
import { choose } from "./bars.js";
import { quantity } from "./data.js";
import { estimate, inShares, measuresOf, ranked } from "./ranking.js";

/** Every outcome at once: a table whose cells are the darker, the more a parameter matters. */
export function matrix(page: StudyPage): HTMLElement {
  const { report, state } = page;
  const { selection } = state;
  const body = h("div", { class: "matrix", tabindex: 0, role: "region", "aria-label": "What drives every outcome" });
  const draw = () => body.replaceChildren(tableOf(page));
  state.on(["outcome", "variant", "x"], draw);
  onTheme(draw);
  const sobol = report.sensitivity[0]!.method === "sobol";
  return h("div", { class: "card" }, h("h3", {}, "All outcomes at once"),
    h("p", { class: "note" }, sobol ? "Share of the variance, together with others. " : "", "Press a cell to select its outcome and parameter."), body,
    h("span", { class: "unseen" }, `Variant ${report.variants[selection.variant]?.id ?? ""}`));
}

function tableOf(page: StudyPage): HTMLElement {
  const { report, state, data } = page;
  const { selection } = state;
  const all = report.outcomes.map((_, o) => data.sensitivity(selection.variant, o)[0]);
  const lead = all[selection.outcome] ?? all.find((one) => one !== undefined);
  const order = lead ? ranked(lead) : report.parameters.map((_, p) => p);
  const cells = (p: number) => all.map((one, o) => {
    const key = one && measuresOf(one).at(-1)!.key;
    const { value } = one && key ? estimate(one, p, key) : { value: NaN };
    const text = one && Number.isFinite(value) ? (inShares(one.method) ? shares : quantity(report.outcomes[o]!)).text(value) : "–";
    const most = one && key ? Math.max(...one.parameters.map((_, q) => estimate(one, q, key).value).filter(Number.isFinite)) : 1;
    const strength = one && inShares(one.method) ? value : value / most;
    const chosen = o === selection.outcome && p === selection.x;
    const button = h("button", { type: "button", "aria-pressed": String(chosen), "aria-label": `${report.outcomes[o]!.name}, ${report.parameters[p]!.path}: ${text}`,
      click: () => { state.set({ outcome: o }); choose(page, p); } }, text);
    const colour = mix(theme().panel, theme().accent, Number.isFinite(strength) ? Math.max(0, Math.min(1, strength)) : 0);
    button.style.background = colour;
    button.style.color = inkOn(colour);
    return h("td", {}, button);
  });
  return h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Parameter"),
    ...report.outcomes.map((o, i) => h("th", { scope: "col", class: i === selection.outcome ? "chosen" : undefined }, o.name)))),
    h("tbody", {}, ...order.map((p) => h("tr", {}, h("th", { scope: "row", title: report.parameters[p]!.path }, data.short[p]!), ...cells(p)))));
}
