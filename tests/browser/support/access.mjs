// What axe-core finds on a page.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const { source } = createRequire(import.meta.url)("axe-core");

/** No serious or critical violation, in every panel that is built. */
export async function assertAccessible(page) {
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"], preload: false, elementRef: false });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, impact, nodes }) => ({
      id, impact, count: nodes.length,
      nodes: nodes.slice(0, 6).map(({ target, html, any, all, none }) =>
        [target.join(" "), html.slice(0, 160), ...[...any, ...all, ...none].map(({ message }) => message)].join(" — ")) }));
  });
  assert.deepEqual(found, [], "axe-core finds nothing serious");
}
