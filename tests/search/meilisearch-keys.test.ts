import type { Meilisearch } from "meilisearch";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createClient, type MeilisearchOptions } from "../../app/search/meilisearch-client.ts";
import { createSearchService, type SearchService } from "../../app/search/service.ts";
import { catalogueOf, fixtureFiles } from "./fixture.ts";
import { meilisearchServer } from "./meilisearch-server.ts";

const server = meilisearchServer("keys");
const index = server?.index ?? "";
const query = { text: "дезертир казахстан", language: "ru", limit: 5, offset: 0 };
const waiting = { timeout: 30_000, interval: 50 };

/** The rights that docs/operations.md names for the key that builds the index. */
const buildingRights = [
  "search",
  "indexes.get",
  "indexes.create",
  "indexes.swap",
  "indexes.delete",
  "settings.get",
  "settings.update",
  "documents.add",
  "stats.get",
  "tasks.get",
];

describe.skipIf(!server)("a real server (set MEILI_HOST and MEILI_API_KEY to run this), with keys of least rights", () => {
  const keys = { building: "", searching: "" };
  const uids: string[] = [];
  let service: SearchService | undefined;
  const administrator = (): Meilisearch => createClient({ host: server?.host ?? "", apiKey: server?.apiKey }, 5_000);

  async function makeKey(actions: string[], indexes: string[]): Promise<string> {
    const { key, uid } = await administrator().createKey({ actions, indexes, expiresAt: null, description: "test" });
    uids.push(uid);
    return key;
  }

  beforeAll(async () => {
    keys.building = await makeKey(buildingRights, [index, `${index}-next-*`]);
    keys.searching = await makeKey(["search"], [index]);
  });
  afterEach(() => service?.stop());
  afterAll(async () => {
    await administrator().deleteIndexIfExists(index);
    for (const uid of uids) await administrator().deleteKey(uid);
  });

  async function start(own: Partial<MeilisearchOptions>): Promise<SearchService> {
    service = createSearchService({
      meilisearch: { host: server?.host ?? "", timeoutMs: 5_000, index, ...own },
      retryAfterMs: 50,
    });
    await service.replace(catalogueOf(fixtureFiles), fixtureFiles);
    return service;
  }

  test("builds with one key and searches with the other", { timeout: 60_000 }, async () => {
    const { state, search } = await start({ apiKey: keys.building, searchKey: keys.searching });
    await vi.waitFor(() => {
      expect(state()).toEqual({ engine: "meilisearch", degraded: false });
    }, waiting);
    expect((await search(query)).hits[0]?.record.key).toBe("countries/kz#return-risk");
    expect(state()).toEqual({ engine: "meilisearch", degraded: false });
  });

  test("the key that searches cannot build, and this is said", { timeout: 60_000 }, async () => {
    const { state, search } = await start({ apiKey: keys.searching });
    await vi.waitFor(() => {
      expect(state().reason).toMatch(/refuses the key that builds the index; check MEILI_API_KEY/);
    }, waiting);
    expect((await search(query)).hits[0]?.record.key).toBe("countries/kz#return-risk");
  });

  test("a wrong key for searching is named, and the embedded engine answers", { timeout: 60_000 }, async () => {
    const { state, search } = await start({ apiKey: keys.building, searchKey: "no-such-key" });
    await vi.waitFor(() => {
      expect(state().engine).toBe("meilisearch");
    }, waiting);
    expect((await search(query)).hits[0]?.record.key).toBe("countries/kz#return-risk");
    expect(state().reason).toMatch(/refuses the key that searches; check MEILI_SEARCH_KEY/);
  });
});
