// The whole world, 195 actors: the slider stays fluent, and the page within the screen.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertFits, photograph } from "./support/pictures.mjs";
import { assertQuiet, browse, mountAll, narrow, open, settled, wide, workOf } from "./support/reader.mjs";
import { need } from "./support/settings.mjs";

need("world.html");
const browser = await browse();
after(() => browser.close());

const frame = 1000 / 30; // ms
const moves = 60;

for (const panel of ["relations", "map", "series"])
  test(`the slider moves at 30 frames a second or more over ${panel}`, async () => {
    const opened = await open(browser, "world.html", { viewport: wide });
    const { page } = opened;
    await mountAll(page);
    await page.evaluate((id) => document.getElementById(id).scrollIntoView({ behavior: "instant" }), panel);
    await page.evaluate(slide, 5);
    await settled(page);
    const before = await workOf(page);
    const apart = await page.evaluate(slide, moves);
    await settled(page);
    const after = await workOf(page);
    const [all, scripts] = [(after.all - before.all) / moves, (after.scripts - before.scripts) / moves];
    console.log(`${panel}: ${scripts.toFixed(1)} ms of scripts and ${all.toFixed(1)} ms of all work a frame; ` +
      `frames ${apart.toFixed(1)} ms apart on this machine now`);
    assert.ok(all < frame, "the page's work for one frame");
    await assertQuiet(opened);
    await opened.context.close();
  });

/** Drags the slider over this many moments, one a frame; says how far frames lie apart, by their median. */
async function slide(count) {
  const slider = document.querySelector(".time input");
  const last = Number(slider.max);
  const shown = [];
  for (let k = 0; k < count; ++k)
    shown.push(await new Promise((go) => requestAnimationFrame((now) => {
      slider.value = String(Math.round((last * ((k * 7) % count)) / count));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      go(now);
    })));
  const apart = shown.slice(1).map((now, k) => now - shown[k]).sort((a, b) => a - b);
  return apart[Math.floor(apart.length / 2)];
}

for (const [width, viewport] of [[1280, wide], [390, narrow]])
  test(`it fits a screen of ${width} px`, async () => {
    const opened = await open(browser, "world.html", { viewport, colorScheme: width === 390 ? "dark" : "light" });
    await mountAll(opened.page);
    await assertFits(opened.page);
    await photograph(opened.page, `world-${width}-${width === 390 ? "dark" : "light"}`);
    await assertQuiet(opened);
    await opened.context.close();
  });
