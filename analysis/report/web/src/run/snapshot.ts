import type { Relations } from "../contract.js";
import type { RunPage } from "../panel.js";

const layers = ["alignment", "sanctions", "sanctioning", "support", "supporting", "dependence"] as const;
export type RelationLayer = (typeof layers)[number];

/**
 * The relations of all dyads at the selected moment and variant: between two moments of the data on
 * the straight line from one to the other. Its arrays are filled anew when the selection changes.
 */
export class Snapshot implements Record<RelationLayer, Float64Array> {
  readonly count: number;
  readonly alignment: Float64Array;
  readonly sanctions: Float64Array;
  readonly sanctioning: Float64Array;
  readonly support: Float64Array;
  readonly supporting: Float64Array;
  readonly dependence: Float64Array;
  #taken = "";

  constructor(private readonly page: RunPage) {
    this.count = page.report.actors.length;
    const empty = () => new Float64Array(this.count ** 2);
    this.alignment = empty();
    this.sanctions = empty();
    this.sanctioning = empty();
    this.support = empty();
    this.supporting = empty();
    this.dependence = empty();
  }

  /** Brings it to what is selected now. */
  take(): this {
    const { variant, moment } = this.page.state.selection;
    if (this.#taken === `${variant} ${moment}`) return this;
    this.#taken = `${variant} ${moment}`;
    const { relations } = this.page.report.variants[variant]!;
    const [frame, share] = place(relations.moments, moment);
    const size = this.count ** 2;
    for (const layer of layers) {
      const all = relations[layer].values;
      const [from, to, into] = [frame * size, share > 0 ? (frame + 1) * size : frame * size, this[layer]];
      for (let k = 0; k < size; ++k) into[k] = all[from + k]! + (all[to + k]! - all[from + k]!) * share;
    }
    return this;
  }

  of(layer: RelationLayer, i: number, j: number): number {
    return this[layer][i * this.count + j]!;
  }
}

/** The last frame up to the moment, and how far it lies on the way to the next. */
function place(moments: Relations["moments"], moment: number): [number, number] {
  const next = moments.findIndex((m) => m > moment);
  if (next < 0) return [moments.length - 1, 0];
  if (next === 0) return [0, 0];
  const [left, right] = [moments[next - 1]!, moments[next]!];
  return [next - 1, (moment - left) / (right - left)];
}

const known = new WeakMap<RunPage["state"], Snapshot>();

/** The snapshot that all pictures of a page share, as of now. */
export function snapshotOf(page: RunPage): Snapshot {
  const found = known.get(page.state) ?? new Snapshot(page);
  known.set(page.state, found);
  return found.take();
}
