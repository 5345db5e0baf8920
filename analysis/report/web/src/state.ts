import type { RunReport } from "./contract.js";

/** What the reader has selected; the same everywhere on the page, and kept in its address. */
export interface Selection {
  variant: number;
  moment: number;
  dyad: [number, number]; // how the first stands toward the second
  series: number;
  run: number | null; // a single run that is shown, by its replicate's number
  more: Record<string, string>; // what single panels keep, by a name that begins with the panel's
}

type Listener = () => void;

/** The selection, who wants to hear of its changes, and its form in the address. */
export class State<S extends { more: Record<string, string> } = Selection> {
  readonly #listeners: { keys: Set<keyof S>; call: Listener }[] = [];
  #pending = new Set<keyof S>();

  constructor(readonly selection: S, private readonly codec: Codec<S>) {
    this.#read();
    addEventListener("hashchange", () => {
      if (location.hash.slice(1) === this.codec.write(this.selection)) return;
      this.#read();
      this.#announce(new Set(Object.keys(this.selection) as (keyof S)[]));
    });
  }

  /** Calls now, and again whenever one of these parts of the selection has changed. */
  on(keys: (keyof S)[], call: Listener): void {
    this.#listeners.push({ keys: new Set(keys), call });
    call();
  }

  /** Changes the selection; listeners hear of it at the next frame, once. */
  set(change: Partial<S>): void {
    Object.assign(this.selection, change);
    if (this.#pending.size === 0) requestAnimationFrame(() => this.#flush());
    for (const key of Object.keys(change) as (keyof S)[]) this.#pending.add(key);
  }

  setMore(name: string, value: string): void {
    const more = { ...this.selection.more, [name]: value };
    if (value === "") delete more[name];
    this.set({ more } as Partial<S>);
  }

  #flush(): void {
    const changed = this.#pending;
    this.#pending = new Set();
    this.#announce(changed);
    history.replaceState(null, "", "#" + this.codec.write(this.selection));
  }

  #announce(changed: Set<keyof S>): void {
    for (const { keys, call } of this.#listeners) if ([...changed].some((key) => keys.has(key))) call();
  }

  #read(): void {
    Object.assign(this.selection, this.codec.read(location.hash.slice(1), this.selection));
  }
}

/** Writes a selection as an address, by names and not by positions, and reads it again. */
export interface Codec<S = Selection> {
  write(selection: S): string;
  read(text: string, otherwise: S): S;
}

/** Where a name stands in a list; without a name, or where it is not there, another position. */
export function position(list: string[], name: string | null, otherwise: number): number {
  const found = name === null ? -1 : list.indexOf(name);
  return found < 0 ? otherwise : found;
}

export function codecOf(report: RunReport): Codec {
  const variants = report.variants.map((v) => v.id);
  const actors = report.actors.map((a) => a.id);
  const paths = report.series.map((s) => s.path);
  return {
    write({ variant, moment, dyad, series, run, more }) {
      const words = new URLSearchParams({
        variant: variants[variant]!, date: report.dates[moment]!,
        from: actors[dyad[0]]!, to: actors[dyad[1]]!, series: paths[series] ?? "",
      });
      if (run !== null) words.set("run", String(run));
      for (const [name, value] of Object.entries(more)) words.set(name, value);
      return words.toString();
    },
    read(text, otherwise) {
      const words = new URLSearchParams(text);
      const known = ["variant", "date", "from", "to", "series", "run"];
      const from = position(actors, words.get("from"), otherwise.dyad[0]);
      const to = position(actors, words.get("to"), otherwise.dyad[1]);
      return {
        variant: position(variants, words.get("variant"), otherwise.variant),
        moment: position(report.dates, words.get("date"), otherwise.moment),
        dyad: from === to ? otherwise.dyad : [from, to],
        series: position(paths, words.get("series"), otherwise.series),
        run: words.has("run") && /^\d+$/.test(words.get("run")!) ? Number(words.get("run")) : null,
        more: Object.fromEntries([...words].filter(([name]) => !known.includes(name))),
      };
    },
  };
}
