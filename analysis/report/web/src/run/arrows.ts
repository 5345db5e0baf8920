import { mix, theme } from "../palette.js";
import type { Fill, Pen, Stroke, Tracer } from "../pen.js";

export interface Point { x: number; y: number }

/** An arrow from one disc to another that bends to its own left, so that the way back is another. */
export interface Arrow { from: Point; to: Point; start: number; end: number; weight: number; strength: number }

const grades = 4;

/** Arrows of one colour, drawn in few strokes: width and strength in grades. */
export class Quiver {
  readonly #arrows: Arrow[][] = Array.from({ length: grades * grades }, () => []);

  clear(): void {
    for (const some of this.#arrows) some.length = 0;
  }

  /** Weight and strength lie between 0 and 1: the one is drawn as width, the other as opacity. */
  add(arrow: Arrow): void {
    this.#arrows[grade(arrow.weight) * grades + grade(arrow.strength)]!.push(arrow);
  }

  draw(pen: Pen, colour: string, style: { bend: number; dash?: number[]; open?: boolean; scale?: number }): void {
    this.#arrows.forEach((arrows, k) => {
      if (arrows.length === 0) return;
      const width = (0.9 + 0.75 * Math.floor(k / grades)) * (style.scale ?? 1);
      const alpha = [0.25, 0.5, 0.75, 1][k % grades]!;
      const head = 4 + 2.2 * width;
      const line: Stroke = { colour, width, alpha, ...(style.dash && { dash: style.dash }) };
      pen.trace((to) => { for (const arrow of arrows) shaft(to, arrow, style.bend, style.open ? 0 : head * 0.8); }, null, line);
      const filling: Fill | null = style.open ? null : { colour, alpha };
      pen.trace((to) => { for (const arrow of arrows) tip(to, arrow, style.bend, head, style.open ?? false); }, filling,
        style.open ? { colour, width: Math.max(1, width * 0.9), alpha } : undefined);
    });
  }
}

function grade(share: number): number {
  return Math.min(grades - 1, Math.max(0, Math.floor(share * grades)));
}

/** Where an arrow begins, bends and ends, and the direction in which it arrives; written over at every call. */
const way = { x0: 0, y0: 0, cx: 0, cy: 0, x1: 0, y1: 0, ux: 0, uy: 0 };

function course({ from, to, start, end }: Arrow, bend: number): typeof way {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [cx, cy] = [(from.x + to.x) / 2 + dy * bend, (from.y + to.y) / 2 - dx * bend];
  const first = Math.hypot(cx - from.x, cy - from.y) || 1;
  const last = Math.hypot(to.x - cx, to.y - cy) || 1;
  way.ux = (to.x - cx) / last;
  way.uy = (to.y - cy) / last;
  way.x0 = from.x + ((cx - from.x) / first) * start;
  way.y0 = from.y + ((cy - from.y) / first) * start;
  way.x1 = to.x - way.ux * end;
  way.y1 = to.y - way.uy * end;
  way.cx = cx;
  way.cy = cy;
  return way;
}

function shaft(to: Tracer, arrow: Arrow, bend: number, short: number): void {
  const { x0, y0, cx, cy, x1, y1, ux, uy } = course(arrow, bend);
  to.moveTo(x0, y0);
  to.quadraticCurveTo(cx, cy, x1 - ux * short, y1 - uy * short);
}

function tip(to: Tracer, arrow: Arrow, bend: number, length: number, open: boolean): void {
  const { x1, y1, ux, uy } = course(arrow, bend);
  const [bx, by, half] = [x1 - ux * length, y1 - uy * length, length * 0.42];
  to.moveTo(bx - uy * half, by + ux * half);
  to.lineTo(x1, y1);
  to.lineTo(bx + uy * half, by - ux * half);
  if (!open) to.closePath();
}

/** How far a place lies from an arrow. */
export function distanceTo(arrow: Arrow, bend: number, x: number, y: number): number {
  const { x0, y0, cx, cy, x1, y1 } = course(arrow, bend);
  const pieces = bend === 0 ? 1 : 10;
  let [nearest, px, py] = [Infinity, x0, y0];
  for (let k = 1; k <= pieces; ++k) {
    const [t, r] = [k / pieces, 1 - k / pieces];
    const [qx, qy] = [r * r * x0 + 2 * r * t * cx + t * t * x1, r * r * y0 + 2 * r * t * cy + t * t * y1];
    nearest = Math.min(nearest, toPiece(px, py, qx, qy, x, y));
    [px, py] = [qx, qy];
  }
  return nearest;
}

function toPiece(px: number, py: number, qx: number, qy: number, x: number, y: number): number {
  const [dx, dy] = [qx - px, qy - py];
  const along = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px + along * dx - x, py + along * dy - y);
}

/** The colour of what belongs to no one. */
export function neutral(): string {
  return mix(theme().panel, theme().faint, 0.55);
}
