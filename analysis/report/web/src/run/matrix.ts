import { drawing, type Drawing, type Size } from "../drawing.js";
import type { Table } from "../figure.js";
import type { RunPage } from "../panel.js";
import { theme } from "../palette.js";
import type { Pen } from "../pen.js";
import { nameOf, shortName, tipOf } from "./dyad.js";
import { widthOf } from "./labels.js";
import { byCapability, type Order } from "./order.js";
import { Hidden, moveDyad, type Ordered } from "./relations_state.js";
import { extra, shadeColours, shadeOf } from "./shades.js";
import { snapshotOf, type Snapshot } from "./snapshot.js";

const few = 0.03; // of runs: what fewer have is not shown
const many = 40;

/** A layer's shade for a share of runs; none for few. */
const ofShare = (pale: number, share: number): number => (share >= 0.5 ? pale + 1 : share >= few ? pale : 0);

interface Grid { left: number; top: number; cell: number }

/** Alignments as a square: rows stand toward columns. */
export class Matrix {
  readonly drawing: Drawing;
  readonly #cells: Uint8Array;
  readonly #fine: Uint8Array; // the same in quarters
  readonly #size: number[];
  #hovered: [number, number] | null = null;

  constructor(private readonly page: RunPage, private readonly ordered: Ordered, private readonly hidden: Hidden) {
    this.#cells = new Uint8Array(page.report.actors.length ** 2);
    this.#fine = new Uint8Array(4 * this.#cells.length);
    this.#size = byCapability(page.report);
    this.drawing = drawing({
      title: "Every actor toward every other", name: "matrix",
      label: "A matrix of alignments: the row's actor toward the column's, sorted by camp. Arrow keys change the selected dyad; " +
        "the table has the numbers.",
      height: (width) => this.#height(width),
      paint: (pen, size) => this.#paint(pen, size),
      table: () => this.#table(),
      tip: (x, y, size) => this.#tip(x, y, size),
      press: (x, y, size) => { const dyad = this.#find(x, y, size); if (dyad) page.state.set({ dyad }); },
      key: (event) => moveDyad(event, page, ordered),
    });
    this.drawing.canvas.addEventListener("mouseleave", () => this.#hover(null));
  }

  #word(actor: number, width: number): string {
    const { id } = this.page.report.actors[actor]!;
    return this.page.report.actors.length > 16 || width < 440 ? shortName(id, 8) : shortName(nameOf(this.page, actor), 15);
  }

  #grid(width: number): Grid {
    const count = this.page.report.actors.length;
    const longest = Math.max(...this.page.report.actors.map((_, i) => widthOf(this.#word(i, width), 12)));
    const left = Math.ceil(longest) + 10;
    return { left, top: left, cell: Math.max(1, Math.min(56, (width - left - 2) / count)) };
  }

  #height(width: number): number {
    const { top, cell } = this.#grid(width);
    return Math.round(top + cell * this.page.report.actors.length + 4);
  }

  #paint(pen: Pen, { width }: Size): void {
    const now = snapshotOf(this.page);
    const order = this.ordered();
    const grid = this.#grid(width);
    const count = order.actors.length;
    this.#shade(now, order);
    const small = grid.cell < 8;
    if (small) this.#quarters(now, order);
    const raster = { columns: small ? 2 * count : count, shades: small ? this.#fine : this.#cells, palette: shadeColours() };
    pen.raster(grid.left, grid.top, grid.cell * count, grid.cell * count, raster);
    if (!small && this.hidden.shows("sanctions")) this.#corners(pen, now.sanctioning, order, grid, theme().sanctions, true);
    if (!small && this.hidden.shows("support")) this.#corners(pen, now.supporting, order, grid, theme().support, false);
    this.#rules(pen, order, grid, count);
    this.#names(pen, order, grid, width);
    this.#outline(pen, order, grid);
  }

  /** The shade of every cell, in the order of the picture. */
  #shade({ alignment, count }: Snapshot, { actors }: Order): void {
    for (let row = 0, k = 0; row < count; ++row) {
      const from = actors[row]! * count;
      for (let column = 0; column < count; ++column, ++k)
        this.#cells[k] = row === column ? extra.none : shadeOf(alignment[from + actors[column]!]!);
    }
  }

  /** Of cells too small for triangles four quarters each: upper right for sanctions, lower left for support. */
  #quarters({ sanctioning, supporting, count }: Snapshot, { actors }: Order): void {
    const [sanctions, support] = [this.hidden.shows("sanctions"), this.hidden.shows("support")];
    for (let row = 0, k = 0; row < count; ++row)
      for (let column = 0; column < count; ++column, ++k) {
        const dyad = actors[row]! * count + actors[column]!;
        const [shade, at] = [this.#cells[k]!, 4 * row * count + 2 * column];
        this.#fine[at] = this.#fine[at + 2 * count + 1] = shade;
        this.#fine[at + 1] = (sanctions && ofShare(extra.sanctions, sanctioning[dyad]!)) || shade;
        this.#fine[at + 2 * count] = (support && ofShare(extra.support, supporting[dyad]!)) || shade;
      }
  }

  /** Triangles in the cells' upper right or lower left, in two strengths. */
  #corners(pen: Pen, share: Float64Array, { place }: Order, { left, top, cell }: Grid, colour: string, upper: boolean): void {
    const count = place.length;
    const leg = Math.min(12, cell * 0.42);
    for (const [least, most, alpha] of [[few, 0.5, 0.55], [0.5, Infinity, 1]] as const)
      pen.trace((to) => {
        for (let k = 0; k < share.length; ++k) {
          if (!(share[k]! >= least && share[k]! < most)) continue;
          const x = left + place[k % count]! * cell + (upper ? cell : 0);
          const y = top + place[Math.floor(k / count)]! * cell + (upper ? 0 : cell);
          const inward = upper ? 1 : -1;
          to.moveTo(x, y);
          to.lineTo(x - leg * inward, y);
          to.lineTo(x, y + leg * inward);
          to.closePath();
        }
      }, { colour, alpha });
  }

