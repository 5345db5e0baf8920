import { drawing, type Drawing, type Size } from "../drawing.js";
import type { Table } from "../figure.js";
import type { RunPage } from "../panel.js";
import { alignmentColour, mix, theme } from "../palette.js";
import type { Pen } from "../pen.js";
import { Quiver } from "./arrows.js";
import { atlas, claims, seatOf, type Country } from "./atlas.js";
import { nameOf, tipOf } from "./dyad.js";
import { project, span, type Projected, type Region } from "./projected.js";
import { pickActor } from "./relations_state.js";
import { snapshotOf } from "./snapshot.js";

const crowd = 40; // arrows

/** What the reader has set for the map. */
export interface MapSettings { toward: boolean; region: boolean; arrows: "all" | "some" | "none" }

/** The world, coloured by how actors stand toward the selected one, or it toward them. */
export class WorldMap {
  readonly drawing: Drawing;
  readonly #countries: Country[];
  readonly #claims: Int16Array;
  readonly #quiver = new Quiver();
  #projected = new Map<string, Projected>();
  #hovered = -1;

  constructor(private readonly page: RunPage, private readonly settings: () => MapSettings) {
    this.#countries = atlas().countries;
    this.#claims = claims(page.report, this.#countries);
    this.drawing = drawing({
      title: "Alignment and sanctions", name: "map",
      label: "A map of the world: countries coloured by alignment with the selected actor, red arrows for sanctions. " +
        "Choose actors in the bar above; the table has the numbers.",
      height: (width) => Math.round(this.settings().region ? Math.max(300, width * 0.56) : width * 0.47),
      paint: (pen, size) => this.#paint(pen, size),
      table: () => this.#table(),
      tip: (x, y, size) => this.#tip(x, y, size),
      press: (x, y, size, { shiftKey }) => this.#press(x, y, size, shiftKey),
    });
    this.drawing.canvas.addEventListener("mouseleave", () => this.#hover(-1));
  }

  /** The countries that have an actor. */
  get claimed(): Country[] {
    return this.#countries.filter((_, k) => this.#claims[k]! >= 0);
  }
  /** Over how many degrees of longitude they reach. */
  get degrees(): number {
    return span(this.claimed);
  }

  #region(): Region {
    const seats = this.page.report.actors.map(({ states }) => seatOf(states, this.#countries));
    return { seats: seats.filter((seat) => seat !== null), countries: this.claimed };
  }

  #project({ width, height }: Size): Projected {
    const { region } = this.settings();
    const name = `${width} ${height} ${region}`;
    const found = this.#projected.get(name) ??
      project({ width, height }, region ? this.#region() : null, this.page.report.actors, (k) => this.#claims[k]! >= 0);
    if (this.#projected.size > 3) this.#projected.clear();
    this.#projected.set(name, found);
    return found;
  }

  #paint(pen: Pen, size: Size): void {
    const sheet = this.#project(size);
    const { panel, ink, line, dark } = theme();
    const colours = this.#colours();
    pen.rectangle(0, 0, size.width, size.height, { colour: mix(panel, line, dark ? 0.25 : 0.3) });
    const none = noActor();
    sheet.countries.forEach(({ shape }, k) => { if (shape) pen.path(shape, { colour: colours[this.#claims[k]!] ?? none }); });
    pen.path(sheet.borders, null, { colour: panel, width: 0.7 });
    sheet.countries.forEach(({ dot }, k) => {
      if (dot) pen.circle(dot.x, dot.y, 4, { colour: colours[this.#claims[k]!]! }, { colour: ink, width: 0.7 });
    });
    this.#outline(pen, sheet, this.page.state.selection.dyad[1], ink, 1.4);
    if (this.#hovered >= 0) this.#outline(pen, sheet, this.#claims[this.#hovered]!, ink, 1);
    this.#arrows(pen, sheet);
  }

  #colours(): string[] {
    const now = snapshotOf(this.page);
    const [first] = this.page.state.selection.dyad;
    const { toward } = this.settings();
    return this.page.report.actors.map((_, i) =>
      i === first ? theme().ink : alignmentColour(toward ? now.of("alignment", i, first) : now.of("alignment", first, i)));
  }

  #outline(pen: Pen, sheet: Projected, actor: number, colour: string, width: number): void {
    if (actor < 0) return;
    sheet.countries.forEach(({ shape, dot }, k) => {
      if (this.#claims[k] !== actor) return;
      if (shape) pen.path(shape, null, { colour, width });
      if (dot) pen.circle(dot.x, dot.y, 6, null, { colour, width: 1.5 });
    });
  }

  #arrows(pen: Pen, sheet: Projected): void {
    const { arrows } = this.settings();
    if (arrows === "none") return;
    const { sanctioning, sanctions, count } = snapshotOf(this.page);
    const [first] = this.page.state.selection.dyad;
    const most = Math.max(1, this.page.report.levels.sanctions.length - 1);
    this.#quiver.clear();
    let drawn = 0;
    for (let k = 0; k < sanctioning.length; ++k) {
      if (!(sanctioning[k]! >= 0.03)) continue;
      const [i, j] = [Math.floor(k / count), k % count];
      const [from, to] = [sheet.seats[i], sheet.seats[j]];
      if (!from || !to || (arrows === "some" && i !== first && j !== first)) continue;
      ++drawn;
      this.#quiver.add({ from, to, start: 4, end: 5, weight: sanctions[k]! / most, strength: sanctioning[k]! });
    }
    this.#quiver.draw(pen, theme().sanctions, { bend: 0.2, scale: drawn > crowd ? 0.5 : 0.9 });
  }

  #tip(x: number, y: number, size: Size): string | null {
    const country = this.#project(size).countryAt(x, y);
    this.#hover(country);
    if (country < 0) return null;
    const { name } = this.#countries[country]!;
    const actor = this.#claims[country]!;
    if (actor < 0) return `${name}: no actor of this scenario`;
    const [first] = this.page.state.selection.dyad;
    const whose = nameOf(this.page, actor) === name ? "" : `${name}: `;
    if (actor === first) return `${whose}${nameOf(this.page, actor)}\nThe selected actor`;
    return whose + (this.settings().toward ? tipOf(this.page, actor, first) : tipOf(this.page, first, actor));
  }

  #press(x: number, y: number, size: Size, second: boolean): void {
    const actor = this.#claims[this.#project(size).countryAt(x, y)] ?? -1;
    if (actor < 0) return;
    const [i, j] = this.page.state.selection.dyad;
    if (!second) pickActor(this.page, actor);
    else this.page.state.set({ dyad: actor === i ? [j, i] : [i, actor] });
  }

  #hover(country: number): void {
    if (country === this.#hovered) return;
    this.#hovered = country;
    this.drawing.draw();
  }

  #table(): Table {
    const now = snapshotOf(this.page);
    const [first] = this.page.state.selection.dyad;
    const { toward } = this.settings();
    return {
      head: ["Country", "Code", "Actor",
             toward ? `Alignment with ${nameOf(this.page, first)}` : `Alignment of ${nameOf(this.page, first)} with it`],
      rows: this.#countries.flatMap(({ name, iso }, k) => {
        const actor = this.#claims[k]!;
        if (actor < 0) return [];
        const value = actor === first ? NaN : toward ? now.of("alignment", actor, first) : now.of("alignment", first, actor);
        return [[name, iso, nameOf(this.page, actor), value]];
      }).sort(([a], [b]) => (a! < b! ? -1 : 1)),
    };
  }
}

/** The colour of land that no actor stands for. */
export function noActor(): string {
  return mix(theme().panel, theme().faint, theme().dark ? 0.3 : 0.38);
}
