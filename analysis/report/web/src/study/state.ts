import type { StudyReport } from "../contract.js";
import { position, type Codec } from "../state.js";

/** What the reader of a study has selected. */
export interface StudySelection {
  outcome: number;
  variant: number;
  x: number; // the parameter along which outcomes are shown
  y: number; // the second one, of a surface
  point: number; // by its number in the study
  replicate: number;
  more: Record<string, string>;
}

/** By names and not by positions, so that an address outlives a change of the study. */
export function codecOf(report: StudyReport): Codec<StudySelection> {
  const outcomes = report.outcomes.map((o) => o.name);
  const variants = report.variants.map((v) => v.id);
  const paths = report.parameters.map((p) => p.path);
  const known = ["outcome", "variant", "x", "y", "point", "replicate"];
  return {
    write({ outcome, variant, x, y, point, replicate, more }) {
      return new URLSearchParams({
        outcome: outcomes[outcome] ?? "", variant: variants[variant] ?? "", x: paths[x] ?? "", y: paths[y] ?? "",
        point: String(point), replicate: String(replicate), ...more,
      }).toString();
    },
    read(text, otherwise) {
      const words = new URLSearchParams(text);
      const count = (name: string, old: number) => (/^\d{1,9}$/.test(words.get(name) ?? "") ? Number(words.get(name)) : old);
      return {
        outcome: position(outcomes, words.get("outcome"), otherwise.outcome),
        variant: position(variants, words.get("variant"), otherwise.variant),
        x: position(paths, words.get("x"), otherwise.x), y: position(paths, words.get("y"), otherwise.y),
        point: count("point", otherwise.point), replicate: count("replicate", otherwise.replicate),
        more: Object.fromEntries([...words].filter(([name]) => !known.includes(name))),
      };
    },
  };
}
