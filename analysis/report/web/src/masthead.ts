import type { Finding, Made } from "./contract.js";
import { h } from "./dom.js";
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
      document.getElementById(finding.link.panel)?.scrollIntoView({ behavior: "smooth" });
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
      document.getElementById(id)?.scrollIntoView({ behavior: "smooth" });
    });
    return link;
  });
  const observer = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen)
      if (isIntersecting) for (const link of links) link.toggleAttribute("aria-current", link.dataset.panel === target.id);
  }, { rootMargin: "-30% 0px -65% 0px" });
  requestAnimationFrame(() => { for (const { id } of panels) { const found = document.getElementById(id); if (found) observer.observe(found); } });
  return h("nav", { class: "contents", "aria-label": "Parts of the report" }, ...links);
}

/** The foot of the page: what was run, to repeat it. */
export function colophon(made: Made, lines: [string, string][]): HTMLElement {
  const all: [string, string][] = [...lines, ["Seed", String(made.seed)], ["Scenario, SHA-256", made.scenario.sha256],
    ["Entente", made.version], ["Build", made.build]];
  return h("footer", { class: "colophon", id: "made" }, h("h2", {}, "How this was made"),
    h("dl", {}, ...all.flatMap(([term, words]) => [h("dt", {}, term), h("dd", {}, words)])),
    h("p", {}, "The same command gives the same numbers, bit for bit:"),
    command(made.commands.run), command(made.commands.report));
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
