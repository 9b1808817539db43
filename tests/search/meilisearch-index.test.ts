import { describe, expect, test } from "vitest";
import { differingSettings, indexDocuments, indexRevision, indexSettings } from "../../app/search/meilisearch-index.ts";
import { corpusOf, fixtureFiles } from "./fixture.ts";

const corpus = await corpusOf(fixtureFiles);
const documents = [...indexDocuments(corpus, 1000)].flat();

describe("documents", () => {
  test("hold words of letters and digits only, since Meilisearch parts words at anything else", () => {
    for (const { name, context, keywords, articles, text } of documents) {
      expect([name, context, keywords, articles, text].join(" ")).toMatch(/^[\p{L}\p{N} ]*$/u);
    }
  });

  test("have an identifier that Meilisearch accepts, each its own", () => {
    const ids = documents.map(({ id }) => id);
    for (const id of ids) expect(id).toMatch(/^[\w-]+$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("keep numbers of articles where no typo is forgiven", () => {
    expect(documents.find(({ id }) => id === "ru_topics_criminal-law_article-352-1")?.articles).toBe("art352x1");
    expect(indexSettings(corpus).typoTolerance.disableOnAttributes).toEqual(["articles"]);
  });
});

describe("settings", () => {
  const { synonyms } = indexSettings(corpus);
  test("carry synonyms both ways and jargon one way, as stems", () => {
    expect(synonyms["соч"]).toContain("самовольн оставлен част");
    expect(synonyms["самовольн оставлен част"]).toContain("awol");
    expect(synonyms["пятисот"]).toContain("дезертир");
    expect(synonyms["дезертир"]).not.toContain("пятисот");
  });

  test("are sent only as far as they differ; the order of what the server keeps as a set does not count", () => {
    const wanted = indexSettings(corpus);
    const present = { ...wanted, filterableAttributes: wanted.filterableAttributes.toReversed() };
    expect(differingSettings(wanted, present)).toEqual({});
    expect(Object.keys(differingSettings(wanted, { ...present, rankingRules: ["words"], prefixSearch: "indexingTime" }))).toEqual(
      ["rankingRules", "prefixSearch"],
    );
  });
});

test("the revision of an index follows the revision of the content", async () => {
  const changed = new Map(fixtureFiles).set("search/jargon.yaml", "[]\n");
  expect(indexRevision(await corpusOf(fixtureFiles))).toBe(indexRevision(corpus));
  expect(indexRevision(await corpusOf(changed))).not.toBe(indexRevision(corpus));
});
