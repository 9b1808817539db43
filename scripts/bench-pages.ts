import "./production.ts";
import { buildSite, isBuildFresh } from "./build-site.ts";
import { islandBudget, measurePages, readingBudget, scriptBudget, type PageSize } from "./measure-pages.ts";

if (!(await isBuildFresh())) await buildSite();
const { pages, islands } = await measurePages({ exact: true });
const largestOf = (island: boolean): PageSize | undefined =>
  pages.filter((page) => page.island === island).toSorted((a, b) => b.brotli - a.brotli)[0];
const overBudget = [...pages, ...islands].filter(({ withinBudget }) => !withinBudget).length;

if (process.argv.includes("--json")) {
  const budgets = { reading: readingBudget, withIsland: islandBudget, island: scriptBudget };
  const largest = { reading: largestOf(false), withIsland: largestOf(true) };
  console.log(JSON.stringify({ ok: overBudget === 0, budgets, largest, islands, pages }));
} else {
  const width = Math.max(...pages.map(({ path }) => path.length));
  const row = (path: string, ...cells: readonly (string | number)[]): string =>
    [path.padEnd(width), ...cells.map((cell) => String(cell).padStart(8))].join(" | ");
  const mark = (withinBudget: boolean): string => (withinBudget ? "" : " | over budget");
  console.log(row("path", "raw", "gzip", "brotli", "requests"));
  for (const { path, raw, gzip, brotli, requests, withinBudget } of pages) {
    console.log(row(path, raw, gzip, brotli, requests) + mark(withinBudget));
  }
  for (const { name, raw, brotli, withinBudget } of islands) {
    console.log(`island ${name}: ${String(raw)} raw, ${String(brotli)} of ${String(scriptBudget)} bytes${mark(withinBudget)}`);
  }
  for (const [name, budget, page] of [
    ["largest reading page", readingBudget, largestOf(false)],
    ["largest page with an island", islandBudget, largestOf(true)],
  ] as const) {
    if (page) console.log(`${name}: ${page.path}, ${String(page.brotli)} of ${String(budget)} bytes`);
  }
  console.log(`${String(pages.length)} pages, ${String(overBudget)} over budget`);
}
process.exitCode = overBudget > 0 ? 1 : 0;
