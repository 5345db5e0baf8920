// Makes the pages of runs, and the results behind them, that the other scripts look at.
//   node make_pages.mjs PROGRAM SCENARIOS
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { entente } from "./support/program.mjs";
import { fileOf, folder, pictures } from "./support/settings.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [, , , scenarios] = process.argv;
const main = join(scenarios, "minsk-beijing-2023.toml");
const run = (scenario, name, ...words) => entente(["run", scenario, "--quiet", "--report", fileOf(`${name}.html`), ...words]);

for (const place of [folder, pictures]) {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
}
run(main, "main", "--runs", "200", "-o", fileOf("main.nc"));
run(main, "variants", "--runs", "200", "--all-variants");
run(join(scenarios, "world-195.toml"), "world", "--runs", "3");
run(join(here, "scenarios", "hostile.toml"), "hostile", "--runs", "8", "--all-variants");
run(join(here, "scenarios", "alone.toml"), "alone", "--runs", "1");
entente(["run", main, "--quiet", "--runs", "20", "--record", "full", "-o", fileOf("full.nc")]);
entente(["report", fileOf("full.nc"), "-o", fileOf("full.html")]);
