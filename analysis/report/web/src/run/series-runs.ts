import { fill, h } from "../dom.js";
import type { RunPage } from "../panel.js";

/** Whether all of the runs shown lie over the fan. */
export function showsAllRuns({ state }: RunPage): boolean {
  return state.selection.more["series-runs"] === "all";
}

/** Which single runs lie over the fan. */
export function runControls(page: RunPage): HTMLElement {
  const { report, state } = page;
  const runs = () => report.variants[state.selection.variant]!.singles.replicates;
  const typical = () => report.variants[state.selection.variant]!.typical;
  const step = (by: number) => {
    const place = state.selection.run === null ? -1 : runs().indexOf(state.selection.run);
    const next = place < 0 ? runs().indexOf(typical()) : (place + by + runs().length) % runs().length;
    if (runs().length > 0) state.set({ run: runs()[Math.max(0, next)]! });
  };
  const input = h("input", { type: "number", min: 0, step: 1, "aria-label": "Number of the single run" });
  input.addEventListener("change", () => {
    if (input.value === "" || !Number.isInteger(input.valueAsNumber)) return state.set({ run: null });
    const wanted = input.valueAsNumber;
    const found = runs().reduce((best, run) => (Math.abs(run - wanted) < Math.abs(best - wanted) ? run : best), runs()[0] ?? 0);
    input.value = String(found);
    state.set({ run: found });
  });
  const button = (text: string, label: string, click: () => void) =>
    h("button", { type: "button", "aria-label": label, click }, text);
  const typicalButton = button("Typical run", "Show the typical run, which lies nearest to the medians",
    () => state.set({ run: typical() }));
  const none = button("None", "None: show no single run", () => state.set({ run: null }));
  const all = h("button", { type: "button", click: () => state.setMore("series-runs", showsAllRuns(page) ? "" : "all") });
  const words = h("span", { class: "note" });
  state.on(["variant", "run", "more"], () => {
    const { run } = state.selection;
    input.value = run === null ? "" : String(run);
    none.setAttribute("aria-pressed", String(run === null));
    typicalButton.setAttribute("aria-pressed", String(run !== null && run === typical()));
    all.setAttribute("aria-pressed", String(showsAllRuns(page)));
    all.textContent = `All ${runs().length} shown runs`;
    all.hidden = runs().length < 2;
    fill(words, run !== null && !runs().includes(run) ? `Run ${run} is not among those that this report shows.` : "");
  });
  return h("div", { class: "runs", role: "group", "aria-label": "Single runs" }, h("span", {}, "Single run"),
    button("‹", "Previous run", () => step(-1)), input, button("›", "Next run", () => step(1)), typicalButton, none, all, words);
}
