import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSearchService, type SearchService, type SearchState } from "../../app/search/service.ts";
import { catalogueOf, fixtureFiles } from "./fixture.ts";
import { lineTo, type LineToServer } from "./line-to-server.ts";
import { indexesOn, markerOn, meilisearchServer, removeFrom } from "./meilisearch-server.ts";

const server = meilisearchServer("outage");
const index = server?.index ?? "";
const catalogue = catalogueOf(fixtureFiles);
const changedFiles = new Map(fixtureFiles).set("search/jargon.yaml", "[]\n");
const query = { text: "дезертир казахстан", language: "ru", limit: 5, offset: 0 };
const right = "countries/kz#return-risk";
const inUse: SearchState = { engine: "meilisearch", degraded: false };

/** Waits until an assertion holds. Long, since a busy machine may need it. */
function until(holds: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(holds, { timeout: 120_000, interval: 20 });
}

describe.skipIf(!server)("a real server (set MEILI_HOST and MEILI_API_KEY to run this) on a line that breaks", () => {
  let line: LineToServer;
  let service: SearchService;
  let states: SearchState[] = [];

  beforeEach(async () => {
    states = [];
    line = await lineTo(server?.host ?? "");
    service = createSearchService({
      meilisearch: { host: line.address, apiKey: server?.apiKey, timeoutMs: 1_500, buildTimeoutMs: 10_000, index },
      retryAfterMs: 50,
      onChange: (state) => states.push(state),
    });
  });
  afterEach(async () => {
    service.stop();
    await line.set("closed");
  });
  afterAll(async () => {
    if (server) await removeFrom(index);
  });

  const first = async (): Promise<string | undefined> => (await service.search(query)).hits[0]?.record.key;
  const untilInUse = (): Promise<void> =>
    until(() => {
      expect(service.state()).toEqual(inUse);
    });
  const lastReason = (): string | undefined => states.findLast(({ degraded }) => degraded)?.reason;

  async function begin(): Promise<void> {
    await service.replace(catalogue, fixtureFiles);
    await untilInUse();
    expect(await first()).toBe(right);
  }

  test.each([
    ["closed", /cannot be reached; check that it runs, that its disk/],
    ["cut", /cannot be reached; check that it runs, that its disk/],
    ["hanging", /does not answer within the set time/],
    ["unavailable", /not what Meilisearch should answer; check that address/],
  ] as const)(
    "%s while the site serves: the embedded engine answers, the reason is named, and it comes back by itself",
    { timeout: 400_000 },
    async (how, reason) => {
      await begin();
      await line.set(how);
      expect(await first()).toBe(right);
      expect(service.state()).toMatchObject({ engine: "embedded", degraded: true });
      // The first request may fail because the connection was still open when the server went.
      await until(() => {
        expect(service.state().reason).toMatch(reason);
      });
      // Readers do not wait again for what is known to be out of use.
      const asked = line.searches();
      expect(await Promise.all([first(), first(), first()])).toEqual([right, right, right]);
      expect(line.searches() - asked).toBeLessThan(3);

      await line.set("open");
      await untilInUse();
      const before = line.searches();
      expect(await first()).toBe(right);
      expect(line.searches()).toBeGreaterThan(before);
      expect(service.state()).toEqual(inUse);
    },
  );

  test.each(["closed", "cut", "hanging", "unavailable"] as const)(
    "%s while the site publishes: the server's index stays whole, the embedded engine answers, and the new one is built later",
    { timeout: 400_000 },
    async (how) => {
      await begin();
      const old = await markerOn(index);
      line.setAt(/^POST \/indexes\/[^/]+\/documents/, how);
      await service.replace(catalogueOf(changedFiles), changedFiles);
      await until(() => {
        expect(lastReason()).toMatch(/cannot be reached|within the set time|not what Meilisearch should answer/);
      });
      expect(await first()).toBe(right);
      expect(await markerOn(index)).toBe(old);
      await line.set("open");
      await untilInUse();
      expect(await first()).toBe(right);
      const renewed = await markerOn(index);
      expect(renewed).toMatch(/^[0-9a-f]{16}$/);
      expect(renewed).not.toBe(old);
      expect(await indexesOn(index)).toEqual([index]);
    },
  );

  test.each(["1.35.0", "2.0.0", "none"])(
    "is of version %s after a restart: it is left alone until it is of one that is supported",
    { timeout: 400_000 },
    async (version) => {
      await begin();
      line.claimVersion(version);
      await line.set("closed");
      expect(await first()).toBe(right);
      await line.set("open");
      await until(() => {
        expect(service.state().reason).toMatch(/this version of Meilisearch is not supported/);
      });
      expect(service.state().reason).toContain(`found ${version}`);
      expect(await first()).toBe(right);
      line.claimVersion(undefined);
      await untilInUse();
    },
  );
});
