// The numbers on the page are those of the result.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exportOf, figuresOf, rowsOfCsv } from "./support/figures.mjs";
import { assertQuiet, browse, mountAll, moveTo, open, settled } from "./support/reader.mjs";
import { readResult } from "./support/result.mjs";
import { need } from "./support/settings.mjs";

need("main.html", "main.nc", "full.html", "full.nc");
const browser = await browse();
after(() => browser.close());

// The page holds alignments and shares to 1e-4 and courses to 24 bits.
const near = (shown, exact, tolerance, what) =>
  assert.ok(Math.abs(Number(shown) - exact) <= tolerance, `${what}: the page says ${shown}, the result ${exact}`);

const written = (iso) => {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]} ${year}`;
};

describe("of 200 runs of the main scenario", () => {
  const result = readResult("main.nc");
  let opened, page;
  before(async () => {
    opened = await open(browser, "main.html");
    ({ page } = opened);
    await mountAll(page);
  });
  after(() => opened.context.close());

  test("the medians beside the chart, at two dates", async () => {
    const path = "alignment.BLR.CHN";
    for (const moment of [25, 100]) {
      await moveTo(page, moment);
      const now = page.locator("#series-now");
      near(await now.getAttribute("data-value"), result.quantiles[path][moment][2], 1e-6, `${path} on ${result.days[moment]}`);
      const words = await now.innerText();
      assert.ok(words.includes(written(result.days[moment])), words);
      const quantiles = [...words.matchAll(/[+−]?\d\.\d+/g)].map(([text]) => Number(text.replace("−", "-")));
      const [low, lower, median, upper, high] = result.quantiles[path][moment];
      [median, lower, upper, low, high].forEach((exact, k) =>
        near(quantiles[k], exact, 0.005 + 1e-6, `number ${k} of "${words}"`));
    }
  });

  test("all quantiles at all dates, in the table of every watched series", async () => {
    const figure = (await figuresOf(page, "series")).find(({ title }) => /watched/i.test(title));
    const rows = rowsOfCsv((await exportOf(page, figure, "CSV")).text).slice(1);
    const paths = Object.keys(result.quantiles);
    assert.equal(rows.length, paths.length * result.days.length);
    for (const [path, date, ...numbers] of rows) {
      const exact = result.quantiles[path][result.days.indexOf(date)];
      numbers.forEach((shown, k) => near(shown, exact[k], 1e-6 + 1e-7 * Math.abs(exact[k]), `${path}, ${date}, quantile ${k}`));
    }
  });

  test("in how many runs who raised and lowered sanctions and support", async () => {
    const figure = (await figuresOf(page, "decisions")).find(({ title }) => /in how many runs/i.test(title));
    const [head, ...rows] = rowsOfCsv((await exportOf(page, figure, "CSV")).text);
    const column = (name) => head.indexOf(name);
    assert.equal(rows.length, Object.keys(result.moves).length);
    for (const row of rows) {
      const key = ["layer", "actor", "target"].map((name) => row[column(name)]).join(" ");
      near(row[column("runs with a rise")], result.moves[key].raised, 0, `runs in which ${key} rises`);
      near(row[column("runs with a fall")], result.moves[key].lowered, 0, `runs in which ${key} falls`);
    }
  });

  test("what each part has added to an alignment by the end", async () => {
    await page.getByRole("button", { name: "As it was" }).click();
    await settled(page);
    const [figure] = await figuresOf(page, "why");
    const [head, ...rows] = rowsOfCsv((await exportOf(page, figure, "CSV")).text);
    const exact = result.contributions["alignment.BLR.CHN"];
    const parts = rows.filter(([part]) => part.replace(/^event /, "event.") in exact);
    assert.ok(parts.length >= 10, `${parts.length} parts`);
    for (const row of parts) near(row[head.indexOf("since the start")], exact[row[0].replace(/^event /, "event.")], 6e-5, row[0]);
  });

  test("and all the while the page was quiet", () => assertQuiet(opened));
});

describe("of a full record", () => {
  const result = readResult("full.nc");
  const [from, to] = [result.actors.indexOf("RUS"), result.actors.indexOf("IND")];
  let opened, page;
  before(async () => {
    opened = await open(browser, "full.html", { hash: "from=RUS&to=IND" });
    ({ page } = opened);
    await mountAll(page);
  });
  after(() => opened.context.close());

  test("the selected dyad's alignment, at the start and at the end", async () => {
    for (const moment of [0, result.days.length - 1]) {
      await moveTo(page, moment);
      const shown = page.locator("#dyad-card .alignment[data-value]");
      assert.equal(await shown.getAttribute("data-moment"), String(moment));
      const exact = result.means.alignment[moment][from][to];
      near(await shown.getAttribute("data-value"), exact, 6e-5, `RUS → IND on ${result.days[moment]}`);
      near((await shown.innerText()).replace("−", "-"), exact, 0.005 + 6e-5, "as it is written");
    }
  });

  test("every dyad's alignment, in the matrix's table, at the end", async () => {
    const names = await page.locator(".dyad select").first().locator("option").allInnerTexts();
    const figure = (await figuresOf(page, "relations")).find(({ title }) => /every actor/i.test(title));
    const [head, ...rows] = rowsOfCsv((await exportOf(page, figure, "CSV")).text);
    const column = (name) => head.indexOf(name);
    const shown = [["Alignment", "alignment", 6e-5], ["Dependence", "dependence", 6e-5],
      ["Sanctions, mean level", "sanctions", 6e-4], ["Support, mean level", "support", 6e-4]];
    assert.equal(rows.length, result.actors.length * (result.actors.length - 1));
    for (const row of rows) {
      const [i, j] = ["From", "Toward"].map((name) => names.indexOf(row[column(name)]));
      for (const [name, layer, tolerance] of shown)
        near(row[column(name)], result.means[layer].at(-1)[i][j], tolerance, `${name} of ${row[0]} → ${row[1]}`);
    }
  });
});
