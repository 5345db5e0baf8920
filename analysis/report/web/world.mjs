// The world for the map, from Natural Earth's 1 : 50 million by way of world-atlas: simplified, without
// specks, and written short. See src/run/world.d.ts for what it emits and src/run/atlas.ts for how it is read.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid } from "d3-geo";
import { feature } from "topojson-client";

const need = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(need.resolve(name), "utf8"));
const grid = 50; // points per degree
const tolerance = 0.035; // degrees
const speck = 3e-6; // steradians, 120 km²

/** Where the middle of the largest part says little of a state. */
const seats = { RUS: [48, 56.5], CHN: [108, 34], CAN: [-92, 50], AUS: [145, -31], NOR: [9.5, 61], USA: [-92, 39.5] };

export function world() {
  const topology = read("world-atlas/countries-50m.json");
  const alpha3 = new Map(read("i18n-iso-countries/codes.json").map(([, three, digits]) => [digits, three]));
  const arcs = absolute(topology).map(simplified);
  const countries = topology.objects.countries.geometries
    .filter(({ properties }) => properties.name !== "Antarctica")
    .map((geometry) => country(topology, geometry, alpha3.get(geometry.id) ?? (geometry.properties.name === "Kosovo" ? "XKX" : "")));
  return { grid, ...packed(arcs, countries) };
}

function country(topology, geometry, iso) {
  const whole = feature(topology, geometry).geometry;
  const shapes = whole.type === "Polygon" ? [whole.coordinates] : whole.coordinates;
  const parts = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
  const areas = shapes.map((coordinates) => geoArea({ type: "Polygon", coordinates }));
  const order = areas.map((_, k) => k).sort((a, b) => areas[b] - areas[a]);
  const seat = seats[iso] ?? geoCentroid({ type: "Polygon", coordinates: shapes[order[0]] });
  return { iso, name: geometry.properties.name, seat: seat.map((x) => Math.round(x * 10) / 10),
           polygons: order.filter((k) => areas[k] >= speck).map((k) => parts[k]) };
}

function absolute({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}

/** Douglas and Peucker's, then on the grid. */
function simplified(arc) {
  const kept = new Set([0, arc.length - 1]);
  const width = Math.cos((arc[0][1] * Math.PI) / 180);
  const across = (a, b) => [(b[0] - a[0]) * width, b[1] - a[1]];
  const split = (first, last) => {
    const [dx, dy] = across(arc[first], arc[last]);
    const length = Math.hypot(dx, dy);
    let [farthest, most] = [-1, arc.length > 12 ? tolerance : 0];
    for (let k = first + 1; k < last; ++k) {
      const [px, py] = across(arc[first], arc[k]);
      const far = length < 1e-9 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
      if (far > most) [farthest, most] = [k, far];
    }
    if (farthest < 0) return;
    kept.add(farthest);
    split(first, farthest);
    split(farthest, last);
  };
  split(0, arc.length - 1);
  const points = arc.filter((_, k) => kept.has(k)).map((point) => point.map((x) => Math.round(x * grid)));
  return points.filter(([x, y], k) => k === 0 || x !== points[k - 1][0] || y !== points[k - 1][1]);
}

/** Only the arcs that are used, numbered anew. */
function packed(arcs, countries) {
  const places = new Map();
  const renumber = (arc) => {
    const of = arc < 0 ? ~arc : arc;
    if (!places.has(of)) places.set(of, places.size);
    return arc < 0 ? ~places.get(of) : places.get(of);
  };
  const short = (ring) => ring.reduce((points, arc) => points + arcs[arc < 0 ? ~arc : arc].length - 1, 0) < 3;
  const rewritten = countries.map(({ iso, name, seat, polygons }) =>
    [iso, name, seat, polygons.filter(([around]) => !short(around))
      .map((rings) => rings.filter((ring) => !short(ring)).map((ring) => ring.map(renumber)))]);
  return { arcs: [...places.keys()].map((arc) => letters(arcs[arc])).join(" "), countries: rewritten };
}

/** Steps between points as letters: five bits each, least first; a sixth says that more follow. */
function letters(points) {
  let [x, y, text] = [0, 0, ""];
  const put = (step) => {
    let rest = step < 0 ? ~step * 2 + 1 : step * 2;
    for (; rest >= 32; rest = Math.floor(rest / 32)) text += String.fromCharCode((rest % 32) + 32 + 63);
    text += String.fromCharCode(rest + 63);
  };
  for (const [px, py] of points) { put(px - x); put(py - y); [x, y] = [px, py]; }
  return text;
}
