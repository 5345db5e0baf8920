import { h } from "./dom.js";
import { figure, type Figure, type Table } from "./figure.js";
import { onTheme, theme } from "./palette.js";
import { CanvasPen, SvgPen, type Pen } from "./pen.js";

export interface Size { width: number; height: number }

export interface DrawingParts {
  title: string; name: string; label: string;
  height: (width: number) => number;
  paint: (pen: Pen, size: Size) => void; // on a ground of the panel's colour
  table: () => Table;
  /** What to say of this place, or null; hovering and arrow keys show it. */
  tip?: (x: number, y: number, size: Size) => string | null;
  press?: (x: number, y: number, size: Size, event: MouseEvent) => void;
  key?: (event: KeyboardEvent) => boolean; // whether it was of use
}

export interface Drawing extends Figure { draw(): void }

/** A picture of our own in a figure: on a canvas, since it moves. */
export function drawing(parts: DrawingParts): Drawing {
  const frame = figure({ ...parts, svg: () => toSvg(parts) });
  const canvas = h("canvas", { role: "img", "aria-label": parts.label, tabindex: parts.key ? 0 : undefined });
  const tip = h("div", { class: "tip", hidden: true, role: "status" });
  frame.canvas.append(canvas, tip);
  const size = (): Size => ({ width: frame.canvas.clientWidth, height: parts.height(frame.canvas.clientWidth) });
  const { draw, now } = atMostOnceAFrame(canvas, () => paintOn(canvas, size(), parts));
  if (parts.tip) showTips(canvas, tip, size, parts.tip);
  if (parts.press)
    canvas.addEventListener("click", (event) => parts.press!(event.offsetX, event.offsetY, size(), event));
  if (parts.key)
    canvas.addEventListener("keydown", (event) => { if (parts.key!(event)) event.preventDefault(); });
  new ResizeObserver(now).observe(frame.canvas);
  onTheme(now);
  return { ...frame, draw };
}

/** Draws in the next frame, and what is out of sight when it comes into sight or is printed. */
function atMostOnceAFrame(canvas: HTMLElement, paint: () => void): { draw: () => void; now: () => void } {
  let [seen, stale, asked] = [true, false, false];
  const now = () => { stale = false; paint(); };
  const draw = () => {
    stale = true;
    if (asked || !seen) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; if (stale) now(); });
  };
  new IntersectionObserver((entries) => {
    seen = entries.at(-1)!.isIntersecting;
    if (seen && stale) draw();
  }).observe(canvas);
  addEventListener("beforeprint", () => { if (stale) now(); });
  return { draw, now };
}

function paintOn(canvas: HTMLCanvasElement, size: Size, parts: DrawingParts): void {
  if (size.width === 0) return;
  const dense = Math.min(2, devicePixelRatio || 1);
  const [width, height] = [Math.round(size.width * dense), Math.round(size.height * dense)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${size.width}px`;
    canvas.style.height = `${size.height}px`;
  }
  const context = canvas.getContext("2d")!;
  context.setTransform(dense, 0, 0, dense, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = theme().panel;
  context.fillRect(0, 0, size.width, size.height);
  parts.paint(new CanvasPen(context), size);
}

function toSvg(parts: DrawingParts): string {
  const size = { width: 900, height: parts.height(900) };
  const pen = new SvgPen(size.width, size.height);
  pen.rectangle(0, 0, size.width, size.height, { colour: theme().panel });
  parts.paint(pen, size);
  return pen.toString();
}

function showTips(canvas: HTMLCanvasElement, tip: HTMLElement, size: () => Size,
                  words: (x: number, y: number, size: Size) => string | null): void {
  canvas.addEventListener("mousemove", ({ offsetX, offsetY }) => {
    const text = words(offsetX, offsetY, size());
    tip.hidden = text === null;
    canvas.style.cursor = text === null ? "default" : "pointer";
    if (text === null) return;
    tip.textContent = text;
    const left = Math.min(offsetX + 14, size().width - tip.offsetWidth - 4);
    tip.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, offsetY - tip.offsetHeight - 8)}px)`;
  });
  canvas.addEventListener("mouseleave", () => { tip.hidden = true; });
}
