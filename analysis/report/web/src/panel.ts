import type { RunReport, StudyReport } from "./contract.js";
import type { State } from "./state.js";
import { h } from "./dom.js";
import type { StudyData } from "./study/data.js";
import type { StudySelection } from "./study/state.js";

/** One part of the page: what it is called, in one sentence what it shows, and how it is built. */
export interface Panel<Page> {
  id: string; title: string; lead: string;
  mount(body: HTMLElement, page: Page): void;
}

export interface RunPage { report: RunReport; state: State }
export interface StudyPage { report: StudyReport; state: State<StudySelection>; data: StudyData }

/** Builds a panel when it comes near the screen, so that the first ones show at once. */
export function section<Page>(panel: Panel<Page>, page: Page): HTMLElement {
  const body = h("div", { class: "body" });
  const element = h("section", { id: panel.id, "aria-labelledby": `${panel.id}-title`, class: "panel" },
    h("header", {}, h("h2", { id: `${panel.id}-title` }, panel.title), h("p", { class: "lead" }, panel.lead)), body);
  let mounted = false;
  const mount = () => {
    if (mounted) return;
    mounted = true;
    observer.disconnect();
    panel.mount(body, page);
  };
  const observer = new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) mount(); }, { rootMargin: "600px" });
  observer.observe(element);
  addEventListener("beforeprint", mount);
  return element;
}
