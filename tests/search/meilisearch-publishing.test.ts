import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createClient } from "../../app/search/meilisearch-client.ts";
import { multiSearchAnswer } from "../../app/search/meilisearch-answers.ts";
import { indexRevision, indexSettings } from "../../app/search/meilisearch-index.ts";
import { createMeilisearchEngine } from "../../app/search/meilisearch.ts";
import { corpusOf, fixtureFiles } from "./fixture.ts";
import { indexesOn, markerOn, meilisearchServer, removeFrom } from "./meilisearch-server.ts";

const server = meilisearchServer("publishing");
const index = server?.index ?? "";
const tasksAnswer = z.object({
  results: z.array(z.object({ type: z.string(), indexUid: z.string().nullable(), details: z.unknown() })),
});

describe.skipIf(!server)("publishing to a real server (set MEILI_HOST and MEILI_API_KEY to run this)", () => {
  const administrator = createClient(server ?? { host: "http://127.0.0.1" }, 10_000);
  const engine = createMeilisearchEngine(server ?? { host: "http://127.0.0.1", timeoutMs: 1 });

  beforeAll(async () => {
    await engine.replace(await corpusOf(fixtureFiles));
  }, 240_000);
  afterAll(async () => {
    if (server) await removeFrom(index);
  });

  /** What the server was given to do on our indexes, the latest first. */
  async function tasks() {
    const { results } = tasksAnswer.parse(await administrator.tasks.getTasks({ limit: 1000 }));
    return results.filter(({ indexUid }) => indexUid?.startsWith(index));
  }

  test("the same revision again gives it nothing to do, from this process or another", { timeout: 240_000 }, async () => {
    const before = await tasks();
    expect(before.map(({ type }) => type)).toContain("settingsUpdate");
    await engine.replace(await corpusOf(fixtureFiles));
    await createMeilisearchEngine(server ?? { host: "", timeoutMs: 1 }).replace(await corpusOf(fixtureFiles));
    expect(await tasks()).toEqual(before);
  });

  test("only those settings are sent that differ", { timeout: 240_000 }, async () => {
    const corpus = await corpusOf(fixtureFiles);
    await administrator
      .index(index)
      .updateSettings({ pagination: { maxTotalHits: 500 } })
      .waitTask({ timeout: 60_000 });
    await engine.replace(corpus);
    const [latest] = await tasks();
    expect(latest).toMatchObject({ type: "settingsUpdate", indexUid: index });
    expect(latest?.details).toEqual({ pagination: indexSettings(corpus).pagination });
  });

  test("at every moment the index answers whole, from the old revision or the new one", { timeout: 240_000 }, async () => {
    const changed = new Map(fixtureFiles).set("search/jargon.yaml", "[]\n");
    const [old, renewed] = [await corpusOf(fixtureFiles), await corpusOf(changed)];
    expect(await markerOn(index)).toBe(indexRevision(old));
    const seen: string[] = [];
    let publishing = true;
    async function askOnAndOn(): Promise<void> {
      while (publishing) {
        const { results } = multiSearchAnswer.parse(
          await administrator.multiSearch({
            queries: [
              { indexUid: index, q: "", filter: ['id = "revision"'] },
              { indexUid: index, q: "дезертир", filter: ['language = "ru"'] },
            ],
          }),
        );
        const [marker, found] = results;
        seen.push(
          `${marker?.hits.map(({ key }) => key).join() ?? "none"} ${found && found.hits.length > 1 ? "found" : "nothing"}`,
        );
      }
    }
    const asking = [askOnAndOn(), askOnAndOn()];
    try {
      await engine.replace(renewed);
      await engine.replace(old);
    } finally {
      publishing = false;
    }
    await Promise.all(asking);
    const whole = [old, renewed].map((corpus) => `${indexRevision(corpus)} found`);
    expect(new Set(seen)).toEqual(new Set(whole));
  });

  test("nothing is left beside the index", async () => {
    expect(await indexesOn(index)).toEqual([index]);
  });
});
