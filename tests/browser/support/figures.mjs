// What a figure offers: its table, and the files that it exports.
import { readFile } from "node:fs/promises";
import { mountAll, ready } from "./reader.mjs";

/** The figures of a panel, each with its title; `drawn` if it is a picture and not a table itself. */
export async function figuresOf(page, panel) {
  const all = await page.locator(`#${panel} figure.figure:visible`).all();
  return Promise.all(all.map(async (element) => ({
    element, panel, title: await element.locator("h3").first().innerText(),
    drawn: await element.locator(".canvas").locator("canvas, svg").count() > 0 })));
}

/** Those that are pictures. */
export async function drawnIn(page, panel) {
  return (await figuresOf(page, panel)).filter(({ drawn }) => drawn);
}

/** A figure's table as its head and rows of texts. Leaves it closed. */
export async function tableOf({ element }) {
  const button = element.getByRole("button", { name: "Table", exact: true });
  await button.click();
  const table = await element.locator(".behind table").evaluate((shown) => {
    const texts = (row) => [...row.cells].map((cell) => cell.textContent);
    return { head: texts(shown.tHead.rows[0]), rows: [...shown.tBodies[0].rows].map(texts) };
  });
  await button.click();
  return table;
}

const downloads = new WeakMap();

/** Chromium gives no more than ten files a visit: after that many the page is opened anew. */
async function makeRoom(page) {
  const count = (downloads.get(page) ?? 0) + 1;
  downloads.set(page, count > 10 ? 1 : count);
  if (count <= 10) return;
  await page.reload();
  await ready(page);
  await mountAll(page);
}

/** The file that a figure's button of this name gives: its name and its text. */
export async function exportOf(page, { element }, kind) {
  await makeRoom(page);
  const coming = page.waitForEvent("download");
  await element.locator(".exports").getByRole("button", { name: new RegExp(`^${kind}( |$)`) }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** The rows of a CSV text (RFC 4180). */
export function rowsOfCsv(text) {
  const rows = [];
  let [row, cell, quoted] = [[], "", false];
  for (let k = 0; k < text.length; ++k) {
    const letter = text[k];
    if (quoted && letter === '"' && text[k + 1] === '"') { cell += '"'; ++k; }
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") { row.push(cell); cell = ""; }
    else if (!quoted && letter === "\n") { rows.push([...row, cell.replace(/\r$/, "")]); [row, cell] = [[], ""]; }
    else cell += letter;
  }
  return rows;
}

/** What an SVG text holds, read on a page of its own: the report's policy is not that of its pictures. */
export async function readSvg(browser, text) {
  const page = await browser.newPage();
  const found = await page.evaluate((words) => {
    const svg = new DOMParser().parseFromString(words, "image/svg+xml");
    const count = (names) => svg.querySelectorAll(names).length;
    return { root: svg.documentElement.localName, wrong: svg.querySelector("parsererror")?.textContent ?? "",
             width: Number.parseFloat(svg.documentElement.getAttribute("width") ?? "0"),
             active: count("script, foreignObject, image, img, iframe, a"),
             drawn: count("path, rect, circle, text, line, polyline, polygon"), letters: svg.documentElement.textContent,
             broken: /NaN|undefined|Infinity/.test(words) };
  }, text);
  await page.close();
  return found;
}
