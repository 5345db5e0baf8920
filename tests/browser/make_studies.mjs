// Makes the pages of studies, and the stores behind them.
//   node make_studies.mjs PROGRAM
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { entente } from "./support/program.mjs";
import { fileOf } from "./support/settings.mjs";

const here = dirname(fileURLToPath(import.meta.url));

for (const name of ["drivers", "failing"]) {
  rmSync(fileOf(`${name}.db`), { force: true });
  entente(["sweep", join(here, "scenarios", `${name}.toml`), "-o", fileOf(`${name}.db`), "--quiet"], { ends: [0, 3] });
  entente(["report", fileOf(`${name}.db`), "-o", fileOf(`${name}.html`)]);
}
