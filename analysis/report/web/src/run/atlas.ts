import { geoCentroid } from "d3-geo";
import type { MultiPolygon } from "geojson";
import { feature, mesh } from "topojson-client";
import world from "entente:world";
import type { RunReport } from "../contract.js";

export type Place = [longitude: number, latitude: number];

export interface Country {
  iso: string; name: string; seat: Place;
  shape: MultiPolygon; // the largest part first; without any where the country is too small
}

type Geometries = Parameters<typeof mesh>[1] & { geometries: { type: "MultiPolygon"; arcs: number[][][] }[] };
type Topology = Parameters<typeof mesh>[0];

function unpacked(): { countries: Country[]; topology: Topology; borders: Geometries } {
  const geometries = world.countries.map(([, , , arcs]) => ({ type: "MultiPolygon" as const, arcs }));
  const borders = { type: "GeometryCollection", geometries } as unknown as Geometries;
  const topology = { type: "Topology", objects: {}, arcs: world.arcs.split(" ").map(points) } as unknown as Topology;
  const countries = world.countries.map(([iso, name, seat], k) =>
    ({ iso, name, seat, shape: feature(topology, geometries[k] as never) as never as { geometry: MultiPolygon } }))
    .map(({ shape, ...rest }) => ({ ...rest, shape: shape.geometry }));
  return { countries, topology, borders };
}

/** An arc from its letters: steps in five bits each, least first; a sixth says that more follow. */
function points(text: string): Place[] {
  const found: Place[] = [];
  let [x, y, at] = [0, 0, 0];
  const step = () => {
    let [value, scale, bits] = [0, 1, 0];
    do {
      bits = text.charCodeAt(at++) - 63;
      value += (bits & 31) * scale;
      scale *= 32;
    } while (bits >= 32);
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  while (at < text.length) {
    x += step();
    y += step();
    found.push([x / world.grid, y / world.grid]);
  }
  return found;
}

let read: ReturnType<typeof unpacked> | null = null;

/** The world's countries, and the borders between them. */
export function atlas(): { countries: Country[]; borders: () => ReturnType<typeof mesh> } {
  read ??= unpacked();
  const { countries, topology, borders } = read;
  return { countries, borders: () => mesh(topology, borders, (a, b) => a !== b) };
}

/**
 * The actor of every country, or −1. Where several claim it, as a bloc and its member do, it is
 * that with the fewest states.
 */
export function claims({ actors }: RunReport, countries: Country[]): Int16Array {
  const place = new Map(countries.map(({ iso }, k) => [iso, k]));
  const claimed = new Int16Array(countries.length).fill(-1);
  const modest = actors.map((_, i) => i).sort((a, b) => actors[a]!.states.length - actors[b]!.states.length || a - b);
  for (const actor of modest)
    for (const state of actors[actor]!.states) {
      const country = place.get(state);
      if (country !== undefined && claimed[country] === -1) claimed[country] = actor;
    }
  return claimed;
}

/** Where an actor's arrows begin and end: the middle of its states' seats. */
export function seatOf(states: string[], countries: Country[]): Place | null {
  const seats = countries.filter(({ iso }) => iso !== "" && states.includes(iso)).map(({ seat }) => seat);
  return seats.length === 0 ? null : geoCentroid({ type: "MultiPoint", coordinates: seats });
}
