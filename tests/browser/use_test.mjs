// A reader goes through the panels, moves the date, selects a dyad, and finds it all again.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertQuiet, browse, hashOf, mountAll, moveTo, open, panelsOf, ready, settled } from "./support/reader.mjs";
import { need } from "./support/settings.mjs";

need("main.html", "variants.html");
const browser = await browse();
after(() => browser.close());

const dateOf = (page) => page.locator("output.date").innerText();
const selects = (page) => page.$$eval(".controls select", (all) => all.map((select) => select.selectedOptions[0].textContent));
const chosen = (page) => page.$$eval(".dyad select", (all) => all.map(({ value }) => Number(value)));

test("every panel of the contents comes into sight, built, when its link is clicked", async () => {
  const opened = await open(browser, "variants.html");
  const { page } = opened;
  const panels = await panelsOf(page);
  assert.deepEqual(await page.$$eval(".contents a", (all) => all.map((a) => a.dataset.panel)), panels);
  assert.deepEqual(panels, ["relations", "map", "series", "why", "decisions", "variants", "sources"]);
  for (const id of panels) {
    await page.click(`.contents a[data-panel="${id}"]`);
    await page.waitForSelector(`#${id} > .body > *`, { state: "attached" });
    await page.waitForFunction((name) => {
      const { top } = document.getElementById(name).getBoundingClientRect();
      const end = document.documentElement.scrollHeight - innerHeight - scrollY;
      return Math.abs(top - document.querySelector(".bar").offsetHeight) < 90 || (end < 2 && top < innerHeight);
    }, id);
  }
  await assertQuiet(opened);
  await opened.context.close();
});

test("the slider moves the date everywhere, with the keyboard too", async () => {
  const opened = await open(browser, "main.html");
  const { page } = opened;
  await mountAll(page);
  const last = Number(await page.locator(".time input").getAttribute("max"));
  const end = await dateOf(page);
  await page.focus(".time input");
  await page.keyboard.press("Home");
  await settled(page);
  assert.equal(await dateOf(page), "1 Sep 2022");
  const first = { series: await page.innerText("#series-now"), dyad: await page.innerText("#dyad-card") };
  assert.match(first.series, /1 Sep 2022/);
  assert.match(first.dyad, /1 Sep 2022/);
  await page.keyboard.press("ArrowRight");
  await settled(page);
  assert.equal(await page.locator(".time input").inputValue(), "1");
  await moveTo(page, Math.floor(last / 2));
  assert.notEqual(await page.innerText("#series-now"), first.series);
  assert.notEqual(await page.innerText("#dyad-card"), first.dyad);
  await page.keyboard.press("End");
  await settled(page);
  assert.equal(await dateOf(page), end);
  await assertQuiet(opened);
  await opened.context.close();
});

test("a dyad is selected by its names, in the matrix, and by arrow keys", async () => {
  const opened = await open(browser, "main.html");
  const { page } = opened;
  await mountAll(page);
  const [from, to] = await page.locator(".dyad select").all();
  await from.selectOption({ label: "China" });
  await to.selectOption({ label: "Russia" });
  await settled(page);
  assert.match(await page.locator("#dyad-card h4").first().innerText(), /China\s*→\s*Russia/);
  await page.getByRole("button", { name: "Swap the two actors" }).click();
  await settled(page);
  assert.match(await page.locator("#dyad-card h4").first().innerText(), /Russia\s*→\s*China/);
  const matrix = page.locator("#relations figure", { hasText: "Every actor toward every other" }).locator("canvas");
  const size = await matrix.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
  const before = await chosen(page);
  await matrix.click({ position: { x: size[0] * 0.9, y: size[1] * 0.35 } });
  await settled(page);
  const clicked = await chosen(page);
  assert.notDeepEqual(clicked, before);
  await matrix.focus();
  await page.keyboard.press("ArrowLeft");
  await settled(page);
  assert.notEqual((await chosen(page))[1], clicked[1]);
  assert.equal((await chosen(page))[0], clicked[0]);
  await assertQuiet(opened);
  await opened.context.close();
});

test("play moves the date to the end and stops", async () => {
  const opened = await open(browser, "main.html");
  const { page } = opened;
  const last = Number(await page.locator(".time input").getAttribute("max"));
  await moveTo(page, last - 3);
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForFunction((end) => document.querySelector(".time input").value === String(end), last);
  await page.getByRole("button", { name: "Play" }).waitFor();
  await assertQuiet(opened);
  await opened.context.close();
});

test("what is selected survives a reload, and can be sent as an address", async () => {
  const opened = await open(browser, "variants.html");
  const { page } = opened;
  await mountAll(page);
  await page.getByLabel("Variant").first().selectOption({ index: 2 });
  await page.locator(".dyad select").first().selectOption({ label: "Kazakhstan" });
  await moveTo(page, 40);
  await page.locator("#relations .layer", { hasText: "Support" }).click();
  await page.locator("#series .cell").nth(3).click();
  await settled(page);
  const look = async () => ({ hash: await hashOf(page), selects: await selects(page), date: await dateOf(page),
    series: await page.innerText("#series-now"), dyad: await page.innerText("#dyad-card"),
    layer: await page.locator("#relations .layer", { hasText: "Support" }).getAttribute("aria-pressed") });
  const before = await look();
  assert.equal(before.layer, "false");
  await page.reload();
  await ready(page);
  await mountAll(page);
  assert.deepEqual(await look(), before);
  await assertQuiet(opened);
  await opened.context.close();
});

test("a finding leads to the panel that shows it", async () => {
  const opened = await open(browser, "variants.html");
  const { page } = opened;
  const links = await page.locator("#findings a").all();
  assert.ok(links.length >= 1);
  for (const link of links) {
    const panel = (await link.getAttribute("href")).slice(1);
    assert.ok((await panelsOf(page)).includes(panel), panel);
    await link.click();
    await page.waitForFunction((name) => {
      const { top, bottom } = document.getElementById(name).getBoundingClientRect();
      return top < innerHeight * 0.7 && bottom > 0;
    }, panel);
  }
  await assertQuiet(opened);
  await opened.context.close();
});

test("an address that names what is not there does no harm", async () => {
  const opened = await open(browser, "main.html", {
    hash: "variant=none&date=1066-10-14&from=nobody&to=nobody&series=%00&run=99999&relations-hide=%3Cb%3E&map-arrows=x" });
  await mountAll(opened.page);
  assert.match(await opened.page.innerText("#dyad-card"), /Alignment/);
  await assertQuiet(opened);
  await opened.context.close();
});
