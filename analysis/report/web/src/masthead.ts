import type { Finding, Made } from "./contract.js";
import { h } from "./dom.js";
import { save } from "./figure.js";
import { goTo } from "./go.js";
import { chooseTheme, type ThemeChoice } from "./palette.js";

/** The head of the page: title, question, and the findings as sentences. */
export function masthead(parts: {
  title: string; question: string; kicker: string; findings: Finding[]; follow: (finding: Finding) => void;
}): HTMLElement {
  const findings = parts.findings.map((finding) => {
    const link = h("a", { href: `#${finding.link.panel}` }, "Show");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      parts.follow(finding);
      goTo(finding.link.panel);
    });
    return h("li", {}, h("p", { class: "finding" }, finding.text), h("p", { class: "detail" }, finding.detail, " ", link));
  });
  return h("header", { class: "masthead" },
    h("div", { class: "kicker" }, h("span", {}, parts.kicker), themeButton()),
    h("h1", {}, parts.title), parts.question && h("p", { class: "question" }, parts.question),
    findings.length > 0 && h("ol", { class: "findings", id: "findings", "aria-label": "Findings" }, ...findings));
}

function themeButton(): HTMLElement {
  const order: ThemeChoice[] = ["auto", "light", "dark"];
  const button = h("button", { type: "button", class: "theme" }, "Colours: auto");
  let at = 0;
  button.addEventListener("click", () => {
    at = (at + 1) % order.length;
    chooseTheme(order[at]!);
    button.textContent = `Colours: ${order[at]}`;
  });
  return button;
}

/** A line of links to the parts of the page; the one that is on screen is marked. */
export function contents(panels: { id: string; title: string }[]): HTMLElement {
  const links = panels.map(({ id, title }) => {
    const link = h("a", { href: `#${id}`, "data-panel": id }, title);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(id);
    });
    return link;
  });
  const observer = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen)
      if (isIntersecting) for (const link of links) mark(link, link.dataset.panel === target.id);
  }, { rootMargin: "-30% 0px -65% 0px" });
  requestAnimationFrame(() => { for (const { id } of panels) { const found = document.getElementById(id); if (found) observer.observe(found); } });
  return h("nav", { class: "contents", "aria-label": "Parts of the report" }, ...links);
}

/** Marks the link to the part on screen, and brings it into sight where the line of links is wider than the screen. */
function mark(link: HTMLElement, current: boolean): void {
  if (!current) return link.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  const line = link.parentElement!;
  line.scrollLeft = link.offsetLeft - line.offsetLeft - (line.clientWidth - link.offsetWidth) / 2;
}

/** What stays in sight at the top; what lies below it is told its height. */
export function stickyBar(...parts: HTMLElement[]): HTMLElement {
  const bar = h("div", { class: "bar" }, ...parts);
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
  return bar;
}

/** The foot of the page: what was run, to repeat it; and what else there is to say of it. */
export function colophon(made: Made, lines: [string, string][], ...more: (HTMLElement | false)[]): HTMLElement {
  const all: [string, string][] = [...lines, ["Seed", String(made.seed)], ["Scenario, SHA-256", made.scenario.sha256],
    ["Entente", made.version], ["Build", made.build]];
  const { id, toml } = made.scenario;
  return h("footer", { class: "colophon", id: "made" }, h("h2", {}, "How this was made"),
    h("dl", {}, ...all.flatMap(([term, words]) => [h("dt", {}, term), h("dd", {}, words)])),
    toml !== "" && h("p", {}, h("button", { type: "button", id: "save-scenario", click: () => save(`${id}.toml`, "application/toml", toml) },
      "Save the scenario"), h("span", { class: "beside" }, `${id}.toml, as it was run`)),
    h("p", {}, "The same command gives the same numbers, bit for bit:"),
    command(made.commands.run), command(made.commands.report), ...more);
}

/** A command line, with a button that copies it. */
export function command(text: string): HTMLElement {
  const button = h("button", { type: "button" }, "Copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  return h("div", { class: "command" }, h("pre", { tabindex: 0 }, h("code", {}, text)), button);
}
