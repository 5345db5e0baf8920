import { h } from "./dom.js";

/** Rows of text and numbers: what a figure shows, to copy, read aloud or take away as CSV. */
export interface Table { head: string[]; rows: (string | number)[][] }

/** What every figure of the page offers. */
export interface FigureParts {
  title: string;
  name: string; // of the files that it exports
  label: string; // what it shows, for those who do not see it
  table: () => Table;
  svg?: () => string; // the picture, as an SVG text; none where the figure is a table itself
}

export interface Figure {
  element: HTMLElement;
  canvas: HTMLElement; // where the picture goes
  tools: HTMLElement; // where a figure's own controls go
}

/** A frame with a title, and buttons for the table, SVG and CSV; for the CSV alone where what it frames is a table. */
export function figure(parts: FigureParts): Figure {
  const canvas = h("div", { class: "canvas" });
  const tools = h("div", { class: "tools" });
  const behind = h("div", { class: "behind", hidden: true, tabindex: 0, role: "region", "aria-label": `${parts.title}: table` });
  const { svg } = parts;
  const buttons = h("div", { class: "exports" }, svg && tableButton(parts, behind),
    svg && h("button", { type: "button", click: () => save(parts.name + ".svg", "image/svg+xml", svg()), "aria-label": `SVG of ${parts.title}` }, "SVG"),
    h("button", { type: "button", click: () => save(parts.name + ".csv", "text/csv", csv(parts.table())), "aria-label": `CSV of ${parts.title}` }, "CSV"));
  const element = h("figure", { class: "figure" },
    h("figcaption", {}, h("h3", {}, parts.title), tools, buttons), canvas, svg && behind);
  return { element, canvas, tools };
}

function tableButton(parts: FigureParts, behind: HTMLElement): HTMLElement {
  const button = h("button", { type: "button", "aria-expanded": "false" }, "Table");
  button.addEventListener("click", () => {
    behind.hidden = !behind.hidden;
    button.setAttribute("aria-expanded", String(!behind.hidden));
    if (!behind.hidden) behind.replaceChildren(tableOf(parts.table(), parts.title));
  });
  return button;
}

export function tableOf(table: Table, caption: string): HTMLTableElement {
  return h("table", {}, h("caption", { class: "unseen" }, caption),
    h("thead", {}, h("tr", {}, ...table.head.map((word) => h("th", { scope: "col" }, word)))),
    h("tbody", {}, ...table.rows.map((cells) => h("tr", {}, ...cells.map((cell) =>
      h("td", typeof cell === "number" ? { class: "number" } : {}, typeof cell === "number" ? plain(cell) : cell))))));
}

function plain(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(6))) : "";
}

export function csv(table: Table): string {
  const cell = (value: string | number) => {
    if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
    return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  return [table.head, ...table.rows].map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";
}

export function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
