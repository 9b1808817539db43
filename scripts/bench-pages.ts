import "./production.ts";
import { buildSite, isBuildFresh } from "./build-site.ts";
import { islandBudget, measurePages, readingBudget, type PageSize } from "./measure-pages.ts";

if (!(await isBuildFresh())) await buildSite();
const pages = await measurePages();
const largestOf = (island: boolean): PageSize | undefined =>
  pages.filter((page) => page.island === island).toSorted((a, b) => b.brotli - a.brotli)[0];
const overBudget = pages.filter(({ withinBudget }) => !withinBudget);

if (process.argv.includes("--json")) {
  console.log(
    JSON.stringify({
      ok: overBudget.length === 0,
      readingBudget,
      islandBudget,
      largest: largestOf(false),
      largestWithIsland: largestOf(true),
      pages,
    }),
  );
} else {
  const width = Math.max(...pages.map(({ path }) => path.length));
  const row = (path: string, ...cells: readonly (string | number)[]): string =>
    [path.padEnd(width), ...cells.map((cell) => String(cell).padStart(8))].join(" | ");
  console.log(row("path", "raw", "gzip", "brotli", "requests"));
  for (const { path, raw, gzip, brotli, requests, withinBudget } of pages) {
    console.log(row(path, raw, gzip, brotli, requests) + (withinBudget ? "" : " | over budget"));
  }
  for (const [name, budget, page] of [
    ["largest reading page", readingBudget, largestOf(false)],
    ["largest page with an island", islandBudget, largestOf(true)],
  ] as const) {
    if (page) console.log(`${name}: ${page.path}, ${String(page.brotli)} of ${String(budget)} bytes`);
  }
  console.log(`${String(pages.length)} pages, ${String(overBudget.length)} over budget`);
}
process.exitCode = overBudget.length > 0 ? 1 : 0;
