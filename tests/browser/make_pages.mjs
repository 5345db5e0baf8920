// Makes the pages and results that the other scripts look at.
//   node make_pages.mjs PROGRAM SCENARIOS
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileOf, folder, pictures, skip } from "./support/settings.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [program, scenarios] = process.argv.slice(2);

function entente(...words) {
  const done = spawnSync(program, words, { encoding: "utf8" });
  if (/no page to write/.test(done.stderr)) skip("the program was built without the report's page (-DENTENTE_REPORT=ON says why)");
  if (done.status === 0) return;
  console.log(`entente ${words.join(" ")}\n${done.stdout}${done.stderr}${done.error ?? ""}`);
  process.exit(1);
}

const main = join(scenarios, "minsk-beijing-2023.toml");
const run = (scenario, name, ...words) => entente("run", scenario, "--quiet", "--report", fileOf(`${name}.html`), ...words);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
run(main, "main", "--runs", "200", "-o", fileOf("main.nc"));
run(main, "variants", "--runs", "200", "--all-variants", "-o", fileOf("variants.nc"));
run(join(scenarios, "world-195.toml"), "world", "--runs", "3");
run(join(here, "scenarios", "hostile.toml"), "hostile", "--runs", "8", "--all-variants");
run(join(here, "scenarios", "alone.toml"), "alone", "--runs", "1");
entente("run", main, "--quiet", "--runs", "20", "--record", "full", "-o", fileOf("full.nc"));
entente("report", fileOf("full.nc"), "-o", fileOf("full.html"));
