import { h } from "../dom.js";
import { alignmentLegend, key } from "../legend.js";
import type { Panel, RunPage } from "../panel.js";
import { dyadCard, nameOf } from "./dyad.js";
import { Matrix } from "./matrix.js";
import { Network } from "./network.js";
import { byCapability, campOf, meanAlignment, orderOf, type Order } from "./order.js";
import { Hidden, lineLayers, type LineLayer } from "./relations_state.js";

export const relations: Panel<RunPage> = {
  id: "relations", title: "Who stands where",
  lead: "How actors stand toward each other on the selected date: means over runs. Move the date to see it change; choose a dyad by " +
    "clicking on an actor, an arrow or a cell.",
  mount(body, page) {
    const { report, state } = page;
    const mean = meanAlignment(report.variants[0]!, report.actors.length);
    const orders = new Map<number, Order>();
    const ordered = () => {
      const { variant } = state.selection;
      const found = orders.get(variant) ?? orderOf(report, report.variants[variant]!, mean);
      orders.set(variant, found);
      return found;
    };
    const hidden = new Hidden(page);
    const network = new Network(page, mean, ordered, hidden);
    const matrix = new Matrix(page, ordered, hidden);
    body.append(layerBar(page, hidden), h("div", { class: "pair" }, network.drawing.element, matrix.drawing.element), dyadCard(page));
    state.on(["variant", "moment", "dyad", "more"], () => { network.drawing.draw(); matrix.drawing.draw(); });
  },
};

const names: Record<LineLayer, string> = { alignment: "Alignment", sanctions: "Sanctions", support: "Support", pacts: "Pacts" };

/** Buttons for the layers, and what lines and colours mean. */
function layerBar(page: RunPage, hidden: Hidden): HTMLElement {
  const buttons = lineLayers.filter((layer) => layer !== "pacts" || page.report.pacts.length > 0).map((layer) => {
    const button = h("button", { type: "button", class: "layer", click: () => hidden.toggle(layer) },
      h("span", { class: `mark line-${layer}`, "aria-hidden": "true" }), names[layer]);
    page.state.on(["more"], () => button.setAttribute("aria-pressed", String(hidden.shows(layer))));
    return button;
  });
  const camps = h("span", { class: "keys" });
  page.state.on(["variant"], () => camps.replaceChildren(...campKeys(page)));
  return h("div", { class: "layers" }, h("div", { class: "buttons", role: "group", "aria-label": "Layers shown" }, ...buttons),
    h("div", { class: "legend" }, alignmentLegend(), camps,
      h("span", {}, "Disc: capability. Arrow: wider the higher its mean level, paler the fewer runs; of very many the strongest. " +
        "Corners: sanctions above, support below.")));
}

function campKeys(page: RunPage): HTMLElement[] {
  const { report, state } = page;
  const camp = campOf(report.variants[state.selection.variant]!, report.actors.length);
  return [0, 1, 2].flatMap((which) => {
    const members = byCapability(report).filter((i) => camp[i] === which);
    if (members.length === 0) return [];
    const some = members.slice(0, 3).map((i) => nameOf(page, i)).join(", ");
    const rest = members.length > 3 ? ` and ${members.length - 3} more` : "";
    return [key(`camp-${which}`, which === 2 ? `in neither camp: ${some}${rest}` : `${some}${rest}`)];
  });
}
