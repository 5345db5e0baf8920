// Pages are small, open at once, and ask nothing of anybody.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { after, test } from "node:test";
import { assertQuiet, browse, mountAll, open, workOf } from "./support/reader.mjs";
import { fileOf, need } from "./support/settings.mjs";

need("main.html", "variants.html");
const browser = await browse();
after(() => browser.close());

const most = 3_000_000; // bytes
const soon = 1500; // ms
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

for (const name of ["main.html", "variants.html"]) {
  test(`${name} is less than three megabytes`, () => {
    assert.ok(statSync(fileOf(name)).size < most, `${statSync(fileOf(name)).size} bytes`);
  });

  test(`${name} is painted within a second and a half`, async () => {
    let loads = await timesOfLoads(name);
    if (median(loads.map(({ paint }) => paint)) >= soon) loads = await timesOfLoads(name);
    const rounded = loads.map(({ paint, readable, work }) => [paint, readable, work].map(Math.round).join(", "));
    console.log(`${name}: first paint, findings on screen, work until then (ms): ${rounded.join("; ")}`);
    assert.ok(median(loads.map(({ paint }) => paint)) < soon, "first contentful paint");
    assert.ok(median(loads.map(({ work }) => work)) < soon, "work until title and findings can be read");
  });
}

async function timesOfLoads(name) {
  const all = [];
  for (let k = 0; k < 3; ++k) {
    const { page, context } = await open(browser, name, { prepare: noticeWhenReady });
    const { all: work } = await workOf(page);
    all.push({ work, ...await page.evaluate(() => ({
      paint: performance.getEntriesByName("first-contentful-paint")[0].startTime, readable: globalThis.readable })) });
    await context.close();
  }
  return all;
}

function noticeWhenReady() {
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== "true") return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.readable = performance.now(); }));
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
}

test("a page opens from a file, whole and in silence", async () => {
  const opened = await open(browser, "main.html");
  await mountAll(opened.page);
  await assertQuiet(opened);
  await opened.context.close();
});

test("the page's own policy forbids whatever is not in it", () => {
  const text = readFileSync(fileOf("main.html"), "utf8");
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(text)?.[1] ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'sha256-[^';]+'(;|$)/);
  assert.match(policy, /style-src 'sha256-[^';]+'(;|$)/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  assert.doesNotMatch(text.slice(0, 4096), /<(script|link|img|iframe)[^>]* (src|href)=/i);
});
