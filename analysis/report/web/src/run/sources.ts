import { fill, h } from "../dom.js";
import { csv, save } from "../figure.js";
import { grouped, percent } from "../format.js";
import type { Panel, RunPage } from "../panel.js";
import { inputTable } from "./sources-inputs.js";

/** What the numbers rest on. */
export const sources: Panel<RunPage> = {
  id: "sources", title: "What it rests on",
  lead: "Every number that went in, with its basis and the modeller's own words.",
  mount(body, page) {
    fill(body, groundsBar(page), sourceList(page), inputTable(page));
  },
};

/** How much rests on sources, on estimates and on nothing. */
function groundsBar({ report }: RunPage): HTMLElement {
  const { numbers, estimates, baseless } = report.grounds;
  const parts: [string, string, number][] = [
    ["sourced", "rest on a source", numbers - estimates - baseless], ["estimated", "are the modeller's estimates", estimates],
    ["baseless", "have no basis given", baseless]];
  const bar = h("div", { class: "grounds", role: "img", "aria-label": `Of ${numbers} numbers ${parts.map(([, words, n]) => `${n} ${words}`).join(", ")}` },
    ...parts.filter(([, , n]) => n > 0).map(([kind, , n]) => {
      const piece = h("span", { class: `piece ${kind}` });
      piece.style.flexGrow = String(n);
      return piece;
    }));
  return h("div", { class: "figure" }, h("h3", {}, `${grouped(numbers)} numbers went in`), bar,
    h("p", { class: "legend" }, ...parts.map(([kind, words, n]) => h("span", { class: "key" }, h("span", { class: `mark ${kind}`, "aria-hidden": "true" }),
      h("strong", {}, grouped(n)), ` (${percent(n / numbers)}) ${words}`))),
    h("p", { class: "note" }, estimates + baseless > (numbers - estimates - baseless)
      ? "More than half of it is judgement: read results as what would follow from it, and see in a study which of it they hang on."
      : "What is estimated can be varied in a study, to see which of it results hang on."));
}

function sourceList({ report }: RunPage): HTMLElement {
  if (report.sources.length === 0) return h("p", { class: "note" }, "The scenario names no source.");
  const uses = (id: string) => report.inputs.filter((input) => input.basis === id).reduce((sum, { numbers }) => sum + numbers.length, 0);
  const items = report.sources.map(({ id, title, author, publisher, date, url, note }) => h("li", { id: `source-${id}` },
    h("strong", {}, title || id), ` (${id})`, ...[author, publisher, date].filter(Boolean).map((words) => `, ${words}`), ". ", note, " ",
    /^https?:\/\//.test(url) && h("a", { href: url, rel: "noreferrer noopener" }, url),
    h("span", { class: "note" }, ` ${grouped(uses(id))} numbers.`)));
  const table = { head: ["id", "title", "author", "publisher", "date", "url", "note", "numbers"],
                  rows: report.sources.map((s) => [s.id, s.title, s.author, s.publisher, s.date, s.url, s.note, uses(s.id)]) };
  return h("div", { class: "figure" }, h("div", { class: "heading" }, h("h3", {}, "Sources"),
    h("button", { type: "button", class: "export", "aria-label": "CSV of sources", click: () => save("sources.csv", "text/csv", csv(table)) }, "CSV")),
    h("ol", { class: "sources" }, ...items));
}
