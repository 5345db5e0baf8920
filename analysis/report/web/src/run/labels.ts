import type { Spot } from "./network_layout.js";

export interface Label { x: number; y: number; text: string; align: "left" | "center" | "right" }
interface Box { left: number; top: number; right: number; bottom: number }

let ruler: CanvasRenderingContext2D | null = null;

/** How wide a text is that a pen draws. */
export function widthOf(text: string, size: number): number {
  ruler ??= document.createElement("canvas").getContext("2d")!;
  ruler.font = `${size}px system-ui, sans-serif`;
  return ruler.measureText(text).width;
}

/**
 * Puts names beside their discs, the first of the order first, where they cover least. Names for
 * which there is no room are left out, unless all are wanted.
 */
export function placeLabels(spots: Spot[], order: number[], text: (actor: number) => string, size: number, width: number,
                            height: number, all: boolean): Map<number, Label> {
  const taken: Box[] = spots.map(({ x, y, radius: r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const labels = new Map<number, Label>();
  for (const actor of order) {
    const words = text(actor);
    const across = widthOf(words, size);
    let [best, least]: [{ label: Label; box: Box } | null, number] = [null, Infinity];
    for (const choice of choices(spots[actor]!, words, across, size)) {
      const cost = covered(choice.box, taken) + outside(choice.box, width, height);
      if (cost < least) [best, least] = [choice, cost];
    }
    if (!best || (least > 12 && !all)) continue;
    labels.set(actor, best.label);
    taken.push(best.box);
  }
  return labels;
}

/** A name on that side of its disc where there is room. */
export function besideLabel({ x, y, radius }: Spot, text: string, size: number, width: number): Label {
  return x + radius + 6 + widthOf(text, size) < width
    ? { x: x + radius + 5, y: y + size * 0.36, text, align: "left" }
    : { x: x - radius - 5, y: y + size * 0.36, text, align: "right" };
}

function choices({ x, y, radius }: Spot, text: string, across: number, size: number): { label: Label; box: Box }[] {
  const gap = radius + 4;
  const middle = y + size * 0.36;
  const at = (lx: number, ly: number, align: Label["align"]) => {
    const left = align === "left" ? lx : align === "right" ? lx - across : lx - across / 2;
    return { label: { x: lx, y: ly, text, align }, box: { left, right: left + across, top: ly - size * 0.85, bottom: ly + size * 0.25 } };
  };
  return [at(x + gap, middle, "left"), at(x - gap, middle, "right"), at(x, y + gap + size * 0.8, "center"), at(x, y - gap, "center")];
}

function covered(box: Box, taken: Box[]): number {
  let sum = 0;
  for (const other of taken) {
    const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    if (across > 0 && down > 0) sum += across * down;
  }
  return sum;
}

function outside(box: Box, width: number, height: number): number {
  const over = Math.max(0, -box.left) + Math.max(0, box.right - width) + Math.max(0, -box.top) + Math.max(0, box.bottom - height);
  return over * 30;
}
