/** Draws the same picture on a canvas, fast, or as an SVG text, to take away. */
export interface Stroke { colour: string; width: number; dash?: number[]; alpha?: number }
export interface Fill { colour: string; alpha?: number }
export interface Lettering { size: number; colour: string; align?: "left" | "center" | "right"; bold?: boolean; turn?: number; halo?: string }

/** What traces a path: a canvas's own methods. */
export type Tracer = Pick<CanvasPath, "moveTo" | "lineTo" | "quadraticCurveTo" | "closePath">;

/** A path that is drawn again and again. */
export class Shape {
  #path?: Path2D;
  constructor(readonly words: string) {}
  get path(): Path2D { return (this.#path ??= new Path2D(this.words)); }
}

/** Cells in rows, each of a shade of the palette by its number. */
export interface Raster { columns: number; shades: Uint8Array; palette: string[] }

export interface Pen {
  rectangle(x: number, y: number, width: number, height: number, fill: Fill | null, stroke?: Stroke): void;
  circle(x: number, y: number, radius: number, fill: Fill | null, stroke?: Stroke): void;
  /** A path in SVG's own words ("M0,0L5,5Q…"). */
  path(words: string | Shape, fill: Fill | null, stroke?: Stroke): void;
  /** One path of many pieces. */
  trace(build: (to: Tracer) => void, fill: Fill | null, stroke?: Stroke): void;
  raster(x: number, y: number, width: number, height: number, raster: Raster): void;
  text(x: number, y: number, words: string, lettering: Lettering): void;
}

const family = "system-ui, sans-serif";

let scratch: HTMLCanvasElement | undefined;

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
  path(words: string | Shape, fill: Fill | null, stroke?: Stroke): void {
    const path = typeof words === "string" ? new Path2D(words) : words.path;
    if (fill && this.#fill(fill)) this.context.fill(path);
    if (stroke && this.#stroke(stroke)) this.context.stroke(path);
  }
  trace(build: (to: Tracer) => void, fill: Fill | null, stroke?: Stroke): void {
    this.context.beginPath();
    build(this.context);
    this.#finish(fill, stroke);
  }
  raster(x: number, y: number, width: number, height: number, { columns, shades, palette }: Raster): void {
    const rows = shades.length / columns;
    scratch ??= document.createElement("canvas");
    if (scratch.width !== columns || scratch.height !== rows) [scratch.width, scratch.height] = [columns, rows];
    const image = new ImageData(columns, rows);
    const points = new Uint32Array(image.data.buffer);
    const colours = Uint32Array.from(palette, (c) => // red, green, blue from the least byte up
      (0xff000000 | (parseInt(c.slice(5, 7), 16) << 16) | (parseInt(c.slice(3, 5), 16) << 8) | parseInt(c.slice(1, 3), 16)) >>> 0);
    for (let k = 0; k < shades.length; ++k) points[k] = colours[shades[k]!]!;
    scratch.getContext("2d")!.putImageData(image, 0, 0);
    this.context.globalAlpha = 1;
    this.context.imageSmoothingEnabled = false;
    this.context.drawImage(scratch, x, y, width, height);
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
  path(words: string | Shape, fill: Fill | null, stroke?: Stroke): void {
    this.#add("path", { d: typeof words === "string" ? words : words.words }, fill, stroke);
  }
  trace(build: (to: Tracer) => void, fill: Fill | null, stroke?: Stroke): void {
    let words = "";
    const add = (letter: string, ...numbers: number[]) => { words += letter + numbers.map(round).join(","); };
    build({
      moveTo: (x, y) => add("M", x, y), lineTo: (x, y) => add("L", x, y), closePath: () => add("Z"),
      quadraticCurveTo: (cx, cy, x, y) => add("Q", cx, cy, x, y),
    });
    if (words) this.path(words, fill, stroke);
  }
  raster(x: number, y: number, width: number, height: number, { columns, shades, palette }: Raster): void {
    const [across, down] = [width / columns, (height * columns) / shades.length];
    const paths = palette.map(() => "");
    for (let k = 0, next = 0; k < shades.length; k = next) {
      next = k + 1;
      while (next % columns !== 0 && shades[next] === shades[k]) ++next;
      const length = round((next - k) * across);
      const [left, top] = [round(x + (k % columns) * across), round(y + Math.floor(k / columns) * down)];
      paths[shades[k]!] += `M${left},${top}h${length}v${round(down)}h${-length}z`;
    }
    paths.forEach((words, shade) => { if (words) this.path(words, { colour: palette[shade]! }); });
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
