import type { MeilisearchOptions } from "../../app/search/meilisearch-client.ts";

const host = process.env.MEILI_HOST;
const apiKey = process.env.MEILI_API_KEY ?? "";

/** The Meilisearch server to test against, if there is one, with an index of this test's own. */
export function meilisearchServer(index: string): MeilisearchOptions | undefined {
  return host ? { host, apiKey, timeoutMs: 5_000, index: `pristan-test-${String(process.pid)}-${index}` } : undefined;
}
