import { describe, expect, test } from "vitest";
import { createSearchService } from "../../app/search/service.ts";
import { catalogueOf, fixtureFiles } from "./fixture.ts";

const query = { language: "ru", limit: 10, offset: 0 };

describe("search service without Meilisearch", () => {
  test("answers nothing before the first revision, then from it", async () => {
    const service = createSearchService();
    expect(await service.search({ ...query, text: "дезертир" })).toMatchObject({ hits: [], total: 0 });
    expect(await service.replace(catalogueOf(fixtureFiles), fixtureFiles)).toEqual([]);
    const { hits } = await service.search({ ...query, text: "дезертир казахстан" });
    expect(hits[0]?.record.key).toBe("countries/kz#return-risk");
    expect(service.state()).toEqual({ engine: "embedded", degraded: false });
  });

  test("keeps the old index when the vocabulary of a new revision is broken", async () => {
    const service = createSearchService();
    await service.replace(catalogueOf(fixtureFiles), fixtureFiles);
    const broken = new Map(fixtureFiles).set("search/synonyms.yaml", "- words: { ru: [] }\n");
    const faults = await service.replace(catalogueOf(broken), broken);
    expect(faults.map(({ file, line }) => `${file}:${String(line)}`)).toEqual(["search/synonyms.yaml:1"]);
    expect((await service.search({ ...query, text: "пятисотый" })).total).toBeGreaterThan(0);
  });
});
