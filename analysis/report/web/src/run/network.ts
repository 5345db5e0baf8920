import type { Layer } from "../contract.js";
import { drawing, type Drawing, type Size } from "../drawing.js";
import type { Table } from "../figure.js";
import type { RunPage } from "../panel.js";
import { theme } from "../palette.js";
import type { Pen } from "../pen.js";
import { distanceTo, neutral, Quiver, type Arrow } from "./arrows.js";
import { nameOf, shortName, tipOf } from "./dyad.js";
import { besideLabel, placeLabels, type Label } from "./labels.js";
import { layout, sheet, type Spot } from "./network_layout.js";
import { byCapability, campOf } from "./order.js";
import { Hidden, moveDyad, pickActor, type Ordered } from "./relations_state.js";
import { shadeColours, shadeOf } from "./shades.js";
import { snapshotOf, type Snapshot } from "./snapshot.js";

const mostArrows = (actors: number) => (actors > many ? 40 : 150); // of a layer, besides those of the selected actors
const bends = { sanctions: 0.16, support: 0.28 };
const many = 40;

interface Placed { width: number; spots: Spot[]; labels: Map<number, Label> }

/** All actors as discs, and what holds between them as lines and arrows. */
export class Network {
  readonly drawing: Drawing;
  readonly #sheet: Spot[];
  readonly #threshold: number;
  readonly #size: number[]; // actors by capability
  readonly #quivers = { sanctions: new Quiver(), support: new Quiver() };
  #hovered = -1;
  #placed: Placed | null = null;

  constructor(private readonly page: RunPage, mean: Float64Array, private readonly ordered: Ordered,
              private readonly hidden: Hidden) {
    this.#sheet = layout(page.report, mean);
    this.#threshold = threshold(mean, page.report.actors.length);
    this.#size = byCapability(page.report);
    this.drawing = drawing({
      title: "Who stands with whom", name: "network",
      label: "A network of the actors: near each other and joined in blue those who are aligned, in orange those who are hostile; " +
        "red arrows are sanctions, green ones support. Arrow keys change the selected dyad; the table has the numbers.",
      height: (width) => Math.round((width * sheet.height) / sheet.width),
      paint: (pen, size) => this.#paint(pen, size),
      table: () => this.#table(),
      tip: (x, y, size) => this.#tip(x, y, size),
      press: (x, y, size) => this.#press(x, y, size),
      key: (event) => moveDyad(event, page, ordered),
    });
    this.drawing.canvas.addEventListener("mouseleave", () => this.#hover(-1));
  }

  #place({ width, height }: Size): Placed {
    if (this.#placed?.width === width) return this.#placed;
    const scale = width / sheet.width;
    const spots = this.#sheet.map(({ x, y, radius }) => ({ x: x * scale, y: y * scale, radius: Math.max(2.5, radius * scale) }));
    const crowd = spots.length > many;
    const order = crowd ? this.#size.slice(0, 34) : this.#size;
    const labels = placeLabels(spots, order, (i) => this.#word(i, width), crowd ? 11 : 12, width, height, !crowd);
    return (this.#placed = { width, spots, labels });
  }

  #word(actor: number, width: number): string {
    const { id } = this.page.report.actors[actor]!;
    return this.#sheet.length > 20 || width < 440 ? shortName(id, 14) : shortName(nameOf(this.page, actor));
  }

  #paint(pen: Pen, size: Size): void {
    const { spots, labels } = this.#place(size);
    const now = snapshotOf(this.page);
    if (this.hidden.shows("alignment")) this.#alignments(pen, now, spots);
    if (this.hidden.shows("pacts")) this.#pacts(pen, spots);
    const scale = spots.length > many ? 0.7 : 1;
    if (this.hidden.shows("support"))
      this.#arrows("support", now, spots).draw(pen, theme().support, { bend: bends.support, dash: [5, 3], open: true, scale });
    if (this.hidden.shows("sanctions"))
      this.#arrows("sanctions", now, spots).draw(pen, theme().sanctions, { bend: bends.sanctions, scale });
    this.#discs(pen, spots);
    this.#names(pen, spots, labels, size.width);
  }

  #alignments(pen: Pen, now: Snapshot, spots: Spot[]): void {
    const first = this.page.state.selection.dyad[0];
    const count = spots.length;
    const lines = new Lines(spots);
    for (let i = 0; i < count; ++i)
      for (let j = i + 1; j < count; ++j) {
        const both = (now.alignment[i * count + j]! + now.alignment[j * count + i]!) / 2;
        const clear = Math.min(1, (Math.abs(both) - this.#threshold) / 0.15);
        if (clear > 0) lines.add(i, j, both, clear);
      }
    lines.draw(pen);
    for (let j = 0; j < count; ++j) {
      const value = now.alignment[first * count + j]!;
      if (j !== first && Math.abs(value) > 0.05) lines.add(first, j, value, 1);
    }
    lines.draw(pen);
  }

  #arrows(layer: Layer, now: Snapshot, spots: Spot[]): Quiver {
    const quiver = this.#quivers[layer];
    quiver.clear();
    this.#eachArrow(layer, now, spots, (arrow) => quiver.add(arrow));
    return quiver;
  }

  #eachArrow(layer: Layer, now: Snapshot, spots: Spot[], call: (arrow: Arrow, i: number, j: number) => void): void {
    const [levels, shares] = layer === "sanctions" ? [now.sanctions, now.sanctioning] : [now.support, now.supporting];
    const most = Math.max(1, this.page.report.levels[layer].length - 1);
    const count = spots.length;
    const chosen = this.page.state.selection.dyad;
    const least = faintest(levels, shares, mostArrows(count));
    for (let k = 0; k < levels.length; ++k) {
      if (!(shares[k]! >= 0.03)) continue;
      const [i, j] = [Math.floor(k / count), k % count];
      if (levels[k]! * shares[k]! < least && !chosen.includes(i)) continue;
      const [from, to] = [spots[i]!, spots[j]!];
      call({ from, to, start: from.radius + 1, end: to.radius + 2, weight: levels[k]! / most, strength: shares[k]! }, i, j);
    }
  }

