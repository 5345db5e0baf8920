import { h } from "../dom.js";
import { grouped, percent } from "../format.js";
import { goTo } from "../go.js";
import { command } from "../masthead.js";
import type { Panel, StudyPage } from "../panel.js";

/** What is done, what is missing, and what went wrong. */
export const failed: Panel<StudyPage> = {
  id: "failed", title: "Failed runs",
  lead: "How far the study has come, and every run that gave no answer, with the command that does it again.",
  mount(body, { report, state }) {
    const { planned, finished, failed: wrong, missing } = report.counts;
    const kinds: [string, number, string][] = [["finished", finished, "swatch"], ["failed", wrong, "swatch wrong"], ["missing", missing, "swatch pale"]];
    const bar = h("div", { class: "stack", role: "img", "aria-label": kinds.map(([name, count]) => `${grouped(count)} ${name}`).join(", ") },
      ...kinds.map(([, count, kind]) => {
        const part = h("i", { class: kind.replace("swatch", "part"), hidden: count === 0 });
        part.style.flexGrow = String(count / Math.max(1, planned));
        return part;
      }));
    body.append(h("div", { class: "card" },
      h("p", {}, h("strong", {}, `${grouped(finished)} of ${grouped(planned)} planned runs`), ` are finished (${percent(finished / Math.max(1, planned))}); ` +
        `${grouped(wrong)} failed, ${grouped(missing)} ${missing === 1 ? "is" : "are"} missing.`), bar,
      h("p", { class: "legend" }, ...kinds.map(([name, count, kind]) => h("span", {}, h("i", { class: kind }), `${name} ${grouped(count)}`)))));
    if (wrong === 0) { body.append(h("p", { class: "say" }, "None failed.")); return; }
    const listed = report.failures.map((one) => h("li", {}, h("p", {},
      h("button", { type: "button", click: () => {
        state.set({ point: one.point, replicate: one.replicate, variant: Math.max(0, report.variants.findIndex((v) => v.id === one.variant)) });
        goTo("single");
      } }, `Point ${one.point}`), ` replicate ${one.replicate}, variant ${one.variant}: `, h("strong", {}, one.message)), one.replay !== "" && command(one.replay)));
    body.append(wrong > listed.length && h("p", { class: "note" }, `The first ${grouped(listed.length)} of ${grouped(wrong)}:`) || "", h("ol", { class: "failures" }, ...listed));
  },
};
