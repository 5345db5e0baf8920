import type { Input } from "../contract.js";
import { h } from "../dom.js";
import type { RunPage } from "../panel.js";
import type { Account } from "./why-account.js";
import { basisWords } from "./why-list.js";

const most = 6;

/** The entries of the scenario that enter the dyad's drift directly. */
export function inputList({ report }: RunPage, account: Account): HTMLElement {
  const inputs = account.inputs.map((k) => report.inputs[k]).filter((input): input is Input => input !== undefined);
  const ids = account.dyad.map((actor) => report.actors[actor]!.id);
  return h("div", { class: "why-inputs" }, h("h3", {}, "What this rests on"),
    inputs.length === 0 ? h("p", { class: "note" }, "The scenario says nothing that enters this dyad directly.")
      : h("p", { class: "note" },
      `What the scenario says that enters the drift of this dyad directly: ${counts(inputs)} ` +
        "Numbers left at their defaults are not listed."),
    h("ul", { class: "why-cards" }, ...inputs.map((input) => card(input, ids))));
}

function counts(inputs: Input[]): string {
  const sum = (of: Input[]) => of.reduce((total, { numbers }) => total + numbers.length, 0);
  const [all, guessed, baseless] = [sum(inputs), sum(inputs.filter(({ basis }) => basis === "estimate")),
    sum(inputs.filter(({ basis }) => basis === ""))];
  return `${all} ${all === 1 ? "number" : "numbers"}, ${guessed} by estimate, ${all - guessed - baseless} from sources` +
    `${baseless > 0 ? `, ${baseless} without a basis` : ""}.`;
}

function card({ entry, numbers, basis, source, note }: Input, ids: string[]): HTMLElement {
  const near = [...numbers].sort((a, b) => Number(names(b.path, ids)) - Number(names(a.path, ids)));
  const shown = near.slice(0, near.length <= most + 1 ? near.length : most);
  return h("li", {}, h("h4", {}, entry),
    h("ul", { class: "why-values" }, ...shown.map(({ path, value }) =>
      h("li", {}, h("code", {}, path), " ", h("strong", {}, value))),
      shown.length < near.length && h("li", { class: "source" }, `and ${near.length - shown.length} more`)),
    h("p", {}, basisWords(basis, source)), note && h("p", { class: "source" }, note));
}

/** Whether a number's path names one of these actors, or none at all. */
function names(path: string, ids: string[]): boolean {
  return path.split(/[^\p{L}\p{N}_-]+/u).some((word) => ids.includes(word));
}
