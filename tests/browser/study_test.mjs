// The page of a study: what drives its outcomes, its points, its runs and what failed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { drawnIn, exportOf, figuresOf, readSvg, rowsOfCsv, tableOf } from "./support/figures.mjs";
import { assertFits, photograph } from "./support/pictures.mjs";
import { assertQuiet, browse, hashOf, mountAll, narrow, open, panelsOf, ready, settled, wide } from "./support/reader.mjs";
import { fileOf, need } from "./support/settings.mjs";

need("drivers.html", "drivers.db", "failing.html");
const browser = await browse();
after(() => browser.close());

/** What the store of a study answers. */
function ask(name, query) {
  const done = spawnSync("sqlite3", ["-json", "-readonly", fileOf(name), query], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr || String(done.error));
  return JSON.parse(done.stdout || "[]");
}

for (const [width, viewport] of [[1280, wide], [390, narrow]])
  for (const colorScheme of ["light", "dark"])
    describe(`a study's page at ${width} px, ${colorScheme}`, () => {
      let opened;
      before(async () => {
        opened = await open(browser, "drivers.html", { viewport, colorScheme });
        await mountAll(opened.page);
      });
      after(() => opened.context.close());

      test("nothing is wider than the screen", () => assertFits(opened.page));
      test("it is quiet", () => assertQuiet(opened));
      test("pictures are taken", () => photograph(opened.page, `study-${width}-${colorScheme}`));
      test("no serious violation of accessibility", () => assertAccessible(opened.page));
    });

describe("a study's page", () => {
  let opened, page;
  before(async () => {
    opened = await open(browser, "drivers.html");
    ({ page } = opened);
    await mountAll(page);
  });
  after(() => opened.context.close());

  test("has all its panels", async () => assert.deepEqual(await panelsOf(page), ["drivers", "over", "many", "single", "failed"]));

  test("shows its words as text", async () => {
    const text = await page.innerText("body");
    assert.ok(text.includes("What drives <b>two</b> & three"));
    assert.equal(await page.locator("img, iframe, b").count(), 0);
    assert.equal(await page.locator("script").count(), 2);
  });

  test("has the means of the store, point by point", async () => {
    const means = ask("drivers.db", "SELECT point, mean FROM summary WHERE variant = 'base' AND outcome = 'a_b'");
    const exact = new Map(means.map((row) => [row.point, row.mean]));
    const tables = [];
    for (const figure of await figuresOf(page, "over")) tables.push(rowsOfCsv((await exportOf(page, figure, "CSV")).text));
    const table = tables.find(([head]) => head.some((word) => /point/i.test(word)) && head.some((word) => word.includes("a_b")));
    assert.ok(table, "a figure has a table of points");
    const [head, ...rows] = table;
    const point = head.findIndex((word) => /point/i.test(word));
    const mean = head.findIndex((word) => word.includes("a_b"));
    assert.equal(rows.length, exact.size);
    for (const row of rows)
      assert.ok(Math.abs(Number(row[mean]) - exact.get(Number(row[point]))) < 1e-6, `point ${row[point]}: ${row[mean]}`);
  });

  test("shows the selected point, and the command that repeats its run", async () => {
    await page.locator("#single input[type=number]").first().fill("3");
    await page.keyboard.press("Enter");
    await settled(page);
    const command = await page.locator("#single .command code").innerText();
    assert.match(command, /^entente run .* --first 0 --runs 1 --variant base( --set '[^']+=[^']+'){3}$/);
    const [row] = ask("drivers.db", 'SELECT "alignment.a.b" AS value FROM point WHERE point = 3');
    assert.ok(Math.abs(Number(/alignment\.a\.b=([^']+)'/.exec(command)[1]) - row.value) < 1e-12, command);
  });

  test("keeps what is selected in its address", async () => {
    await page.getByLabel("Outcome").first().selectOption({ label: "polarised" });
    await page.getByLabel("Variant").first().selectOption({ index: 1 });
    await settled(page);
    const look = async () => ({ hash: await hashOf(page), command: await page.locator("#single .command code").innerText(),
      selects: await page.$$eval("select", (all) => all.map(({ value }) => value)),
      heads: await page.$$eval("figure h3", (all) => all.map((h) => h.textContent)) });
    const seen = await look();
    assert.match(seen.hash, /outcome=polarised&variant=other/);
    await page.reload();
    await ready(page);
    await mountAll(page);
    assert.deepEqual(await look(), seen);
  });

  test("gives every figure as SVG and CSV", async () => {
    for (const panel of await panelsOf(page))
      for (const figure of await drawnIn(page, panel)) {
        const what = `${panel}: ${figure.title}`;
        const { wrong, active, broken, drawn } = await readSvg(browser, (await exportOf(page, figure, "SVG")).text);
        assert.deepEqual({ wrong, active, broken }, { wrong: "", active: 0, broken: false }, what);
        assert.ok(drawn > 3, `${what} is empty`);
        const [head, ...rows] = rowsOfCsv((await exportOf(page, figure, "CSV")).text);
        const table = await tableOf(figure);
        assert.deepEqual(head, table.head, what);
        assert.equal(rows.length, table.rows.length, what);
      }
  });

  test("prints", async () => assert.equal((await page.pdf({ format: "A4" })).subarray(0, 5).toString(), "%PDF-"));
  test("and all the while was quiet", () => assertQuiet(opened));
});

test("a study with failed runs says so, and how to repeat them", async () => {
  const opened = await open(browser, "failing.html", { viewport: narrow });
  const { page } = opened;
  await mountAll(page);
  const [{ failed, planned }] = ask("failing.db", "SELECT sum(status > 0) AS failed, count(*) AS planned FROM run");
  const text = await page.innerText("#failed");
  assert.match(text, new RegExp(`${planned - failed} of ${planned} planned runs`));
  assert.match(text, new RegExp(`${failed} failed`));
  const replays = await page.locator("#failed .command code").allInnerTexts();
  const exact = ask("failing.db", "SELECT replay FROM failures ORDER BY run").map(({ replay }) => replay);
  assert.deepEqual(replays, exact.slice(0, replays.length));
  assert.doesNotMatch(await page.innerText("main"), /\b(NaN|undefined|null|Infinity)\b/);
  await assertFits(page);
  await photograph(page, "failing-390-light");
  await assertAccessible(page);
  await assertQuiet(opened);
  await opened.context.close();
});
