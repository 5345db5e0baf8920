import type { Estimate, Sensitivity } from "../contract.js";
import type { StudyData } from "./data.js";

export type Method = Sensitivity["method"];

/** A number of a method: what it is called and how a bar of it is drawn. */
export interface Measure { key: string; title: string; strong: boolean }

const measures: Partial<Record<Method, Measure[]>> = {
  sobol: [{ key: "first", title: "alone", strong: true }, { key: "total", title: "together with others", strong: false }],
  morris: [{ key: "mu_star", title: "size of the effect (μ*)", strong: true }],
};

/** What bars show of a method's numbers. */
export function measuresOf(one: Sensitivity): Measure[] {
  return measures[one.method] ?? [{ key: Object.keys(one.parameters[0] ?? {})[0] ?? "", title: "share of the variance", strong: true }];
}

export function estimate(one: Sensitivity, parameter: number, key: string): Estimate {
  return one.parameters[parameter]?.[key] ?? { value: NaN, low: NaN, high: NaN };
}

/** Parameters by how much they matter, most first: by the last of the measures. */
export function ranked(one: Sensitivity): number[] {
  const key = measuresOf(one).at(-1)!.key;
  const size = (p: number) => { const { value } = estimate(one, p, key); return Number.isFinite(value) ? value : -Infinity; };
  return one.parameters.map((_, p) => p).sort((a, b) => size(b) - size(a) || a - b);
}

/** The two parameters that matter most; without a measure the first two. */
export function strongest(data: StudyData, variant: number, outcome: number): [number, number] {
  const one = data.sensitivity(variant, outcome)[0];
  const varied = data.report.parameters.map((_, p) => p);
  const order = one && one.parameters.length > 0 ? ranked(one) : varied;
  return [order[0] ?? 0, order[1] ?? order[0] ?? 0];
}

/** Whether the numbers are shares of variance. */
export const inShares = (method: Method): boolean => method !== "morris";
