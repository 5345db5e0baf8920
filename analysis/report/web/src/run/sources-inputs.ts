import type { Input } from "../contract.js";
import { fill, h } from "../dom.js";
import { csv, save } from "../figure.js";
import { grouped } from "../format.js";
import type { RunPage } from "../panel.js";

const portion = 25;
const key = (name: string) => `sources-${name}`;

/** The inputs as a table that can be filtered; a portion of rows at a time. */
export function inputTable(page: RunPage): HTMLElement {
  const { report, state } = page;
  const body = h("tbody", {});
  const count = h("p", { class: "note", id: "sources-count", role: "status" });
  const more = h("button", { type: "button" });
  let found: Input[] = [];
  let shown = portion;
  const draw = () => {
    fill(body, ...found.slice(0, shown).map((input) => rowOf(input)));
    more.hidden = shown >= found.length;
    more.textContent = `Show ${grouped(Math.min(portion, found.length - shown))} more`;
    const numbers = found.reduce((sum, input) => sum + input.numbers.length, 0);
    fill(count, `${grouped(numbers)} numbers in ${grouped(found.length)} entries`);
  };
  more.addEventListener("click", () => { shown += portion; draw(); });
  const filter = () => { found = filtered(page); shown = portion; draw(); };
  state.on(["more"], filter);
  state.on(["dyad"], () => { if (state.selection.more[key("dyad")]) filter(); });
  return h("div", { class: "figure" },
    h("div", { class: "heading" }, h("h3", {}, "Inputs"),
      h("button", { type: "button", class: "export", "aria-label": "CSV of inputs", click: () => save("inputs.csv", "text/csv", csv(tableOf(found))) }, "CSV")),
    filters(page), count,
    h("div", { class: "scrolled", tabindex: 0, role: "region", "aria-label": "Inputs" },
      h("table", { class: "inputs" }, h("thead", {}, h("tr", {}, ...["Entry", "Numbers", "Basis", "Note"].map((word) => h("th", { scope: "col" }, word)))), body)),
    report.inputs.length > portion && more);
}

function filters({ report, state }: RunPage): HTMLElement {
  const { selection } = state;
  const search = h("input", { type: "search", placeholder: "Search entries and notes", "aria-label": "Search inputs", value: selection.more[key("search")] ?? "" });
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => state.setMore(key("search"), search.value), 150);
  });
  const bases = [...new Set(report.inputs.map((input) => input.basis))].sort();
  const basis = h("select", { "aria-label": "Basis" }, h("option", { value: "*" }, "any basis"),
    ...bases.map((id) => h("option", { value: id || "-" }, id === "estimate" ? "estimates" : id || "none given")));
  basis.value = selection.more[key("basis")] ?? "*";
  basis.addEventListener("change", () => state.setMore(key("basis"), basis.value === "*" ? "" : basis.value));
  const dyad = h("button", { type: "button" }, "Only the selected dyad");
  dyad.addEventListener("click", () => state.setMore(key("dyad"), selection.more[key("dyad")] ? "" : "only"));
  state.on(["more"], () => dyad.setAttribute("aria-pressed", String(Boolean(selection.more[key("dyad")]))));
  return h("div", { class: "choices" }, search, basis, dyad);
}

function filtered({ report, state: { selection } }: RunPage): Input[] {
  const words = (selection.more[key("search")] ?? "").toLowerCase();
  const basis = selection.more[key("basis")];
  const ids = selection.dyad.map((i) => report.actors[i]!.id);
  const named = (input: Input, id: string) => input.numbers.some(({ path }) => path.split(/[ .]/).includes(id)) || input.entry.split(/[ ,–]/).includes(id);
  return report.inputs.filter((input) =>
    (!basis || input.basis === (basis === "-" ? "" : basis)) &&
    (!selection.more[key("dyad")] || (ids.every((id) => named(input, id)) || (input.entry.startsWith("actor ") && ids.some((id) => named(input, id))))) &&
    (words === "" || `${input.entry} ${input.note} ${input.source} ${input.numbers.map((n) => n.path).join(" ")}`.toLowerCase().includes(words)));
}

function rowOf({ entry, numbers, basis, source, note }: Input): HTMLElement {
  return h("tr", {}, h("th", { scope: "row" }, entry),
    h("td", {}, ...numbers.map(({ path, value }) => h("div", { class: "input-number" }, h("code", {}, path), " ", h("strong", {}, value)))),
    h("td", {}, basis === "" ? "none given" : basis, source && h("div", { class: "note" }, source)), h("td", {}, note));
}

function tableOf(inputs: Input[]) {
  return { head: ["entry", "path", "value", "basis", "source", "note"],
           rows: inputs.flatMap(({ entry, numbers, basis, source, note }) => numbers.map(({ path, value }) => [entry, path, value, basis, source, note])) };
}
