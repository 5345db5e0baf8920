import { h } from "../dom.js";
import { alignmentLegend, key } from "../legend.js";
import { onTheme } from "../palette.js";
import type { Panel, RunPage } from "../panel.js";
import { nameOf } from "./dyad.js";
import { noActor, WorldMap, type MapSettings } from "./world_map.js";

export const map: Panel<RunPage> = {
  id: "map", title: "On the map",
  lead: "Countries in the colour of their actor's alignment with the selected actor on the selected date.",
  mount(body, page) {
    const settings = new Settings(page);
    const world = new WorldMap(page, () => settings.now());
    if (world.claimed.length === 0) {
      body.append(h("p", { class: "note" }, "None of this scenario's actors stands for a country of the map."));
      return;
    }
    settings.region = world.degrees < 180;
    const { drawing } = world;
    drawing.tools.append(choices(page, settings));
    drawing.element.append(legend(page), h("p", { class: "note" },
      "Click a country to select its actor, with the shift key held to select whom it is seen toward. Borders: Natural Earth, by way of " +
      "world-atlas; they say nothing of claims."));
    body.append(drawing.element);
    page.state.on(["variant", "moment", "dyad", "more"], drawing.draw);
  },
};

/** The map's settings as the address keeps them. */
class Settings {
  region = false;
  constructor(private readonly page: RunPage) {}

  now(): MapSettings {
    const { more } = this.page.state.selection;
    const arrows = more["map-arrows"] ?? (this.page.report.actors.length > 40 ? "some" : "all");
    return {
      toward: more["map-direction"] !== "from",
      region: more["map-extent"] ? more["map-extent"] === "region" : this.region,
      arrows: arrows === "all" || arrows === "none" ? arrows : "some",
    };
  }
}

function choices(page: RunPage, settings: Settings): HTMLElement {
  const { state } = page;
  const name = () => nameOf(page, state.selection.dyad[0]);
  return h("div", { class: "choices" },
    choice(page, "Direction", "map-direction", [["toward", () => `Toward ${name()}`], ["from", () => `Of ${name()}`]],
      () => (settings.now().toward ? "toward" : "from")),
    choice(page, "Sanctions", "map-arrows", [["all", () => "All sanctions"], ["some", () => "Its own"], ["none", () => "None"]],
      () => settings.now().arrows),
    choice(page, "Extent", "map-extent", [["world", () => "World"], ["region", () => "Region"]],
      () => (settings.now().region ? "region" : "world")));
}

/** Buttons of which one is pressed. */
function choice(page: RunPage, label: string, setting: string, options: [string, () => string][],
                now: () => string): HTMLElement {
  const buttons = options.map(([value]) => h("button", { type: "button", click: () => page.state.setMore(setting, value) }));
  page.state.on(["more", "dyad"], () => options.forEach(([value, words], k) => {
    buttons[k]!.textContent = words();
    buttons[k]!.setAttribute("aria-pressed", String(value === now()));
  }));
  return h("div", { class: "choice", role: "group", "aria-label": label }, ...buttons);
}

function legend(page: RunPage): HTMLElement {
  const selected = h("span", { class: "keys" });
  page.state.on(["dyad"], () => selected.replaceChildren(key("of-selected", nameOf(page, page.state.selection.dyad[0]))));
  const none = key("of-none", "no actor in this scenario");
  const show = () => { (none.firstElementChild as HTMLElement).style.background = noActor(); };
  show();
  onTheme(show);
  return h("div", { class: "legend" }, alignmentLegend(), selected, none,
    key("arrow-sanctions", "sanctions: wider the higher, paler the fewer runs"));
}
