import { alignmentColour, mix, theme } from "../palette.js";

const steps = 65; // one in the middle for 0
/** Shades besides those of alignments: none; sanctions and support, in few runs and in most. */
export const extra = { none: steps, sanctions: steps + 1, support: steps + 3 };

/** The number of an alignment's shade. */
export function shadeOf(value: number): number {
  if (Number.isNaN(value)) return extra.none;
  return Math.round(((Math.max(-1, Math.min(1, value)) + 1) / 2) * (steps - 1));
}

let made: { theme: ReturnType<typeof theme>; colours: string[] } | null = null;

/** The colours of all shades. */
export function shadeColours(): string[] {
  const now = theme();
  if (made?.theme !== now) {
    const alignments = Array.from({ length: steps }, (_, k) => alignmentColour((2 * k) / (steps - 1) - 1));
    const pale = (colour: string) => mix(now.panel, colour, 0.55);
    const layers = [pale(now.sanctions), now.sanctions, pale(now.support), now.support];
    made = { theme: now, colours: [...alignments, now.panel, ...layers] };
  }
  return made.colours;
}