  #rules(pen: Pen, { bounds }: Order, { left, top, cell }: Grid, count: number): void {
    const length = cell * count;
    const cross = (places: number[], colour: string, width: number) => pen.trace((to) => {
      for (const place of places) {
        to.moveTo(left, top + place * cell);
        to.lineTo(left + length, top + place * cell);
        to.moveTo(left + place * cell, top);
        to.lineTo(left + place * cell, top + length);
      }
    }, null, { colour, width });
    if (cell >= 8) cross(Array.from({ length: count + 1 }, (_, k) => k), theme().panel, 1);
    cross(bounds, theme().ink, 1.5);
  }

  #names(pen: Pen, { actors, place }: Order, { left, top, cell }: Grid, width: number): void {
    const { dyad } = this.page.state.selection;
    const taken: [number[], number[]] = [[], []];
    const write = (actor: number, column: boolean, bold: boolean) => {
      const at = (place[actor]! + 0.5) * cell;
      if (taken[column ? 1 : 0].some((other) => Math.abs(other - at) < 11)) return;
      taken[column ? 1 : 0].push(at);
      const colour = bold ? theme().ink : theme().soft;
      const look = { size: 12, colour, bold, align: column ? "left" : "right", turn: column ? -90 : 0 } as const;
      if (column) pen.text(left + at + 4, top - 6, this.#word(actor, width), look);
      else pen.text(left - 6, top + at + 4, this.#word(actor, width), look);
    };
    const [row, column] = this.#hovered ?? dyad;
    for (const [i, j] of [[row, column], dyad]) { write(i!, false, true); write(j!, true, true); }
    for (const actor of actors.length > many ? this.#size : actors) { write(actor, false, false); write(actor, true, false); }
  }

  #outline(pen: Pen, { place }: Order, { left, top, cell }: Grid): void {
    const { ink, panel } = theme();
    const box = ([i, j]: [number, number], colour: string, out: number, width: number) =>
      pen.rectangle(left + place[j]! * cell - out, top + place[i]! * cell - out, cell + 2 * out, cell + 2 * out, null,
        { colour, width });
    if (this.#hovered) box(this.#hovered, ink, 0, 1);
    box(this.page.state.selection.dyad, panel, 2.5, 2);
    box(this.page.state.selection.dyad, ink, 1, 2);
  }

  #find(x: number, y: number, { width }: Size): [number, number] | null {
    const { left, top, cell } = this.#grid(width);
    const { actors } = this.ordered();
    const [i, j] = [actors[Math.floor((y - top) / cell)], actors[Math.floor((x - left) / cell)]];
    return i === undefined || j === undefined || i === j ? null : [i, j];
  }

  #tip(x: number, y: number, size: Size): string | null {
    const dyad = this.#find(x, y, size);
    this.#hover(dyad);
    return dyad && tipOf(this.page, ...dyad);
  }

  #hover(dyad: [number, number] | null): void {
    if (dyad?.join() === this.#hovered?.join()) return;
    this.#hovered = dyad;
    this.drawing.draw();
  }

  #table(): Table {
    const now = snapshotOf(this.page);
    const { actors } = this.ordered();
    return {
      head: ["From", "Toward", "Alignment", "Sanctions, mean level", "Sanctions, share of runs", "Support, mean level",
             "Support, share of runs", "Dependence"],
      rows: actors.flatMap((i) => actors.filter((j) => j !== i).map((j) => [nameOf(this.page, i), nameOf(this.page, j),
        now.of("alignment", i, j), now.of("sanctions", i, j), now.of("sanctioning", i, j), now.of("support", i, j),
        now.of("supporting", i, j), now.of("dependence", i, j)])),
    };
  }
}
