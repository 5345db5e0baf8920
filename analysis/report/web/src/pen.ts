/** Draws the same picture on a canvas, fast, or as an SVG text, to take away. */
export interface Stroke { colour: string; width: number; dash?: number[]; alpha?: number }
export interface Fill { colour: string; alpha?: number }
export interface Lettering { size: number; colour: string; align?: "left" | "center" | "right"; bold?: boolean; turn?: number; halo?: string }

export interface Pen {
  rectangle(x: number, y: number, width: number, height: number, fill: Fill | null, stroke?: Stroke): void;
  circle(x: number, y: number, radius: number, fill: Fill | null, stroke?: Stroke): void;
  /** A path in SVG's own words ("M0,0L5,5Q…"). */
  path(words: string, fill: Fill | null, stroke?: Stroke): void;
  text(x: number, y: number, words: string, lettering: Lettering): void;
}

const family = "system-ui, sans-serif";

export class CanvasPen implements Pen {
  constructor(private readonly context: CanvasRenderingContext2D) {}

  rectangle(x: number, y: number, width: number, height: number, fill: Fill | null, stroke?: Stroke): void {
    if (fill && this.#fill(fill)) this.context.fillRect(x, y, width, height);
    if (stroke && this.#stroke(stroke)) this.context.strokeRect(x, y, width, height);
  }
  circle(x: number, y: number, radius: number, fill: Fill | null, stroke?: Stroke): void {
    this.context.beginPath();
    this.context.arc(x, y, radius, 0, 2 * Math.PI);
    this.#finish(fill, stroke);
  }
  path(words: string, fill: Fill | null, stroke?: Stroke): void {
    const path = new Path2D(words);
    if (fill && this.#fill(fill)) this.context.fill(path);
    if (stroke && this.#stroke(stroke)) this.context.stroke(path);
  }
  text(x: number, y: number, words: string, { size, colour, align = "left", bold, turn = 0, halo }: Lettering): void {
    const c = this.context;
    c.save();
    c.globalAlpha = 1;
    c.translate(x, y);
    c.rotate((turn * Math.PI) / 180);
    c.font = `${bold ? "600 " : ""}${size}px ${family}`;
    c.textAlign = align;
    if (halo) { c.lineJoin = "round"; c.lineWidth = 3; c.strokeStyle = halo; c.setLineDash([]); c.strokeText(words, 0, 0); }
    c.fillStyle = colour;
    c.fillText(words, 0, 0);
    c.restore();
  }
  #finish(fill: Fill | null, stroke?: Stroke): void {
    if (fill && this.#fill(fill)) this.context.fill();
    if (stroke && this.#stroke(stroke)) this.context.stroke();
  }
  #fill({ colour, alpha = 1 }: Fill): boolean {
    this.context.globalAlpha = alpha;
    this.context.fillStyle = colour;
    return true;
  }
  #stroke({ colour, width, dash = [], alpha = 1 }: Stroke): boolean {
    this.context.globalAlpha = alpha;
    this.context.strokeStyle = colour;
    this.context.lineWidth = width;
    this.context.setLineDash(dash);
    return true;
  }
}

export class SvgPen implements Pen {
  readonly #parts: string[] = [];
  constructor(private readonly width: number, private readonly height: number) {}

  rectangle(x: number, y: number, width: number, height: number, fill: Fill | null, stroke?: Stroke): void {
    this.#add("rect", { x, y, width, height }, fill, stroke);
  }
  circle(cx: number, cy: number, r: number, fill: Fill | null, stroke?: Stroke): void {
    this.#add("circle", { cx, cy, r }, fill, stroke);
  }
  path(words: string, fill: Fill | null, stroke?: Stroke): void {
    this.#add("path", { d: words }, fill, stroke);
  }
  text(x: number, y: number, words: string, { size, colour, align = "left", bold, turn = 0, halo }: Lettering): void {
    const anchor = { left: "start", center: "middle", right: "end" }[align];
    const around = halo ? ` stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : "";
    this.#parts.push(`<text transform="translate(${round(x)} ${round(y)}) rotate(${turn})" font-size="${size}" ` +
      `font-family="${family}"${bold ? ' font-weight="600"' : ""} text-anchor="${anchor}" fill="${colour}"${around}>${escaped(words)}</text>`);
  }
  toString(): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${this.width} ${this.height}" width="${this.width}" height="${this.height}">` +
      this.#parts.join("") + "</svg>";
  }
  #add(tag: string, shape: Record<string, number | string>, fill: Fill | null, stroke?: Stroke): void {
    const words = Object.entries(shape).map(([name, value]) => `${name}="${typeof value === "number" ? round(value) : value}"`);
    words.push(`fill="${fill?.colour ?? "none"}"`);
    if (fill?.alpha !== undefined) words.push(`fill-opacity="${fill.alpha}"`);
    if (stroke) words.push(`stroke="${stroke.colour}" stroke-width="${stroke.width}"`);
    if (stroke?.alpha !== undefined) words.push(`stroke-opacity="${stroke.alpha}"`);
    if (stroke?.dash) words.push(`stroke-dasharray="${stroke.dash.join(" ")}"`);
    this.#parts.push(`<${tag} ${words.join(" ")}/>`);
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
