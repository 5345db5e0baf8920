// The page can be read on a desk and in a hand, by day and by night, without eyes and on paper.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { assertQuiet, browse, mountAll, narrow, open, panelsOf, settled, wide } from "./support/reader.mjs";
import { assertFits, photograph } from "./support/pictures.mjs";
import { need, pictures } from "./support/settings.mjs";

need("variants.html");
const browser = await browse();
after(() => browser.close());

for (const [width, viewport] of [[1280, wide], [390, narrow]])
  for (const colorScheme of ["light", "dark"])
    describe(`at ${width} px, ${colorScheme}`, () => {
      let opened;
      before(async () => {
        opened = await open(browser, "variants.html", { viewport, colorScheme });
        await mountAll(opened.page);
      });
      after(() => opened.context.close());

      test("nothing is wider than the screen", () => assertFits(opened.page));
      test("it is quiet", () => assertQuiet(opened));
      test("pictures are taken", () => photograph(opened.page, `variants-${width}-${colorScheme}`));
      test("it has the colours that the system asks for", async () => {
        assert.equal(await opened.page.evaluate(() => document.documentElement.dataset.theme === "dark"), colorScheme === "dark");
      });
      test("no serious violation of accessibility", () => assertAccessible(opened.page));
    });

test("colours change while it is open, and by its own button", async () => {
  const opened = await open(browser, "variants.html");
  const { page } = opened;
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  await settled(page);
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.click("button.theme");
  await settled(page);
  assert.equal(await ground(), light);
  await page.click("button.theme");
  await settled(page);
  assert.equal(await ground(), dark);
  await assertQuiet(opened);
  await opened.context.close();
});

test("it prints whole, whatever has been on the screen", async () => {
  const opened = await open(browser, "variants.html");
  const { page } = opened;
  const paper = await page.pdf({ format: "A4", printBackground: true });
  writeFileSync(join(pictures, "variants.pdf"), paper);
  assert.equal(paper.subarray(0, 5).toString(), "%PDF-");
  const sheets = paper.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(sheets >= 3, `${sheets} pages`);
  for (const id of await panelsOf(page)) assert.notEqual(await page.locator(`#${id} > .body > *`).count(), 0, `${id} is empty`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".bar").isVisible(), false);
  assert.equal(await page.locator(".exports").first().isVisible(), false);
  await assertQuiet(opened);
  await opened.context.close();
});

test("the keyboard reaches every control, and shows where it is", async () => {
  const opened = await open(browser, "variants.html");
  const { page } = opened;
  await mountAll(page);
  const wanted = await page.$$eval("main :is(button, select, input, a[href], canvas[tabindex])", (all) =>
    all.filter((e) => e.checkVisibility() && !e.disabled && e.tabIndex >= 0).length);
  const reached = await page.evaluate(() => {
    const all = [...document.querySelectorAll("main :is(button, select, input, a[href], canvas[tabindex])")]
      .filter((e) => e.checkVisibility() && !e.disabled);
    return all.filter((e) => { e.focus({ preventScroll: true }); return document.activeElement === e; }).length;
  });
  assert.equal(reached, wanted);
  await page.focus(".contents a");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none");
  await opened.context.close();
});
