/**
 * Colours that people with any colour vision tell apart. Alignment runs from orange-brown (hostile)
 * over a neutral to blue (one camp): PuOr and RdBu of ColorBrewer (Harrower & Brewer 2003) meet in
 * it. Red is kept for sanctions alone.
 */
export interface Theme {
  dark: boolean;
  ground: string; panel: string; ink: string; soft: string; faint: string; line: string;
  accent: string; sanctions: string; support: string; pact: string;
  camps: [string, string];
  series: string[];
}

const scales = {
  light: ["#8a3d06", "#c66a1b", "#e9a75e", "#f6d7ae", "#f2f1ee", "#c3dcee", "#7fb5dc", "#3b83c0", "#0d4f8b"],
  dark: ["#ffb066", "#e08a3a", "#a9622a", "#6b4429", "#35383d", "#2c4c68", "#2f70a8", "#4f9be0", "#9acbff"],
};

const themes: Record<"light" | "dark", Theme> = {
  light: {
    dark: false, ground: "#f6f5f2", panel: "#ffffff", ink: "#1d2530", soft: "#55606e", faint: "#737c88", line: "#dcdad4",
    accent: "#0d4f8b", sanctions: "#c8102e", support: "#00796b", pact: "#6b4fa0",
    camps: ["#3a4653", "#c9a227"],
    series: ["#0d4f8b", "#b35806", "#00796b", "#7a3e9d", "#8a6d00", "#c2185b", "#37618e", "#5d4037"],
  },
  dark: {
    dark: true, ground: "#14171b", panel: "#1c2026", ink: "#e9ecf0", soft: "#b0b8c2", faint: "#929ba7", line: "#343a43",
    accent: "#7db8f0", sanctions: "#ff6b7a", support: "#4fd1bd", pact: "#b79ce8",
    camps: ["#c3ccd6", "#d9b23c"],
    series: ["#7db8f0", "#ffb066", "#4fd1bd", "#c9a2ee", "#e3c558", "#ff9ac0", "#a5c3e6", "#d3b3a6"],
  },
};

/** "auto" follows the system's setting. */
export type ThemeChoice = "auto" | "light" | "dark";
let choice: ThemeChoice = "auto";
const listeners: (() => void)[] = [];
const system = matchMedia("(prefers-color-scheme: dark)");
const print = matchMedia("print");

export function theme(): Theme {
  const dark = !print.matches && (choice === "dark" || (choice === "auto" && system.matches));
  return themes[dark ? "dark" : "light"];
}

export function chooseTheme(wanted: ThemeChoice): void {
  choice = wanted;
  announce();
}

/** Calls whenever colours change. */
export function onTheme(call: () => void): void {
  listeners.push(call);
}

function announce(): void {
  const colours = theme();
  const root = document.documentElement;
  root.dataset.theme = colours.dark ? "dark" : "light";
  for (const [name, value] of Object.entries(colours))
    if (typeof value === "string") root.style.setProperty(`--${name}`, value);
  const more = { "camp-one": colours.camps[0], "camp-other": colours.camps[1], hostile: alignmentColour(-0.8), friendly: alignmentColour(0.8) };
  for (const [name, value] of Object.entries(more)) root.style.setProperty(`--${name}`, value);
  for (const call of listeners) call();
}
system.addEventListener("change", announce);
print.addEventListener("change", announce);
announce();

/** The colour of an alignment in [−1, 1]; of NaN the panel's own. */
export function alignmentColour(value: number): string {
  if (!Number.isFinite(value)) return theme().panel;
  const stops = scales[theme().dark ? "dark" : "light"];
  const place = ((Math.max(-1, Math.min(1, value)) + 1) / 2) * (stops.length - 1);
  const left = Math.min(Math.floor(place), stops.length - 2);
  return mix(stops[left]!, stops[left + 1]!, place - left);
}

const viridis = ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];

/** Of a share in [0, 1], from what is near the ground's colour to what stands out: viridis (Smith & van der Walt 2015). */
export function sequentialColour(share: number): string {
  if (!Number.isFinite(share)) return theme().panel;
  const within = Math.max(0, Math.min(1, share));
  const place = (theme().dark ? within : 1 - within) * (viridis.length - 1);
  const left = Math.min(Math.floor(place), viridis.length - 2);
  return mix(viridis[left]!, viridis[left + 1]!, place - left);
}

/** The ink that is more legible on a colour; of black and white one always has a contrast of 4.5 (WCAG 2.1). */
export function inkOn(colour: string): string {
  const [r, g, b] = channels(colour).map((c) => (c <= 10 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b! > 0.179 ? "#000000" : "#ffffff";
}

export function mix(a: string, b: string, share: number): string {
  const [p, q] = [channels(a), channels(b)];
  return "#" + p.map((c, i) => Math.round(c + (q[i]! - c) * share).toString(16).padStart(2, "0")).join("");
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}
