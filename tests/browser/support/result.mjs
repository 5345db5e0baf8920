// What a result says, read without Entente.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileOf, skip } from "./settings.mjs";

const reader = join(dirname(fileURLToPath(import.meta.url)), "read_result.py");

/** Quantiles of the series, means of the relations and counts of decisions of a NetCDF file. */
export function readResult(name) {
  const done = spawnSync("/usr/bin/python3", [reader, fileOf(name)], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status === 77) skip(done.stdout.trim());
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}
