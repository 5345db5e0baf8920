// Every figure gives its picture as SVG and its numbers as CSV.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exportOf, figuresOf, readSvg, rowsOfCsv, tableOf } from "./support/figures.mjs";
import { assertQuiet, browse, mountAll, open, panelsOf } from "./support/reader.mjs";
import { need } from "./support/settings.mjs";

need("variants.html");
const browser = await browse();
after(() => browser.close());

describe("every figure of the main scenario and its variants", () => {
  let opened, page, figures;
  before(async () => {
    opened = await open(browser, "variants.html");
    ({ page } = opened);
    await mountAll(page);
    figures = [];
    for (const panel of await panelsOf(page)) for (const figure of await figuresOf(page, panel)) figures.push(figure);
  });
  after(() => opened.context.close());

  test("there are figures in every panel that draws", () => {
    const panels = new Set(figures.filter(({ drawn }) => drawn).map(({ panel }) => panel));
    assert.deepEqual([...panels], ["relations", "map", "series", "why", "variants"]);
  });

  test("has a title and says what it shows", async () => {
    for (const { element, panel, title } of figures) {
      assert.notEqual(title, "", panel);
      const labels = await element.locator("canvas[aria-label], .canvas[aria-label], [role=img][aria-label], button").count();
      assert.ok(labels > 0, `${panel}: ${title}`);
    }
  });

  test("gives an SVG that is well formed, of text and shapes only", async () => {
    for (const figure of figures.filter(({ drawn }) => drawn)) {
      const { name, text } = await exportOf(page, figure, "SVG");
      assert.match(name, /^[\w.-]+\.svg$/, `${figure.panel}: ${figure.title}`);
      const found = await readSvg(browser, text);
      assert.equal(found.wrong, "", `${figure.panel}: ${figure.title}`);
      assert.equal(found.root, "svg");
      assert.equal(found.active, 0, `${figure.panel}: ${figure.title}`);
      assert.equal(found.broken, false, `${figure.panel}: ${figure.title} has numbers that are none`);
      assert.ok(found.width > 0 && found.drawn > 3, `${figure.panel}: ${figure.title} is empty`);
    }
  });

  test("gives a CSV with the rows of its table", async () => {
    for (const figure of figures) {
      const { name, text } = await exportOf(page, figure, "CSV");
      assert.match(name, /^[\w.-]+\.csv$/, `${figure.panel}: ${figure.title}`);
      assert.ok(text.endsWith("\r\n"));
      const [head, ...rows] = rowsOfCsv(text);
      const what = `${figure.panel}: ${figure.title}`;
      assert.ok(rows.length > 0, `${what} has no rows`);
      assert.ok(rows.every((row) => row.length === head.length), what);
      if (!figure.drawn) continue;
      const table = await tableOf(figure);
      assert.deepEqual(head, table.head, what);
      assert.equal(rows.length, table.rows.length, what);
      for (const k of [0, rows.length - 1]) rows[k].forEach((cell, c) => {
        const shown = table.rows[k][c];
        if (!/^-?[\d.]+(e-?\d+)?$/.test(cell)) assert.equal(cell, shown, what);
        else assert.ok(Math.abs(Number(cell) - Number(shown)) <= 1e-5 * Math.abs(Number(cell)), `${what}: ${cell}, ${shown}`);
      });
    }
  });

  test("and all the while the page was quiet", () => assertQuiet(opened));
});
