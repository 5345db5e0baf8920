// What ctest hands to every script: where pages and pictures are.
import { existsSync } from "node:fs";
import { join } from "node:path";

export const folder = process.env.ENTENTE_PAGES;
export const pictures = process.env.ENTENTE_SCREENSHOTS;
export const chromium = process.env.ENTENTE_CHROMIUM;

export const fileOf = (name) => join(folder, name);

/** Ends the script as skipped: ctest shows why. */
export function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

/** Skips the script where the pages could not be made. */
export function need(...names) {
  for (const name of names)
    if (!existsSync(fileOf(name))) skip(`there is no ${name}: see the test browser.pages`);
}
