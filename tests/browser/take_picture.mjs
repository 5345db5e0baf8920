// Takes the picture of a report that the README shows: take_picture.mjs PAGE.html PICTURE.png
import { dirname } from "node:path";
process.env.ENTENTE_PAGES = dirname(process.argv[2]);
const { basename } = await import("node:path");
const { browse, mountAll, open } = await import("./support/reader.mjs");

const browser = await browse();
try {
  const { page } = await open(browser, basename(process.argv[2]), { viewport: { width: 1280, height: 1560 } });
  await mountAll(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: process.argv[3] });
} finally {
  await browser.close();
}
