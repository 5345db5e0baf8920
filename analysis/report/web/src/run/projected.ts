import { geoEqualEarth, geoPath, type GeoProjection } from "d3-geo";
import type { Polygon } from "geojson";
import { Shape } from "../pen.js";
import { atlas, seatOf, type Country, type Place } from "./atlas.js";
import type { Point } from "./arrows.js";

/** The world on a sheet of some size: drawn again and again, projected once. */
export interface Projected {
  width: number; height: number;
  countries: { shape: Shape | null; dot: Point | null }[]; // a dot where the shape is too small to be seen
  borders: Shape; sphere: Shape;
  seats: (Point | null)[]; // of actors
  countryAt(x: number, y: number): number; // −1 at sea
}

const small = 14; // square pixels

export function project(width: number, height: number, region: Country[] | null, actors: { states: string[] }[], dots: (k: number) => boolean): Projected {
  const { countries, borders } = atlas();
  const projection = fitted(width, height, region);
  const path = geoPath(projection).digits(1);
  const shown = countries.map((country, k) => {
    const words = path(country.shape);
    const [x, y] = projection(country.seat)!;
    return { shape: words ? new Shape(words) : null, dot: dots(k) && path.area(country.shape) < small ? { x, y } : null };
  });
  const onSheet = (place: Place | null): Point | null => {
    const found = place && projection(place);
    return found ? { x: found[0], y: found[1] } : null;
  };
  return {
    width, height, countries: shown, borders: new Shape(path(borders()) ?? ""), sphere: new Shape(path({ type: "Sphere" }) ?? ""),
    seats: actors.map(({ states }) => onSheet(seatOf(states, countries))),
    countryAt: (x, y) => find(shown, x, y),
  };
}

let tester: CanvasRenderingContext2D | null = null;

function find(countries: Projected["countries"], x: number, y: number): number {
  const dot = countries.findIndex(({ dot }) => dot && Math.hypot(dot.x - x, dot.y - y) < 7);
  if (dot >= 0) return dot;
  tester ??= document.createElement("canvas").getContext("2d")!;
  return countries.findIndex(({ shape }) => shape && tester!.isPointInPath(shape.path, x, y));
}

/** The world round the middle of Eurasia's and America's common day, or as much of it as holds a region. */
function fitted(width: number, height: number, region: Country[] | null): GeoProjection {
  const projection = geoEqualEarth();
  const edge = 8;
  const extent: [[number, number], [number, number]] = [[edge, edge], [width - edge, height - edge]];
  if (!region) {
    const inhabited = { type: "MultiPoint" as const, coordinates: [[-169, 10], [169, 66], [-168, 72], [11, 83], [11, -56], [-70, -56], [170, -47]] };
    return projection.rotate([-11, 0]).fitExtent(extent, inhabited).clipExtent([[-20, -20], [width + 20, height + 20]]);
  }
  const [middle] = span(region);
  const coordinates = region.flatMap(({ shape, seat }) => (shape.coordinates.length ? shape.coordinates[0]![0]! : [seat]));
  return projection.rotate([-middle, 0]).fitExtent(extent, { type: "MultiPoint", coordinates }).clipExtent([[-20, -20], [width + 20, height + 20]]);
}

/** The middle longitude of countries' main parts, and over how many degrees they reach. */
export function span(countries: Country[]): [middle: number, degrees: number] {
  const seen = new Uint8Array(360);
  for (const { shape, seat } of countries) {
    const main: Polygon["coordinates"] = shape.coordinates[0] ?? [[seat]];
    for (const [longitude] of main[0]!) seen[(Math.floor(longitude!) + 360) % 360] = 1;
  }
  const gap = widestGap(seen);
  return [((gap.end + (360 - gap.length) / 2 + 180) % 360) - 180, 360 - gap.length];
}

function widestGap(seen: Uint8Array): { end: number; length: number } {
  let [best, length, run] = [0, 0, 0];
  for (let k = 0; k < 2 * seen.length; ++k) {
    run = seen[k % seen.length] ? 0 : Math.min(run + 1, seen.length);
    if (run > length) [best, length] = [(k + 1) % seen.length, run];
  }
  return { end: best, length };
}