  #pacts(pen: Pen, spots: Spot[]): void {
    pen.trace((to) => {
      for (const { between: [i, j] } of this.page.report.pacts) {
        const [a, b] = [spots[i]!, spots[j]!];
        const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
        const [nx, ny] = [(-(b.y - a.y) / length) * 2, ((b.x - a.x) / length) * 2];
        for (const side of [1, -1]) {
          to.moveTo(a.x + nx * side, a.y + ny * side);
          to.lineTo(b.x + nx * side, b.y + ny * side);
        }
      }
    }, null, { colour: theme().pact, width: spots.length > many ? 0.8 : 1.2, alpha: 0.9 });
  }

  #discs(pen: Pen, spots: Spot[]): void {
    const { variant, dyad: [i, j] } = this.page.state.selection;
    const camp = campOf(this.page.report.variants[variant]!, spots.length);
    const colours = [...theme().camps, neutral()];
    for (const actor of this.#size) {
      const { x, y, radius } = spots[actor]!;
      if (actor === i || actor === j)
        pen.circle(x, y, radius + 4, { colour: theme().panel }, { colour: theme().ink, width: actor === i ? 2.5 : 1.5 });
      pen.circle(x, y, radius, { colour: colours[camp[actor]!]! }, { colour: theme().panel, width: 1 });
      if (actor === this.#hovered) pen.circle(x, y, radius, null, { colour: theme().ink, width: 1.5 });
    }
  }

  #names(pen: Pen, spots: Spot[], labels: Map<number, Label>, width: number): void {
    const { dyad } = this.page.state.selection;
    const size = spots.length > many ? 11 : 12;
    const write = ({ x, y, text, align }: Label, bold: boolean) =>
      pen.text(x, y, text, { size, colour: theme().ink, align, halo: theme().panel, bold });
    for (const [actor, label] of labels) if (!dyad.includes(actor) && actor !== this.#hovered) write(label, false);
    for (const actor of new Set([this.#hovered, ...dyad])) {
      if (actor < 0) continue;
      const { x, y, radius } = spots[actor]!;
      write(labels.get(actor) ?? besideLabel({ x, y, radius: radius + 3 }, this.#word(actor, width), size, width), true);
    }
  }

  #find(x: number, y: number, size: Size): { actor: number } | { dyad: [number, number] } | null {
    const { spots } = this.#place(size);
    const far = spots.map((s) => Math.hypot(s.x - x, s.y - y) - s.radius);
    const actor = far.indexOf(Math.min(...far));
    if (far[actor]! < 6) return { actor };
    const now = snapshotOf(this.page);
    let [dyad, near]: [[number, number] | null, number] = [null, 5];
    for (const layer of ["sanctions", "support"] as const)
      if (this.hidden.shows(layer))
        this.#eachArrow(layer, now, spots, (arrow, i, j) => {
          const far = distanceTo(arrow, bends[layer], x, y);
          if (far < near) [dyad, near] = [[i, j], far];
        });
    return dyad ? { dyad } : this.#line(x, y, now, spots);
  }

  #line(x: number, y: number, now: Snapshot, spots: Spot[]): { dyad: [number, number] } | null {
    const first = this.page.state.selection.dyad[0];
    const count = spots.length;
    let [dyad, near]: [[number, number] | null, number] = [null, 4];
    for (let i = 0; i < count; ++i)
      for (let j = i + 1; j < count; ++j) {
        const both = (now.alignment[i * count + j]! + now.alignment[j * count + i]!) / 2;
        if (Math.abs(both) < this.#threshold && i !== first && j !== first) continue;
        const far = distanceTo({ from: spots[i]!, to: spots[j]!, start: 0, end: 0, weight: 0, strength: 0 }, 0, x, y);
        if (far < near) [dyad, near] = [j === first ? [j, i] : [i, j], far];
      }
    return dyad && { dyad };
  }

  #tip(x: number, y: number, size: Size): string | null {
    const found = this.#find(x, y, size);
    this.#hover(found && "actor" in found ? found.actor : -1);
    if (!found) return null;
    if ("dyad" in found) return tipOf(this.page, ...found.dyad);
    const { dyad: [i, j] } = this.page.state.selection;
    const other = found.actor === i ? j : i;
    const { capability } = this.page.report.actors[found.actor]!;
    return [nameOf(this.page, found.actor), `Capability ${Number(capability.toPrecision(2))}`, "",
            tipOf(this.page, other, found.actor)].join("\n");
  }

  #press(x: number, y: number, size: Size): void {
    const found = this.#find(x, y, size);
    if (!found) return;
    if ("dyad" in found) this.page.state.set({ dyad: found.dyad });
    else pickActor(this.page, found.actor);
  }

  #hover(actor: number): void {
    if (actor === this.#hovered) return;
    this.#hovered = actor;
    this.drawing.draw();
  }

  #table(): Table {
    const { variant } = this.page.state.selection;
    const camp = campOf(this.page.report.variants[variant]!, this.#sheet.length);
    const now = snapshotOf(this.page);
    const [first] = this.page.state.selection.dyad;
    const from = nameOf(this.page, first);
    return {
      head: ["Actor", "Capability", "Camp at the end", `Alignment of ${from} with it`, `Alignment with ${from}`,
             `Sanctions by ${from}, mean level`, `Sanctions on ${from}, mean level`],
      rows: this.ordered().actors.filter((i) => i !== first).map((i) => [
        nameOf(this.page, i), this.page.report.actors[i]!.capability, ["one", "other", "none"][camp[i]!]!,
        now.of("alignment", first, i), now.of("alignment", i, first),
        now.of("sanctions", first, i), now.of("sanctions", i, first)]),
    };
  }
}

