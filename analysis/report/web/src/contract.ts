/**
 * What a report says, as `entente report` embeds it. The C++ side (analysis/report) writes exactly
 * this; large tables stand behind as arrays (payload.ts).
 *
 * Conventions: actors, paths, parts and the like are named by their position in their list; (i, j)
 * is "i toward j"; a moment is the start (0) or the end of a tick; NaN means that there is none.
 */
import type { NumberArray } from "./payload.js";

export type Report = RunReport | StudyReport;

/** Where the numbers come from. */
export interface Made {
  version: string;
  build: string; // compiler, flags, libraries
  seed: number | string; // a string where it is too great for a double
  scenario: { id: string; title: string; question: string; sha256: string; toml: string };
  commands: { run: string; report: string }; // what repeats this
}

/** A median or mean with what lies around it. */
export interface Estimate { value: number; low: number; high: number }

// ---- a run or ensemble ------------------------------------------------------------------------

export interface RunReport {
  kind: "run";
  made: Made & { first: number; runs: number; runs_in_result: number; failed: number;
                 failures: { variant: string; replicate: number; message: string }[] };
  dates: string[]; // of every moment, ISO
  link: "tanh" | "identity"; // alignment is tanh of affinity, or affinity itself
  actors: Actor[];
  blocs: { id: string; name: string; votes: boolean; members: { actor: number; weight: number }[] }[];
  pacts: { between: [number, number]; strength: number; name: string }[]; // at the start
  levels: { sanctions: string[]; support: string[] }; // names from 0 up
  series: Series[]; // the watched paths, then the metrics
  mechanisms: Mechanism[];
  effects: { name: string; layer: Layer; meaning: string; equation: string; source: string }[];
  findings: Finding[];
  variants: Variant[]; // the first is the reference
  comparison: Comparison | null; // of the other variants with the first
  inputs: Input[];
  sources: Source[];
  grounds: { numbers: number; estimates: number; baseless: number };
}

export type Layer = "sanctions" | "support";

export interface Actor {
  id: string; name: string; capability: number;
  states: string[]; // ISO 3166-1 alpha-3 codes of the states that it stands for: its own id, if nothing else is said
}

export interface Series {
  path: string; // "alignment.BLR.CHN"; a metric's name
  kind: "watched" | "metric";
  label: string; meaning: string;
  unit: "alignment" | "level" | "share" | "change" | "number"; // change: a share against the start, 0 as at it
  dyad: [number, number] | null; // of a layer's path
}

export interface Mechanism { name: string; equation: string; meaning: string; source: string }

/** A sentence that the numbers support, and where the page shows it. */
export interface Finding {
  text: string;
  detail: string; // a second sentence: how it was found
  link: { panel: string; variant?: number; dyad?: [number, number]; series?: number };
}

export interface Variant {
  id: string; title: string;
  finished: number; // runs that did not fail
  events: Event[];
  relations: Relations;
  fans: NumberArray; // [series, moments, 5]: 5, 25, 50, 75, 95 %
  singles: { replicates: number[]; values: NumberArray }; // [runs shown, series, moments]
  camps: { one: Member[]; other: Member[] };
  moves: Move[]; // who moved what, most runs first
  commitments: Commitment[];
  vetoes: { bloc: number; target: number; raise: boolean; runs: number; blockers: { actor: number; times: number }[] }[];
  ledger: Ledger;
  decisions: Decision[]; // of the runs shown
  typical: number; // the replicate shown that lies nearest to the medians
}

export interface Member { actor: number; loyalty: number } // share of runs in which it sides with an average fellow member

export interface Event {
  moment: number; date: string; id: string; // "" if it has none
  part: string; // its name among the ledger's parts
  text: string; // "CHN hosts a visit of BLR (CAMEO 043, Goldstein 2.8)"
  actors: number[]; basis: string; note: string;
}

/** Means over runs at some moments: [frames, N, N] each. */
export interface Relations {
  moments: number[];
  alignment: NumberArray;
  sanctions: NumberArray; // mean level, in notches
  sanctioning: NumberArray; // share of runs with a level above 0
  support: NumberArray;
  supporting: NumberArray;
  dependence: NumberArray;
}

