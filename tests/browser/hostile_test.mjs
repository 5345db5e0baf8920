// Names that would be markup are shown as the text that they are.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { drawnIn, exportOf, readSvg, tableOf } from "./support/figures.mjs";
import { assertQuiet, browse, mountAll, narrow, open, panelsOf, settled } from "./support/reader.mjs";
import { assertFits, photograph } from "./support/pictures.mjs";
import { fileOf, need } from "./support/settings.mjs";

need("hostile.html");
const browser = await browse();
after(() => browser.close());

const names = ["<script>alert(8)</script>", "\"><img src=x onerror=alert(10)>",
  "A name of sixty characters, which is longer than a label is."];

describe("a scenario of hostile names", () => {
  let opened, page;
  before(async () => {
    opened = await open(browser, "hostile.html");
    ({ page } = opened);
    await mountAll(page);
  });
  after(() => opened.context.close());

  test("none of its words is in the file but as data", () => {
    assert.doesNotMatch(readFileSync(fileOf("hostile.html"), "utf8"), /alert\(\d+\)/);
  });

  test("its words are on the page as text", async () => {
    const text = await page.innerText("body");
    for (const words of ["<b>that</b> \"would\" be 'markup' </title><script>alert(1)</script>", "<img src=x onerror=alert(2)>",
      "</script><script>alert(3)</script>", ...names])
      assert.ok(text.includes(words), words);
    assert.match(await page.title(), /<b>that<\/b> "would" be 'markup'/);
    assert.deepEqual(await page.locator(".dyad select").first().locator("option").allInnerTexts(), names);
  });

  test("no element came of them, nor after every control has been used", async () => {
    for (const panel of await panelsOf(page)) for (const figure of await drawnIn(page, panel)) await tableOf(figure);
    for (const [i, j] of [[0, 1], [1, 0], [2, 1]]) {
      await page.locator(".dyad select").first().selectOption({ index: i });
      await page.locator(".dyad select").last().selectOption({ index: j });
      await settled(page);
    }
    for (const canvas of await page.locator("main canvas:visible").all()) {
      const position = await canvas.evaluate(({ clientWidth: x, clientHeight: y }) => ({ x: x * 0.4, y: y * 0.5 }));
      await canvas.hover({ position, force: true });
      await settled(page);
    }
    const found = await page.evaluate(() => ({
      scripts: document.querySelectorAll("script").length,
      injected: document.querySelectorAll("img, iframe, object, embed, [onerror], [onload], b, body svg[onload]").length,
      links: [...document.querySelectorAll("a")].filter((a) => /^javascript:/i.test(a.href)).length,
    }));
    assert.deepEqual(found, { scripts: 2, injected: 0, links: 0 });
    await assertQuiet(opened);
  });

  test("none in the SVG that figures export", async () => {
    for (const panel of await panelsOf(page))
      for (const figure of await drawnIn(page, panel)) {
        const { text } = await exportOf(page, figure, "SVG");
        const { wrong, active } = await readSvg(browser, text);
        assert.equal(wrong, "", `${panel}: ${figure.title}`);
        assert.equal(active, 0, `${panel}: ${figure.title}`);
      }
  });

  test("long names and markup fit a narrow screen", async () => {
    const held = await open(browser, "hostile.html", { viewport: narrow });
    await mountAll(held.page);
    await assertFits(held.page);
    await photograph(held.page, "hostile-390-light");
    await assertQuiet(held);
    await held.context.close();
  });
});
