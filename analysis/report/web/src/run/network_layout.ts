import { forceCollide, forceLink, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { RunReport } from "../contract.js";
import { leading } from "./order.js";

/** Where an actor lies, on a sheet 1000 wide, and how large its disc is there. */
export interface Spot { x: number; y: number; radius: number }
export const sheet = { width: 1000, height: 960 };

interface Body extends SimulationNodeDatum { x: number; y: number; radius: number; goal: { x: number; y: number } }

/**
 * Lays actors out once, from the mean alignment over time: the more two are aligned, the nearer
 * they lie. The same alignments give the same places.
 */
export function layout(report: RunReport, mean: Float64Array): Spot[] {
  const count = report.actors.length;
  const radii = radiiOf(report);
  const side = leading(mean, count);
  const ring = side.map((_, i) => i) as Float64Array;
  const bodies: Body[] = new Array(count);
  [...ring].sort((a, b) => side[a]! - side[b]! || a - b).forEach((actor, k) => {
    const turn = (2 * Math.PI * k) / count;
    const [x, y] = [sheet.width / 2 + 300 * Math.cos(turn), sheet.height / 2 + 300 * Math.sin(turn)];
    bodies[actor] = { x, y, radius: radii[actor]!, goal: { x, y } };
  });
  attract(bodies, mean);
  spread(bodies);
  settle(bodies);
  return bodies.map(({ x, y, radius }) => ({ x, y, radius }));
}

/** Areas grow with capability; the least are still seen. */
function radiiOf({ actors }: RunReport): number[] {
  const weight = actors.map(({ capability }) => (Number.isFinite(capability) && capability > 0 ? capability : 0));
  const most = Math.max(...weight) || 1;
  const largest = Math.min(46, 12 + 0.13 * Math.sqrt((sheet.width * sheet.height) / actors.length));
  const least = Math.max(5, largest * 0.22);
  return weight.map((w) => Math.max(least, largest * Math.sqrt(w / most)));
}

/** Distances as the alignments want them, as well as the plane allows. */
function attract(bodies: Body[], mean: Float64Array): void {
  const count = bodies.length;
  const links: { source: number; target: number; alignment: number }[] = [];
  for (let i = 0; i < count; ++i)
    for (let j = i + 1; j < count; ++j) links.push({ source: i, target: j, alignment: mean[i * count + j]! });
  const pull = forceLink<Body, { source: number; target: number; alignment: number }>(links)
    .distance(({ alignment }) => 60 + 420 * (1 - alignment) ** 1.3)
    .strength(({ alignment }) => (1.2 * (0.3 + Math.abs(alignment))) / Math.max(1, count - 1));
  const simulation = forceSimulation(bodies).stop().alphaDecay(0.012).velocityDecay(0.35).force("link", pull)
    .force("collide", forceCollide<Body>((b) => b.radius + 6).strength(0.5));
  simulation.tick(300);
}

/** Turned so that they lie broad, and stretched over the sheet. */
function spread(bodies: Body[]): void {
  const count = bodies.length;
  const centre = (of: (b: Body) => number) => bodies.reduce((sum, b) => sum + of(b), 0) / count;
  const [cx, cy] = [centre((b) => b.x), centre((b) => b.y)];
  const [xx, xy, yy] = [centre((b) => (b.x - cx) ** 2), centre((b) => (b.x - cx) * (b.y - cy)), centre((b) => (b.y - cy) ** 2)];
  const turn = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (const b of bodies) [b.x, b.y] = [(b.x - cx) * cos + (b.y - cy) * sin, (b.y - cy) * cos - (b.x - cx) * sin];
  const room = Math.max(...bodies.map((b) => b.radius)) + 30;
  fit(bodies, "x", room, sheet.width);
  fit(bodies, "y", room, sheet.height);
}

function fit(bodies: Body[], axis: "x" | "y", room: number, length: number): void {
  const [least, most] = [Math.min(...bodies.map((b) => b[axis])), Math.max(...bodies.map((b) => b[axis]))];
  const stretch = most - least < 1 ? 0 : (length - 2 * room) / (most - least);
  for (const b of bodies) b[axis] = b.goal[axis] = length / 2 + (b[axis] - (least + most) / 2) * stretch;
}

/** No disc over another, and none over the edge. */
function settle(bodies: Body[]): void {
  const gap = bodies.length > 40 ? 3 : 14;
  forceSimulation(bodies).stop().alphaDecay(0.02).force("x", forceX<Body>((b) => b.goal.x).strength(0.12))
    .force("y", forceY<Body>((b) => b.goal.y).strength(0.12))
    .force("collide", forceCollide<Body>((b) => b.radius + gap).strength(0.9).iterations(3)).tick(140);
  for (const b of bodies) {
    b.x = Math.max(b.radius + 6, Math.min(sheet.width - b.radius - 6, b.x));
    b.y = Math.max(b.radius + 6, Math.min(sheet.height - b.radius - 6, b.y));
  }
}