/** Straight lines in the colours of alignments, those of one shade and strength in one stroke. */
class Lines {
  readonly #groups = new Map<number, number[]>();
  constructor(private readonly spots: Spot[]) {}

  /** `clear`, above 0 and at most 1, says how opaque the line is. */
  add(i: number, j: number, value: number, clear: number): void {
    const group = shadeOf(value) * 4 + Math.ceil(clear * 4) - 1;
    const found = this.#groups.get(group);
    if (found) found.push(i, j);
    else this.#groups.set(group, [i, j]);
  }

  /** Draws those added, strong ones last, and forgets them. */
  draw(pen: Pen): void {
    const thin = this.spots.length > many ? 0.45 : 1;
    const middle = shadeOf(0);
    const strength = (group: number) => Math.abs(Math.floor(group / 4) - middle) / middle;
    for (const group of [...this.#groups.keys()].sort((a, b) => strength(a) - strength(b))) {
      const ends = this.#groups.get(group)!;
      pen.trace((to) => {
        for (let k = 0; k < ends.length; k += 2) {
          to.moveTo(this.spots[ends[k]!]!.x, this.spots[ends[k]!]!.y);
          to.lineTo(this.spots[ends[k + 1]!]!.x, this.spots[ends[k + 1]!]!.y);
        }
      }, null, {
        colour: shadeColours()[Math.floor(group / 4)]!, width: (0.6 + 2.8 * strength(group)) * thin, alpha: ((group % 4) + 1) / 4,
      });
    }
    this.#groups.clear();
  }
}

/** How strong an arrow must be to be drawn, so that of many only the strongest are: mean level times share of runs. */
function faintest(levels: ArrayLike<number>, shares: ArrayLike<number>, most: number): number {
  const strengths: number[] = [];
  for (let k = 0; k < levels.length; ++k) if (shares[k]! >= 0.03) strengths.push(levels[k]! * shares[k]!);
  if (strengths.length <= most) return 0;
  return strengths.sort((a, b) => b - a)[most]! * 1.0001; // and none that is level with those left out
}

/** From which alignment on a line is drawn: about two and a half for each actor, of many fewer. */
function threshold(mean: Float64Array, count: number): number {
  const all = [...mean].map(Math.abs).sort((a, b) => b - a);
  return Math.max(0.12, all[Math.min(all.length - 1, (count > many ? 3 : 5) * count)] ?? 0); // every pair is there twice
}
