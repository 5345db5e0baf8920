import { h } from "./dom.js";

/** A select with its label before it. `show` puts it in step with what is selected. */
export interface Choice { element: HTMLElement; select: HTMLSelectElement; show(): void }

export function choice(label: string, options: string[], selected: () => number, chosen: (index: number) => void): Choice {
  const select = h("select", {}, ...options.map((text, i) => h("option", { value: i }, text)));
  select.addEventListener("change", () => chosen(Number(select.value)));
  const show = () => { select.value = String(selected()); };
  show();
  return { element: h("label", { class: "choice" }, h("span", {}, label), select), select, show };
}

/** Buttons of which one is pressed. */
export function toggle(label: string, options: string[], selected: () => number, chosen: (index: number) => void): {
  element: HTMLElement; show(): void;
} {
  const buttons = options.map((text, i) => h("button", { type: "button", click: () => { chosen(i); show(); } }, text));
  const show = () => buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(i === selected())));
  show();
  return { element: h("div", { class: "toggle", role: "group", "aria-label": label }, ...buttons), show };
}

/** Says anew what a figure is called and what its picture shows. */
export function retitle(figure: HTMLElement, title: string, label: string): void {
  const heading = figure.querySelector("h3");
  if (heading) heading.textContent = title;
  figure.querySelector('[role="img"]')?.setAttribute("aria-label", label);
}
