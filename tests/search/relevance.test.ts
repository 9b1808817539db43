import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readContentFolder } from "../../app/guidance/folder.ts";
import type { Corpus } from "../../app/search/corpus.ts";
import { createEmbeddedEngine } from "../../app/search/embedded.ts";
import type { SearchEngine } from "../../app/search/engine.ts";
import { createClient } from "../../app/search/meilisearch-client.ts";
import { createMeilisearchEngine } from "../../app/search/meilisearch.ts";
import { corpusOf } from "./fixture.ts";
import { judge, meanQuality, readJudgedQueries } from "./judged.ts";
import { meilisearchServer } from "./meilisearch-server.ts";

const server = meilisearchServer("relevance");
/** Below what was measured by about 0.04, so that a new page on a subject does not fail the test but a worse search does. */
const floors = {
  embedded: { ru: { ndcg: 0.84, recall: 0.8 }, en: { ndcg: 0.75, recall: 0.7 } },
  meilisearch: { ru: { ndcg: 0.8, recall: 0.78 }, en: { ndcg: 0.73, recall: 0.66 } },
} as const;
const engines: readonly [name: string, create: (() => SearchEngine) | undefined, floors: (typeof floors)[keyof typeof floors]][] =
  [
    ["embedded engine", createEmbeddedEngine, floors.embedded],
    [
      "Meilisearch (set MEILI_HOST and MEILI_API_KEY to run this)",
      server && (() => createMeilisearchEngine(server)),
      floors.meilisearch,
    ],
  ];

afterAll(async () => {
  if (server) await createClient(server, 5_000).deleteIndexIfExists(server.index ?? "");
});

const queries = await readJudgedQueries();
const corpus: Corpus = await corpusOf(await readContentFolder("content"));

describe("judged queries", () => {
  test("name sections that exist", () => {
    const records = [...corpus.shards.values()].flatMap((shard) => shard.records);
    const known = new Set(records.flatMap(({ key, kind, entry }) => [key, `${kind}/${entry}`]));
    expect(queries.flatMap(({ grades }) => Object.keys(grades)).filter((key) => !known.has(key))).toEqual([]);
  });

  test("are different and each has an answer", () => {
    expect(new Set(queries.map(({ query, language }) => `${language} ${query}`)).size).toBe(queries.length);
    expect(queries.filter(({ grades }) => !Object.values(grades).some((grade) => grade >= 2))).toEqual([]);
  });
});

describe.each(engines)("%s", (_name, create, floor) => {
  describe.skipIf(!create)("finds what judges expect", () => {
    let engine: SearchEngine;
    beforeAll(async () => {
      if (!create) return;
      engine = create();
      await engine.replace(corpus);
    }, 60_000);

    test.each(["ru", "en"] as const)("in %s", { timeout: 60_000 }, async (language) => {
      const qualities = [];
      for (const query of queries.filter((one) => one.language === language)) {
        const { hits } = await engine.search({ text: query.query, language, limit: 10, offset: 0 });
        qualities.push(
          judge(
            hits.map(({ record }) => record.key),
            query,
          ),
        );
      }
      const { ndcg, recall } = meanQuality(qualities);
      expect(ndcg).toBeGreaterThan(floor[language].ndcg);
      expect(recall).toBeGreaterThan(floor[language].recall);
    });
  });
});
