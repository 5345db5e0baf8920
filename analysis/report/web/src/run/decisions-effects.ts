import type { Decision, Layer, RunReport } from "../contract.js";
import { h } from "../dom.js";
import { signed } from "../format.js";

export type Part = Decision["parts"][number];

/** What the page says of an effect: a name that reads, and what it means. */
export interface EffectWords { name: string; meaning: string; equation: string }

const own: Record<string, EffectWords> = {
  revealed: {
    name: "initial stance", equation: "±a_ij",
    meaning: "what the initial level reveals: the constant that makes the actor content with the levels it began with",
  },
  saturation: {
    name: "saturation", equation: "∓θ_saturation (2ℓ ± 1) / L",
    meaning: "every further notch is harder to add, and easier to take back, the higher the level is",
  },
  deterrence: {
    name: "deterrence", equation: "−θ × expected cost",
    meaning: "what the threats that the step triggers are expected to cost",
  },
  change: {
    name: "cost of change", equation: "−θ_change",
    meaning: "what any step costs, up or down, against keeping all as it is",
  },
};

const names: Record<string, string> = { outdegree: "cost of a notch", transitive_triplets: "friends' targets" };

const covariates: Record<string, (of: string) => EffectWords> = {
  ego: (of) => ({
    name: `own ${of}`, equation: "q_ij += θ x_i",
    meaning: `how the actor's own ${of} bears on what it does, whoever the target`,
  }),
  alter: (of) => ({
    name: `target's ${of}`, equation: "q_ij += θ x_j",
    meaning: `how the target's ${of} bears on what is done toward it`,
  }),
  similarity: (of) => ({
    name: `similar ${of}`, equation: "q_ij += θ (1 − |x_i − x_j| / range of x)", meaning: `how alike the two are in ${of}`,
  }),
  dyadic: (of) => ({ name: of, equation: "q_ij += θ w_ij", meaning: `${of}, of the actor toward the target` }),
};

/** Words for an effect of a layer: the model's, or those of the parts that every choice has. */
export function effectWords(report: RunReport, layer: Layer, name: string): EffectWords {
  const effect = report.effects.find((e) => e.layer === layer && e.name === name);
  const point = name.indexOf(".");
  const covariate = point > 0 ? covariates[name.slice(0, point)] : undefined;
  if (covariate) return covariate(spaced(name.slice(point + 1)));
  const known = own[name];
  return {
    name: known?.name ?? names[name] ?? spaced(name), equation: effect?.equation || known?.equation || "",
    meaning: effect?.meaning || known?.meaning || "",
  };
}

function spaced(name: string): string {
  return name.replaceAll("_", " ");
}

/** The parts of a decision, the largest first. */
export function ranked({ parts }: Decision): Part[] {
  return [...parts].sort((a, b) => Math.abs(b.utility) - Math.abs(a.utility));
}

/** A bar from the middle: to the right for the step, to the left against it. */
export function signedBar(value: number, greatest: number): HTMLElement {
  const inside = h("i", { class: value < 0 ? "against" : "for" });
  inside.style.width = `${50 * Math.min(1, Math.abs(value) / (greatest || 1))}%`;
  return h("span", { class: "signed-bar", "aria-hidden": "true" }, inside);
}

/** The same for every step of a layer up or down: they tell nothing of why this one was taken. */
const fixed = ["outdegree", "change"];

/** The parts that weighed most beside the fixed costs, as small bars with names and numbers. */
export function reasons(report: RunReport, decision: Decision, most = 3): HTMLElement {
  const all = ranked(decision).filter(({ name }) => !fixed.includes(name));
  const greatest = Math.max(5, Math.abs(all[0]?.utility ?? 0));
  return h("ul", { class: "reasons" }, ...all.slice(0, most).map(({ name, utility }) =>
    h("li", {}, h("span", { class: "part" }, effectWords(report, decision.layer, name).name), signedBar(utility, greatest),
      h("span", { class: "amount" }, signed(utility, 1)))));
}
