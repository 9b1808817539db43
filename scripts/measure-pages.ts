import { loadBuiltFront, wizardPaths } from "../app/http/built-front.ts";
import { compress, type Effort, type Encoding } from "../app/http/compression.ts";
import { readConfiguration } from "../app/http/configuration.ts";
import { firstRoundTrip, firstVisit } from "../app/http/page-cache.ts";
import { startSite, type RunningSite } from "../app/http/site-server.ts";
import { buildFolder } from "./build-site.ts";

/** Most bytes, brotli, of a page that is only read. */
export const readingBudget = firstRoundTrip;
/** Most bytes, brotli, of a document of a wizard. */
export const wizardBudget = firstVisit;

/** Most bytes, brotli, of the titles that the search page's island fetches. */
const titlesBudget = 64_000;

/** Most bytes, brotli, of an island alone. */
export const scriptBudget = 25_000;

export interface IslandSize {
  readonly name: string;
  readonly raw: number;
  readonly brotli: number;
  readonly budget: number;
}

export interface PageSize {
  readonly path: string;
  /** Bytes of the body as sent. */
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Requests a browser makes for the whole page. */
  readonly requests: number;
  /** Most bytes it may have, brotli. */
  readonly budget: number;
}

/** Addresses of everything that is read: the pages of the site map and the search page. */
async function readingPaths({ address, content }: RunningSite): Promise<string[]> {
  const siteMap = await (await fetch(`${address}/sitemap.xml`)).text();
  const listed = [...siteMap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = ""]) => {
    const { pathname, search } = new URL(location);
    return pathname + search;
  });
  if (listed.length === 0) throw new Error("the site map lists no page");
  return [...listed, ...content.catalogue.languages.map(({ code }) => `/${code}/search`)];
}

async function readPage(url: string): Promise<string> {
  const response = await fetch(url, { headers: { "accept-encoding": "identity" } });
  if (response.status !== 200) throw new Error(`${url} answers ${String(response.status)}`);
  return response.text();
}

async function sizeOf(text: string, encoding: Encoding, effort: Effort): Promise<number> {
  return (await compress(new TextEncoder().encode(text), encoding, effort)).byteLength;
}

/** What a browser fetches by itself for a page, beside the page. */
function furtherRequests(html: string): number {
  const linked = html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|preload|modulepreload|icon)"[^>]*>/g);
  const embedded = html.matchAll(/<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc="(?!data:)[^"]*"/g);
  return [...linked].filter(([tag]) => !tag.includes('href="data:')).length + [...embedded].length;
}

/**
 * Serves the built site on a free port and measures every page in every language and every island, compressed as the page
 * cache does. With `exact: false` what is within its budget by quick compression already is not compressed further.
 * Rejects if a page does not answer with 200.
 */
export async function measurePages({
  exact,
  only = () => true,
}: {
  exact: boolean;
  /** Which addresses to measure; all without it. */
  only?: (path: string) => boolean;
}): Promise<{ readonly pages: readonly PageSize[]; readonly islands: readonly IslandSize[] }> {
  const log = (): void => undefined;
  const configuration = readConfiguration({ PORT: "0", CONTENT_POLL_SECONDS: "0", PAGE_CACHE_MEGABYTES: "0" });
  const front = await loadBuiltFront(buildFolder, log);
  const brotliOf = async (text: string, budget: number): Promise<number> => {
    const quick = exact ? undefined : await sizeOf(text, "br", "quick");
    return quick !== undefined && quick <= budget ? quick : sizeOf(text, "br", "best");
  };
  const site = await startSite(front, configuration, log);
  try {
    const paths = [
      ...(await readingPaths(site)).map((path) => ({ path, budget: readingBudget })),
      ...wizardPaths(site.content.catalogue).map((path) => ({ path, budget: wizardBudget })),
      ...site.content.catalogue.languages.map(({ code }) => ({ path: `/${code}/search/titles.json`, budget: titlesBudget })),
    ];
    const pages: PageSize[] = [];
    for (const { path, budget } of paths.filter(({ path }) => only(path))) {
      const text = await readPage(site.address + path);
      pages.push({
        path,
        raw: Buffer.byteLength(text),
        gzip: await sizeOf(text, "gzip", "best"),
        brotli: await brotliOf(text, budget),
        requests: 1 + furtherRequests(text),
        budget,
      });
    }
    const islands: IslandSize[] = [];
    for (const [name, text] of Object.entries(front.islands())) {
      const brotli = await brotliOf(text, scriptBudget);
      islands.push({ name, raw: Buffer.byteLength(text), brotli, budget: scriptBudget });
    }
    return { pages, islands };
  } finally {
    await site.stop();
  }
}
