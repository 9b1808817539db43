import { multiSearchAnswer } from "../../app/search/meilisearch-answers.ts";
import { createClient, type MeilisearchOptions } from "../../app/search/meilisearch-client.ts";

const host = process.env.MEILI_HOST;
const apiKey = process.env.MEILI_API_KEY ?? "";

/** The Meilisearch server to test against, if there is one, with an index of this test's own. */
export function meilisearchServer(index: string): MeilisearchOptions | undefined {
  return host ? { host, apiKey, timeoutMs: 5_000, index: `pristan-test-${String(process.pid)}-${index}` } : undefined;
}

const administrator = () => createClient({ host: host ?? "", apiKey }, 10_000);

/** The revision that an index on the server says it holds; undefined if none. Rejects if there is no such index. */
export async function markerOn(index: string): Promise<string | undefined> {
  const { results } = multiSearchAnswer.parse(
    await administrator().multiSearch({ queries: [{ indexUid: index, q: "", filter: ['id = "revision"'], limit: 1 }] }),
  );
  return results[0]?.hits[0]?.key;
}

/** Names of an index and of what stands beside it, once the server has done what it was given to do. */
export async function indexesOn(index: string): Promise<string[]> {
  const client = administrator();
  const { results: tasks } = await client.tasks.getTasks({ statuses: ["enqueued", "processing"], limit: 1000 });
  for (const { uid } of tasks) await client.tasks.waitForTask(uid, { timeout: 60_000 });
  const { results } = await client.getRawIndexes({ limit: 1000 });
  return results.map(({ uid }) => uid).filter((uid) => uid.startsWith(index));
}

/** Removes an index and what stands beside it. */
export async function removeFrom(index: string): Promise<void> {
  for (const uid of await indexesOn(index)) await administrator().deleteIndexIfExists(uid);
}
