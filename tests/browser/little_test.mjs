// A single run of a scenario that watches nothing and in which nobody decides.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "./support/access.mjs";
import { exportOf, figuresOf } from "./support/figures.mjs";
import { assertFits, photograph } from "./support/pictures.mjs";
import { assertQuiet, browse, mountAll, moveTo, narrow, open, panelsOf, wide } from "./support/reader.mjs";
import { need } from "./support/settings.mjs";

need("alone.html");
const browser = await browse();
after(() => browser.close());

for (const [width, viewport] of [[1280, wide], [390, narrow]])
  test(`one run of two actors makes a page, ${width} px wide`, async () => {
    const opened = await open(browser, "alone.html", { viewport });
    const { page } = opened;
    await mountAll(page);
    assert.match(await page.title(), /^alone/);
    assert.equal((await panelsOf(page)).includes("variants"), false);
    await moveTo(page, 1);
    for (const panel of await panelsOf(page))
      for (const figure of await figuresOf(page, panel)) {
        if (figure.drawn)
          assert.doesNotMatch((await exportOf(page, figure, "SVG")).text, /NaN|undefined|Infinity/, `${panel}: ${figure.title}`);
        assert.match((await exportOf(page, figure, "CSV")).text, /\r\n$/);
      }
    assert.doesNotMatch(await page.innerText("main"), /\b(NaN|undefined|null|Infinity)\b/);
    await assertFits(page);
    await photograph(page, `alone-${width}-light`);
    await assertQuiet(opened);
    await assertAccessible(page);
    await opened.context.close();
  });
