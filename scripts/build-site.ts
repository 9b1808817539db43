import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";
import { flows } from "../machines/index.ts";

export const buildFolder = "build";

const wizardIsland = "app/wizard/island.ts";

/** Small scripts that pages carry inline, by name. The island `wizard` knows every flow: the front door leads into all of them. */
const islands = { wizard: wizardIsland, search: "app/search/island.ts" };

const stampFile = path.join(buildFolder, "inputs.sha256");

/** Hash of everything the build is made from. */
async function hashInputs(): Promise<string> {
  const folders = await Promise.all(
    ["app", "machines"].map(async (folder) => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true });
      return found.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
    }),
  );
  const files = folders
    .flat()
    .filter((file) => !file.startsWith(path.join("app", "http") + path.sep))
    .concat("package-lock.json", "remix.config.js", "vite.config.ts")
    .sort();
  const hash = createHash("sha256");
  const texts = await Promise.all(files.map((file) => readFile(file)));
  for (const [index, file] of files.entries())
    hash
      .update(`${file}\0`)
      .update(texts[index] ?? "")
      .update("\0");
  return hash.digest("hex");
}

/** Puts one flow in the place of all: a wizard's page then carries its own machine only. Names in `machines/<id>.ts` follow the id. */
function onlyFlow(id: string): Plugin {
  const machines = path.resolve("machines");
  const index = path.join(machines, "index.ts");
  return {
    name: "only-flow",
    load(file) {
      if (file !== index) return null;
      return [
        `import { ${id}Machine, ${id}Questions } from ${JSON.stringify(path.join(machines, `${id}.ts`))};`,
        `import { flowOf } from ${JSON.stringify(path.join(machines, "flow.ts"))};`,
        `export const flows = { ${id}: flowOf("${id}", ${id}Machine, ${id}Questions) };`,
      ].join("\n");
    },
  };
}

/** Builds one island: a classic script that stands alone. Returns its text. */
async function buildIsland(entry: string, plugins: readonly Plugin[] = []): Promise<string> {
  const { build } = await import("vite");
  const result = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [...plugins],
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2020",
      minify: true,
      modulePreload: false,
      rollupOptions: { input: entry, output: { format: "iife" } },
    },
  });
  const outputs = Array.isArray(result) ? result : "output" in result ? [result] : [];
  const code = outputs.flatMap(({ output }) => output.flatMap((chunk) => (chunk.type === "chunk" ? [chunk.code] : []))).join("");
  if (code === "" || /<\/script|<!--/i.test(code)) throw new Error(`${entry} gives no script that can stand inside a page`);
  return code.trim();
}

/** Builds every island that exists. */
export async function buildIslands(): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const [name, entry] of Object.entries(islands)) if (existsSync(entry)) texts[name] = await buildIsland(entry);
  for (const { id, outcomes } of Object.values(flows)) {
    if (outcomes.every((outcome) => outcome === "plan")) texts[`wizard-${id}`] = await buildIsland(wizardIsland, [onlyFlow(id)]);
  }
  return texts;
}

/** Whether the build folder holds what the present sources give. */
export async function isBuildFresh(): Promise<boolean> {
  const stamp = await readFile(stampFile, "utf8").catch(() => "");
  return stamp === (await hashInputs());
}

/** Builds server, browser assets and islands into the build folder. */
export async function buildSite(): Promise<void> {
  const inputs = await hashInputs();
  await rm(buildFolder, { recursive: true, force: true });
  const { build } = await import("vite");
  // Of the browser build Vite says that routes without a view give empty files, which is right.
  await build({ logLevel: "error" });
  await build({ logLevel: "warn", build: { ssr: true } });
  const folder = path.join(buildFolder, "islands");
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(await buildIslands())) await writeFile(path.join(folder, `${name}.js`), text);
  // Written last: a build that broke off never counts as fresh.
  await writeFile(stampFile, inputs);
}
