import { geoCentroid, geoDistance, geoEqualEarth, geoPath, type GeoProjection, type GeoStream } from "d3-geo";
import type { Polygon } from "geojson";
import type { Size } from "../drawing.js";
import { Shape } from "../pen.js";
import { atlas, seatOf, type Country, type Place } from "./atlas.js";
import type { Point } from "./arrows.js";

/** The world on a sheet of some size: drawn again and again, projected once. */
export interface Projected {
  width: number; height: number;
  countries: { shape: Shape | null; dot: Point | null }[]; // a dot where the shape is too small to be seen
  borders: Shape;
  seats: (Point | null)[]; // of actors
  countryAt(x: number, y: number): number; // −1 at sea
}

/** What a map is to hold: seats of actors, and their countries. */
export interface Region { seats: Place[]; countries: Country[] }

const small = 14; // square pixels

/** With a region, as much of the world as holds it; dots are for those countries that `dots` names. */
export function project({ width, height }: Size, region: Region | null, actors: { states: string[] }[],
                        dots: (k: number) => boolean): Projected {
  const { countries, borders } = atlas();
  const projection = fitted({ width, height }, region);
  const path = geoPath({ stream: (into) => projection.stream(thinned(into)) }).digits(1);
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
    width, height, countries: shown, borders: new Shape(path(borders()) ?? ""),
    seats: actors.map(({ states }) => onSheet(seatOf(states, countries))),
    countryAt: (x, y) => find(shown, x, y),
  };
}

/** Passes on only points that can be told from the last one: there are many at the size of the world. */
function thinned(into: GeoStream): GeoStream {
  let [lastX, lastY, held] = [NaN, NaN, false];
  const pass = (x: number, y: number) => { [lastX, lastY, held] = [x, y, false]; into.point(x, y); };
  let [heldX, heldY] = [0, 0];
  return {
    point: (x, y) => {
      if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.9) [heldX, heldY, held] = [x, y, true];
      else pass(x, y);
    },
    lineStart: () => { [lastX, lastY, held] = [NaN, NaN, false]; into.lineStart(); },
    lineEnd: () => { if (held) pass(heldX, heldY); into.lineEnd(); },
    polygonStart: () => into.polygonStart(),
    polygonEnd: () => into.polygonEnd(),
    sphere: () => into.sphere?.(),
  };
}

let tester: CanvasRenderingContext2D | null = null;

function find(countries: Projected["countries"], x: number, y: number): number {
  const dot = countries.findIndex(({ dot }) => dot && Math.hypot(dot.x - x, dot.y - y) < 7);
  if (dot >= 0) return dot;
  tester ??= document.createElement("canvas").getContext("2d")!;
  return countries.findIndex(({ shape }) => shape && tester!.isPointInPath(shape.path, x, y));
}

/** The world, turned so that no land but a tip of Siberia's is cut; or as much of it as holds a region. */
function fitted({ width, height }: Size, region: Region | null): GeoProjection {
  const projection = geoEqualEarth();
  const edge = 8;
  const extent: [[number, number], [number, number]] = [[edge, edge], [width - edge, height - edge]];
  const around: [[number, number], [number, number]] = [[-20, -20], [width + 20, height + 20]];
  if (!region) {
    const coordinates = [[-169, 10], [169, 66], [-168, 72], [11, 83], [11, -56], [-70, -56], [178.5, -38]]; // where people live
    return projection.rotate([-11, 0]).fitExtent(extent, { type: "MultiPoint", coordinates }).clipExtent(around);
  }
  const { centre, coordinates } = core(region);
  return projection.rotate([-centre[0], 0]).fitExtent(extent, { type: "MultiPoint", coordinates }).clipExtent(around);
}

/** The middle of a region's seats, and the land of its countries about it; one seat in ten may lie far off. */
function core({ seats, countries }: Region): { centre: Place; coordinates: Place[] } {
  const centre = geoCentroid({ type: "MultiPoint", coordinates: seats });
  const far = seats.map((seat) => geoDistance(seat, centre)).sort((a, b) => a - b);
  const reach = Math.max(0.12, 1.2 * far[Math.floor(0.9 * (far.length - 1))]!); // radians
  const within = (place: Place) => geoDistance(place, centre) <= reach;
  const land = countries.filter(({ seat }) => within(seat)).flatMap(({ shape }) => (shape.coordinates[0]?.[0] ?? []) as Place[]);
  return { centre, coordinates: [...seats.filter(within), ...land.filter(within)] };
}

/** Over how many degrees of longitude countries' main parts reach. */
export function span(countries: Country[]): number {
  const seen = new Uint8Array(360);
  for (const { shape, seat } of countries) {
    const main: Polygon["coordinates"] = shape.coordinates[0] ?? [[seat]];
    for (const [longitude] of main[0]!) seen[(Math.floor(longitude!) + 360) % 360] = 1;
  }
  let [longest, run] = [0, 0];
  for (let k = 0; k < 2 * seen.length; ++k) {
    run = seen[k % seen.length] ? 0 : Math.min(run + 1, seen.length);
    longest = Math.max(longest, run);
  }
  return 360 - longest;
}
