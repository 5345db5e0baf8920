// The program under test.
import { spawnSync } from "node:child_process";
import { skip } from "./settings.mjs";

/** Runs it, which must end in one of these ways. Skips the script where it has no page to write. */
export function entente(words, { ends = [0] } = {}) {
  const done = spawnSync(process.argv[2], words, { encoding: "utf8" });
  if (/no page to write/.test(done.stderr))
    skip("the program was built without the report's page: configure with -DENTENTE_REPORT=ON");
  if (ends.includes(done.status)) return;
  console.log(`entente ${words.join(" ")}\n${done.stdout}${done.stderr}${done.error ?? ""}`);
  process.exit(1);
}