export interface Move {
  layer: Layer; actor: number; target: number;
  raised: number; lowered: number; // runs with at least one
  raises: number; lowers: number; // notches over all runs
  first: number; // the moment by which half of those that raised had done so; −1 where none did
}

export interface Commitment {
  id: string; by: number; text: string; // "if support.CHN.RUS >= lethal then sanctions.USA.CHN = severe"
  credibility: number; note: string; basis: string;
  outcomes: { name: string; runs: number }[];
}

/** Why alignments moved: what each part has added to the affinity Z of some dyads. */
export interface Ledger {
  dyads: [number, number][];
  moments: number[];
  parts: { name: string; kind: "mechanism" | "noise" | "event" }[];
  means: NumberArray; // [dyads, moments, parts]: mean over runs since the start
  low: NumberArray; high: NumberArray; // [dyads, parts]: 5 and 95 % at the end
  affinity: NumberArray; // [dyads, moments]: mean Z
  alignment: NumberArray; // [dyads, moments]: mean A
  start_drift: NumberArray; // [dyads, parts]: per year at the start
  inputs: number[][]; // for each dyad: the inputs that bear on it directly, positions in `inputs`
}

export interface Decision {
  run: number; // replicate
  moment: number; date: string;
  layer: Layer; actor: number; target: number; from: number; to: number;
  occasion: string; by: string; // "choice"; or "vote" and its bloc, "commitment" and its id
  probability: number; utility: number;
  parts: { name: string; utility: number }[]; // the effects that are not 0; they sum to the utility
  runner_up: { target: number; step: number; probability: number; utility: number } | null; // step 0: keeps all
}

export interface Comparison {
  pairs: number; left_out: number;
  moments: number[]; // the last is the end
  variants: {
    variant: number; same: boolean;
    differences: Difference[][]; // [moments][series]
    flips: { layer: Layer; actor: number; target: number; higher: number; lower: number }[]; // at the end; shares of pairs
  }[];
}
export interface Difference {
  reference: number; variant: number; difference: number; low: number; high: number; significant: boolean; same: boolean;
}

export interface Input {
  entry: string; // "relation BLR → CHN"
  numbers: { path: string; value: string }[];
  basis: string; // a source's id, "estimate", or ""
  source: string; note: string;
}
export interface Source { id: string; title: string; author: string; publisher: string; date: string; url: string; note: string }

// ---- a study ----------------------------------------------------------------------------------

export interface StudyReport {
  kind: "study";
  made: Made;
  study: { id: string; title: string; question: string; design: string; replicates: number; points: number };
  counts: { planned: number; finished: number; failed: number; missing: number };
  variants: { id: string; title: string }[];
  parameters: Parameter[];
  outcomes: { name: string; of: string; statistic: string; above: number | null; note: string }[];
  findings: Finding[];
  points: NumberArray; // [shown]: the points' numbers; all, or evenly spread over the study where they are too many
  values: NumberArray; // [shown, parameters]; of names: position in the parameter's `names`
  means: NumberArray; // [variants, outcomes, shown]: mean over replicates
  deviations: NumberArray; // the same: standard deviation over replicates
  sensitivity: Sensitivity[];
  no_sensitivity: string; // why there is none, or ""
  failures: { point: number; replicate: number; variant: string; message: string; replay: string }[]; // the first
  replay: Replay;
}

export interface Parameter {
  path: string; note: string; log: boolean;
  names: string[]; // of values that are no numbers (levels, dates): by position; else empty
  range: [number, number];
}

export interface Sensitivity {
  outcome: number; variant: number;
  method: "sobol" | "morris" | "correlation ratio";
  free_of_noise: boolean; noise: Estimate | null; // share of variance that is chance
  blocks: { used: number; left_out: number };
  parameters: Record<string, Estimate>[]; // sobol: first, total; morris: mu, mu_star, sigma
}

/** The command that repeats a run: `head` --first R --runs 1 --variant V --set 'path=value' … */
export interface Replay { head: string }
