// The whole world, 195 actors: the slider stays fluent, and the page within the screen.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertFits, photograph } from "./support/pictures.mjs";
import { assertQuiet, browse, mountAll, narrow, open, settled, wide } from "./support/reader.mjs";
import { need } from "./support/settings.mjs";

need("world.html");
const browser = await browse();
after(() => browser.close());

const frame = 1000 / 30; // ms
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

for (const panel of ["relations", "map", "series"])
  test(`the slider moves at 30 frames a second or more over ${panel}`, async () => {
    const opened = await open(browser, "world.html", { viewport: wide, prepare: timeFrames });
    const { page } = opened;
    await mountAll(page);
    await page.evaluate((id) => document.getElementById(id).scrollIntoView({ behavior: "instant" }), panel);
    await settled(page);
    let times = await page.evaluate(slide, 60);
    if (median(times.script) >= frame) times = await page.evaluate(slide, 60);
    console.log(`${panel}: median of scripts ${median(times.script).toFixed(1)} ms a frame, frames ${median(times.apart).toFixed(1)} ms apart`);
    assert.ok(median(times.script) < frame, "scripts of one frame");
    await assertQuiet(opened);
    await opened.context.close();
  });

/** Adds up what the page's scripts take in each frame. */
function timeFrames() {
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.frames_taken = new Map();
  globalThis.plainly = ask;
  globalThis.requestAnimationFrame = (call) => ask((now) => {
    const began = performance.now();
    call(now);
    globalThis.frames_taken.set(now, (globalThis.frames_taken.get(now) ?? 0) + performance.now() - began);
  });
}

/** Drags the slider over this many moments, one a frame. */
async function slide(count) {
  const slider = document.querySelector(".time input");
  const last = Number(slider.max);
  const shown = [];
  globalThis.frames_taken.clear();
  for (let k = 0; k < count; ++k)
    shown.push(await new Promise((go) => globalThis.plainly((now) => {
      slider.value = String(Math.round((last * ((k * 7) % count)) / count));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      go(now);
    })));
  const apart = shown.slice(1).map((now, k) => now - shown[k]);
  return { script: [...globalThis.frames_taken.values()], apart };
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
