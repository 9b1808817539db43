import { MeilisearchApiError, type Meilisearch } from "meilisearch";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createClient, type MeilisearchOptions } from "../../app/search/meilisearch-client.ts";
import { createSearchService, type SearchService, type SearchState } from "../../app/search/service.ts";
import { catalogueOf, fixtureFiles } from "./fixture.ts";
import { indexesOn, meilisearchServer, removeFrom } from "./meilisearch-server.ts";

const server = meilisearchServer("keys");
const index = server?.index ?? "";
const query = { text: "дезертир казахстан", language: "ru", limit: 5, offset: 0 };
const waiting = { timeout: 100_000, interval: 50 };

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
  let states: SearchState[] = [];
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
    await removeFrom(index);
    for (const uid of uids) await administrator().deleteKey(uid);
  });

  async function start(own: Partial<MeilisearchOptions>): Promise<SearchService> {
    states = [];
    service = createSearchService({
      meilisearch: { host: server?.host ?? "", timeoutMs: 5_000, index, ...own },
      retryAfterMs: 50,
      onChange: (state) => states.push(state),
    });
    await service.replace(catalogueOf(fixtureFiles), fixtureFiles);
    return service;
  }

  test("builds with one key and searches with the other", { timeout: 240_000 }, async () => {
    const inUse: SearchState = { engine: "meilisearch", degraded: false };
    const { state, search, replace } = await start({ apiKey: keys.building, searchKey: keys.searching });
    const changed = new Map(fixtureFiles).set("search/jargon.yaml", "[]\n");
    for (const files of [undefined, changed, fixtureFiles]) {
      if (files) await replace(catalogueOf(files), files);
      await vi.waitFor(() => {
        expect(state()).toEqual(inUse);
      }, waiting);
      expect((await search(query)).hits[0]?.record.key).toBe("countries/kz#return-risk");
    }
    expect(state()).toEqual(inUse);
    const reasons = states.flatMap(({ reason }) => reason ?? []);
    expect(reasons, "nothing failed on the way").toEqual(reasons.map(() => "the index in Meilisearch is being built"));
    expect(await indexesOn(index)).toEqual([index]);
  });

  test("the key that searches cannot build, and this is said", { timeout: 240_000 }, async () => {
    const { state, search } = await start({ apiKey: keys.searching });
    await vi.waitFor(() => {
      expect(state().reason).toMatch(/refuses the key that builds the index; check MEILI_API_KEY/);
    }, waiting);
    expect((await search(query)).hits[0]?.record.key).toBe("countries/kz#return-risk");
  });

  const refusalOf = (request: () => Promise<unknown>): Promise<unknown> =>
    request().then(
      () => "allowed",
      (error: unknown) => (error instanceof MeilisearchApiError ? error.cause?.code : error),
    );

  test("the key that searches can do nothing else, not even on its own index", { timeout: 240_000 }, async () => {
    const { state } = await start({ apiKey: keys.building, searchKey: keys.searching });
    await vi.waitFor(() => {
      expect(state().engine).toBe("meilisearch");
    }, waiting);
    const reader = createClient({ host: server?.host ?? "", apiKey: keys.searching }, 5_000);
    const own = reader.index(index);
    const requests = [
      () => own.addDocuments([{ id: "planted" }]),
      () => own.deleteAllDocuments(),
      () => own.updateSettings({ rankingRules: [] }),
      () => own.getSettings(),
      () => own.getDocuments(),
      () => reader.deleteIndex(index),
      () => reader.getKeys(),
      () => reader.tasks.getTasks(),
    ];
    for (const request of requests) expect(await refusalOf(request)).toBe("invalid_api_key");
  });

  test("the key that builds can neither manage keys nor touch other indexes", { timeout: 240_000 }, async () => {
    const builder = createClient({ host: server?.host ?? "", apiKey: keys.building }, 5_000);
    const requests = [
      () => builder.getKeys(),
      () => builder.createKey({ actions: ["*"], indexes: ["*"], expiresAt: null }),
      () => builder.deleteKey(uids[0] ?? ""),
      () => builder.createDump(),
      () => builder.createIndex(`${index}other`),
      () => builder.deleteIndex(`${index}other`),
      () => builder.index(`${index}other`).addDocuments([{ id: "planted" }]),
    ];
    for (const request of requests) expect(await refusalOf(request)).toBe("invalid_api_key");
  });

  test("a wrong key for building is named, and the embedded engine answers", { timeout: 240_000 }, async () => {
    const { state, search } = await start({ apiKey: "no-such-key", searchKey: keys.searching });
    await vi.waitFor(() => {
      expect(state().reason).toMatch(/refuses the key that builds the index; check MEILI_API_KEY/);
    }, waiting);
    expect(state().engine).toBe("embedded");
    expect((await search(query)).hits[0]?.record.key).toBe("countries/kz#return-risk");
  });

  test("a wrong key for searching is named, and the embedded engine answers", { timeout: 240_000 }, async () => {
    const { state, search } = await start({ apiKey: keys.building, searchKey: "no-such-key" });
    await vi.waitFor(() => {
      expect(state().engine).toBe("meilisearch");
    }, waiting);
    expect((await search(query)).hits[0]?.record.key).toBe("countries/kz#return-risk");
    expect(state().reason).toMatch(/refuses the key that searches; check MEILI_SEARCH_KEY/);
  });
});
