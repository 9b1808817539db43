import { loadBuiltFront } from "../app/http/built-front.ts";
import { readConfiguration } from "../app/http/configuration.ts";
import { startSite, type RunningSite } from "../app/http/site-server.ts";
import { buildFolder } from "./build-site.ts";

/** Most bytes, brotli, of a page that is only read: what fits the first round trip of a new connection. */
export const readingBudget = 14_000;
/** Most bytes, brotli, of a page that carries an island with all it needs. */
export const islandBudget = 60_000;

export interface PageSize {
  readonly path: string;
  /** Bytes of the body as sent. */
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Requests a browser makes for the whole page. */
  readonly requests: number;
  readonly island: boolean;
  readonly withinBudget: boolean;
}

/** Addresses of everything that is read or answered: the site map, the search page and the wizards. */
async function pagePaths({ address, content }: RunningSite): Promise<string[]> {
  const { catalogue } = content;
  const siteMap = await (await fetch(`${address}/sitemap.xml`)).text();
  const listed = [...siteMap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = ""]) => new URL(location).pathname);
  if (listed.length === 0) throw new Error("the site map lists no page");
  const others = catalogue.languages.flatMap(({ code }) => [
    `/${code}/search`,
    ...[...catalogue.entries.wizards.values()].map(({ data }) => `/${code}/questions/${String(data.number)}`),
  ]);
  return [...new Set([...listed, ...others])];
}

async function bytesSent(url: string, encoding: string): Promise<{ readonly bytes: number; readonly text: string }> {
  const response = await fetch(url, { headers: { "accept-encoding": encoding } });
  const bytes = Number(response.headers.get("content-length"));
  if (response.status !== 200 || !(bytes > 0)) throw new Error(`${url} answers ${String(response.status)}`);
  return { bytes, text: await response.text() };
}

/** What a browser fetches by itself for a page, beside the page. */
function furtherRequests(html: string): number {
  const linked = html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|preload|modulepreload|icon)"[^>]*>/g);
  const embedded = html.matchAll(/<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc="(?!data:)[^"]*"/g);
  return [...linked].filter(([tag]) => !tag.includes('href="data:')).length + [...embedded].length;
}

/**
 * Serves the built site on a free port and measures every page in every language, compressed as well as it will be.
 * Rejects if a page does not answer with 200.
 */
export async function measurePages(): Promise<PageSize[]> {
  const log = (): void => undefined;
  const configuration = readConfiguration({ PORT: "0", CONTENT_POLL_SECONDS: "0" });
  const site = await startSite(await loadBuiltFront(buildFolder, log), configuration, log);
  try {
    const paths = await pagePaths(site);
    // The first look renders each page; the background then compresses it fully.
    for (const path of paths) await bytesSent(site.address + path, "br");
    await site.cache?.settled();
    const sizes: PageSize[] = [];
    for (const path of paths) {
      const raw = await bytesSent(site.address + path, "identity");
      const gzip = await bytesSent(site.address + path, "gzip");
      const brotli = await bytesSent(site.address + path, "br");
      const island = raw.text.includes('<script>');
      sizes.push({
        path,
        raw: raw.bytes,
        gzip: gzip.bytes,
        brotli: brotli.bytes,
        requests: 1 + furtherRequests(raw.text),
        island,
        withinBudget: brotli.bytes <= (island ? islandBudget : readingBudget),
      });
    }
    return sizes;
  } finally {
    await site.stop();
  }
}
