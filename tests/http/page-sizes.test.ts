import { expect, test } from "vitest";
import { isBuildFresh } from "../../scripts/build-site.ts";
import { measurePages } from "../../scripts/measure-pages.ts";

test("every page is one response within its budget, every island within its own", { timeout: 180_000 }, async () => {
  expect(await isBuildFresh(), "the build is older than its sources: run npm run build").toBe(true);
  const { pages, islands } = await measurePages({ exact: false });
  expect(pages.length).toBeGreaterThan(300);
  expect(
    pages.some(({ path }) => path.includes("?page=")),
    "later pages of long lists are weighed too",
  ).toBe(true);
  expect(pages.filter(({ brotli, budget }) => brotli > budget)).toEqual([]);
  expect(pages.filter(({ requests }) => requests > 1)).toEqual([]);
  expect(islands.map(({ name }) => name)).toContain("wizard");
  expect(islands.filter(({ brotli, budget }) => brotli > budget)).toEqual([]);
});
