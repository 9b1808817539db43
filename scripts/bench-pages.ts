import "./production.ts";
import { buildSite, isBuildFresh } from "./build-site.ts";
import { measurePages, readingBudget, wizardBudget, type PageSize } from "./measure-pages.ts";

if (!(await isBuildFresh())) await buildSite();
const { pages, islands } = await measurePages({ exact: true });
const largestOf = (budget: number): PageSize | undefined =>
  pages.filter((page) => page.budget === budget).toSorted((a, b) => b.brotli - a.brotli)[0];
const isOver = ({ brotli, budget }: { readonly brotli: number; readonly budget: number }): boolean => brotli > budget;
const overBudget = [...pages, ...islands].filter(isOver).length;

if (process.argv.includes("--json")) {
  const largest = { reading: largestOf(readingBudget), wizard: largestOf(wizardBudget) };
  console.log(JSON.stringify({ ok: overBudget === 0, largest, islands, pages }));
} else {
  const width = Math.max(...pages.map(({ path }) => path.length));
  const row = (path: string, ...cells: readonly (string | number)[]): string =>
    [path.padEnd(width), ...cells.map((cell) => String(cell).padStart(8))].join(" | ");
  console.log(row("path", "raw", "gzip", "brotli", "requests"));
  for (const page of pages) {
    console.log(row(page.path, page.raw, page.gzip, page.brotli, page.requests) + (isOver(page) ? " | over budget" : ""));
  }
  for (const { name, raw, brotli, budget } of islands) {
    console.log(`island ${name}: ${String(raw)} raw, ${String(brotli)} of ${String(budget)} bytes`);
  }
  for (const [name, page] of [
    ["reading page", largestOf(readingBudget)],
    ["document of a wizard", largestOf(wizardBudget)],
  ] as const) {
    if (page) console.log(`largest ${name}: ${page.path}, ${String(page.brotli)} of ${String(page.budget)} bytes`);
  }
  console.log(`${String(pages.length)} pages, ${String(overBudget)} over budget`);
}
process.exitCode = overBudget > 0 ? 1 : 0;
