// Someone who opens a report, and notices whatever a report must not do.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { chromium as engine } from "playwright-core";
import { chromium as executablePath, fileOf } from "./settings.mjs";

const patience = 60_000; // a loaded machine is slow, not wrong
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

export const wide = { width: 1280, height: 900 };
export const narrow = { width: 390, height: 844 };

/** A browser of its own, with nothing remembered from another one. */
export function browse() {
  return engine.launch({ executablePath, args: flags, timeout: patience });
}

/** What a page's main thread has worked so far, in ms of the processor: the same however busy the machine is. */
export async function workOf(page) {
  const { metrics } = await page.profiler.send("Performance.getMetrics");
  const of = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
  return { all: of("TaskDuration"), scripts: of("ScriptDuration") };
}

/** Opens a page and waits until it is ready. */
export async function open(browser, name, { viewport = wide, colorScheme = "light", hash = "", prepare } = {}) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce", acceptDownloads: true });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  page.profiler = await context.newCDPSession(page);
  await page.profiler.send("Performance.enable", { timeDomain: "threadTicks" });
  const seen = watch(page);
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      violations.push(`${violatedDirective}: ${blockedURI} ${sample}`));
  });
  if (prepare) await page.addInitScript(prepare);
  await page.goto(pathToFileURL(fileOf(name)) + (hash && "#" + hash));
  await ready(page);
  return { page, seen, context };
}

export async function ready(page) {
  await page.waitForSelector("html[data-ready=true]");
  await settled(page);
}

/** Two frames on: what was asked for has been drawn. */
export function settled(page) {
  return page.evaluate(() => new Promise((go) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go)))));
}

function watch(page) {
  const seen = { said: [], asked: [], dialogs: [] };
  page.on("console", (message) => seen.said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => seen.said.push(`error: ${error.stack ?? error}`));
  page.on("request", (request) => seen.asked.push(request.url()));
  page.on("websocket", (socket) => seen.asked.push(socket.url()));
  page.on("dialog", (dialog) => { seen.dialogs.push(dialog.message()); void dialog.dismiss(); });
  return seen;
}

/** Nothing was said on the console, asked of a network, or against the page's own policy. */
export async function assertQuiet({ page, seen }) {
  assert.deepEqual([...new Set(seen.said)].slice(0, 4), [], "the page says nothing on the console");
  assert.deepEqual(seen.dialogs, [], "the page opens no dialog");
  const violations = await page.evaluate(() => globalThis.violations.slice(0, 4));
  assert.deepEqual(violations, [], "nothing against the content security policy");
  const outside = seen.asked.filter((address) => !/^(file|blob|data):/.test(address));
  assert.deepEqual(outside, [], "the page asks nothing of a network");
  assert.equal(seen.asked.filter((address) => address.startsWith("file:")).length >= 1, true);
}

/** The ids of the page's panels, from top to bottom. */
export function panelsOf(page) {
  return page.$$eval("section.panel", (all) => all.map(({ id }) => id));
}

/** Scrolls through the page, as a reader does, until every panel is built and has been in sight. */
export async function mountAll(page) {
  for (const id of await panelsOf(page)) {
    await page.evaluate((name) => document.getElementById(name).scrollIntoView({ behavior: "instant" }), id);
    await page.waitForSelector(`#${id} > .body > *`, { state: "attached" });
  }
  await page.evaluate(async () => {
    const frame = () => new Promise((go) => requestAnimationFrame(go));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: "instant" });
      await frame();
      await frame();
    }
    scrollTo({ top: 0, behavior: "instant" });
  });
  await settled(page);
}

/** Moves the slider of dates. */
export async function moveTo(page, moment) {
  await page.locator(".time input[type=range]").fill(String(moment));
  await settled(page);
}

export function hashOf(page) {
  return page.evaluate(() => new URLSearchParams(location.hash.slice(1)).toString());
}
