// Pictures of pages, kept for those who want to look.
import assert from "node:assert/strict";
import { join } from "node:path";
import { panelsOf, settled } from "./reader.mjs";
import { pictures } from "./settings.mjs";

/** The whole page, its beginning, and every panel by itself. */
export async function photograph(page, name) {
  const to = (part) => ({ path: join(pictures, `${name}-${part}.png`) });
  await page.screenshot(to("0-top"));
  await page.evaluate(() => { document.querySelector(".bar").style.position = "static"; });
  await settled(page);
  await page.screenshot({ ...to("1-whole"), fullPage: true });
  for (const [k, id] of (await panelsOf(page)).entries()) await page.locator(`#${id}`).screenshot(to(`${k + 2}-${id}`));
  await page.evaluate(() => { document.querySelector(".bar").style.position = ""; });
}

/** Nothing sticks out to the side of the screen, but within what scrolls by itself. */
export async function assertFits(page) {
  const wider = await page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const held = (e) => e !== document.body && (getComputedStyle(e).overflowX !== "visible" || held(e.parentElement));
    const end = (e) => Math.round(e.getBoundingClientRect().right);
    const all = [...document.querySelectorAll("main *")].filter((e) => end(e) > innerWidth + 1 && !held(e.parentElement));
    const where = (e) =>
      `${e.closest("section.panel")?.id ?? "page"}: ${[e.localName, ...e.classList].join(".")} ends at ${end(e)}`;
    return [`the page is ${scrollWidth} wide`, ...all.slice(0, 8).map(where)];
  });
  assert.deepEqual(wider, [], "nothing is wider than the screen");
}
