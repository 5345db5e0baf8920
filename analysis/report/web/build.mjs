// Bundles the page into one HTML template, complete but for its data.
//   node build.mjs TEMPLATE.html
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { world } from "./world.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, "dist", "report.html");

/** What the map draws, as a module of its own. */
const worldModule = {
  name: "world",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^entente:world$/ }, ({ path }) => ({ path, namespace: "world" }));
    onLoad({ filter: /.*/, namespace: "world" }, () => ({ contents: JSON.stringify(world()), loader: "json" }));
  },
};

const bundled = await build({
  entryPoints: [join(here, "src", "main.ts"), join(here, "src", "style.css")],
  outdir: join(here, "dist"),
  bundle: true, minify: true, write: false, charset: "utf8", format: "iife", target: ["es2022"], legalComments: "eof",
  plugins: [worldModule],
});
const text = (ending) => bundled.outputFiles.find((file) => file.path.endsWith(ending)).text.trim();
// Inside <script> and <style> nothing but their own end can end them.
const script = text(".js").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const style = text(".css").replaceAll("</style", "<\\/style");
const hash = (words) => `sha256-${createHash("sha256").update(words).digest("base64")}`;

const parts = { script, style, "script-hash": hash(script), "style-hash": hash(style) };
const page = readFileSync(join(here, "src", "index.html"), "utf8")
  .replace(/@(script|style|script-hash|style-hash)@/g, (_, name) => parts[name]);
if (page.split("@data@").length !== 2) throw new Error("the template must have one place for its data");
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, page);
