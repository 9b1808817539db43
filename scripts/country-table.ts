import "./production.ts";
import type { Catalogue } from "../app/guidance/catalogue.ts";
import type { PageReading } from "../app/guidance/gates/doubts.ts";
import { buildSite, isBuildFresh } from "./build-site.ts";
import { measurePages } from "./measure-pages.ts";

/**
 * A Markdown table of all countries: facts, how many of them are unknown, sources, and in each language words, reading ease and
 * bytes of the page as sent (brotli). Builds the site if it has changed. Rejects if a page does not answer.
 */
export async function countryTable(catalogue: Catalogue, readings: readonly PageReading[]): Promise<string> {
  if (!(await isBuildFresh())) await buildSite();
  const { pages } = await measurePages({ exact: true, only: (path) => /^\/[a-z]+\/countries\//.test(path) });
  const languages = catalogue.languages.map(({ code }) => code);
  const perLanguage = languages.flatMap((code) => [`words ${code}`, `ease ${code}`, `bytes ${code}`]);
  const rows = [...catalogue.entries.countries.values()].map(({ id, data, texts }) => {
    const cited = new Set(Object.values(texts).flatMap(({ citations }) => citations));
    const unknown = data.facts.filter(({ value }) => value === "unknown").length;
    const reading = languages.flatMap((code) => {
      const page = readings.find(({ file }) => file === `countries/${id}/${code}.md`);
      const size = pages.find(({ path }) => path === `/${code}/countries/${id}`);
      return [page?.words, page?.ease?.toFixed(1), size?.brotli];
    });
    return [id, data.facts.length, unknown, cited.size, ...reading];
  });
  const line = (cells: readonly (string | number | undefined)[]): string =>
    `| ${cells.map((cell) => String(cell ?? "")).join(" | ")} |`;
  return [
    line(["country", "facts", "unknown", "sources", ...perLanguage]),
    `|---|${"---:|".repeat(3 + perLanguage.length)}`,
    ...rows.map(line),
  ].join("\n");
}
