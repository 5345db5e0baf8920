import { fill, h } from "../dom.js";
import { csv, save } from "../figure.js";
import { percent } from "../format.js";
import type { RunPage } from "../panel.js";
import { comparedOf } from "./variants-data.js";

const few = 12;

/** The levels that differ at the end, and in how many pairs. */
export function flips(page: RunPage): HTMLElement {
  const { state } = page;
  const body = h("div", { class: "scrolled" });
  const more = h("button", { type: "button" });
  let all = false;
  const draw = () => {
    const found = comparedOf(page).flips;
    fill(body, found.length === 0 ? h("p", { class: "note" }, "No level of sanctions or support differs at the end of any pair.") : tableOf(page, all ? found : found.slice(0, few)));
    more.hidden = found.length <= few;
    more.textContent = all ? `Show the first ${few}` : `Show all ${found.length}`;
  };
  more.addEventListener("click", () => { all = !all; draw(); });
  state.on(["variant"], draw);
  return h("div", { class: "figure" },
    h("div", { class: "heading" }, h("h3", {}, "Decisions that it turns"),
      h("button", { type: "button", class: "export", click: () => save("flips.csv", "text/csv", csvOf(page)) , "aria-label": "CSV of decisions that it turns" }, "CSV")), body, more);
}

function tableOf({ report, state }: RunPage, found: ReturnType<typeof comparedOf>["flips"]): HTMLElement {
  const name = (i: number) => report.actors[i]!.name || report.actors[i]!.id;
  return h("table", {},
    h("thead", {}, h("tr", {}, ...["Level", "higher in", "lower in"].map((word, k) => h("th", { scope: "col", class: k > 0 ? "number" : undefined }, word)))),
    h("tbody", {}, ...found.map(({ layer, actor, target, higher, lower }) => h("tr", {},
      h("td", {}, h("button", { type: "button", class: "link", click: () => state.set({ dyad: [actor, target] }) },
        `${name(actor)}: ${layer === "sanctions" ? "sanctions on" : "support for"} ${name(target)}`)),
      h("td", { class: "number" }, higher > 0 ? `${percent(higher)} of pairs` : "–"), h("td", { class: "number" }, lower > 0 ? `${percent(lower)} of pairs` : "–")))));
}

function csvOf(page: RunPage): string {
  const id = (i: number) => page.report.actors[i]!.id;
  return csv({ head: ["layer", "actor", "target", "higher", "lower"],
               rows: comparedOf(page).flips.map(({ layer, actor, target, higher, lower }) => [layer, id(actor), id(target), higher, lower]) });
}
