import type { Report } from "./contract.js";
import { h, fill } from "./dom.js";
import { decode } from "./payload.js";
import { runPage } from "./run/page.js";
import { studyPage } from "./study/page.js";

async function open(): Promise<void> {
  const page = document.getElementById("page")!;
  try {
    const report = (await decode(document.getElementById("data")!.textContent!)) as Report;
    const { title, id } = report.kind === "run" ? report.made.scenario : report.study;
    document.title = `${title || id} – Entente`;
    if (report.kind === "run") runPage(page, report);
    else studyPage(page, report);
    document.documentElement.dataset.ready = "true";
  } catch (problem) {
    fill(page, h("p", { class: "wait" }, `This report cannot be opened: ${String(problem)}`));
    throw problem;
  }
}

void open();
