import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createSearchService, type SearchService, type SearchState } from "../../app/search/service.ts";
import { catalogueOf, fixtureFiles } from "./fixture.ts";
import { close, listen } from "./local-server.ts";
import { createPretendMeilisearch } from "./pretend-meilisearch.ts";

const catalogue = catalogueOf(fixtureFiles);
const secret = "повестка";
const query = { text: secret, language: "ru", limit: 10, offset: 0 };

let server: Server | undefined;
let service: SearchService | undefined;
let states: SearchState[] = [];

async function serve(handler: RequestListener, at = 0): Promise<number> {
  const listening = await listen(handler, at);
  server = listening.server;
  return listening.port;
}

async function endServer(): Promise<void> {
  const closing = server;
  server = undefined;
  if (closing) await close(closing);
}

async function start(port: number, more: { timeoutMs?: number } = {}): Promise<SearchService> {
  states = [];
  service = createSearchService({
    meilisearch: { host: `http://127.0.0.1:${String(port)}`, apiKey: "a-key", timeoutMs: 1_000, buildTimeoutMs: 1_000, ...more },
    retryAfterMs: 10,
    onChange: (state) => states.push(state),
  });
  expect(await service.replace(catalogue, fixtureFiles)).toEqual([]);
  return service;
}

/** Waits until an assertion holds. Long, since a busy machine may need it; the assertion holds at once on an idle one. */
function until(holds: () => void): Promise<void> {
  return vi.waitFor(holds, { timeout: 20_000, interval: 20 });
}

async function expectAnswer(): Promise<void> {
  const answer = await service?.search(query);
  expect(answer?.hits[0]?.record.key).toBe("topics/hospital#board");
}

/** The engine was last out of use for this reason; by now it may be back. */
function expectOutOfUse(reason: RegExp): void {
  const last = states.findLast(({ degraded }) => degraded);
  expect(last?.engine).toBe("embedded");
  expect(last?.reason).toMatch(reason);
}

afterEach(async () => {
  service?.stop();
  await endServer();
});

describe("when Meilisearch", () => {
  const faults: readonly [what: string, handler: (request: IncomingMessage, response: ServerResponse) => void, reason: RegExp][] =
    [
      ["hangs", () => undefined, /does not answer within the set time/],
      ["answers garbage", (_request, response) => response.end("<html>Bad gateway</html>"), /not what Meilisearch should answer/],
      ["answers other JSON", (_request, response) => response.end('{"pkgVersion":12}'), /not what Meilisearch should answer/],
      [
        "is of an unknown version",
        (_request, response) => response.end('{"pkgVersion":"2.0.1"}'),
        /not supported \(found 2\.0\.1/,
      ],
      [
        "refuses the key",
        (_request, response) =>
          response.writeHead(403).end('{"message":"The provided API key is invalid.","code":"invalid_api_key"}'),
        /refuses the key that builds the index; check MEILI_API_KEY/,
      ],
      [
        "has no disk left",
        (_request, response) => response.writeHead(507).end('{"message":"no space left"}'),
        /cannot write to its disk, which is probably full/,
      ],
      ["breaks off", (request) => request.socket.destroy(), /cannot be reached/],
    ];
  test.each(faults)("%s, the embedded engine answers and the reason is named", async (_what, handler, reason) => {
    await start(await serve(handler));
    await expectAnswer();
    await until(() => {
      expectOutOfUse(reason);
    });
    await expectAnswer();
  });

  test("does not run, the embedded engine answers", async () => {
    const port = await serve(() => undefined);
    await endServer();
    const { state } = await start(port);
    await expectAnswer();
    await until(() => {
      expect(state().reason).toMatch(/cannot be reached/);
    });
  });
});

describe("with a Meilisearch that comes and goes", () => {
  test("uses it, falls back when it hangs, and returns to it", async () => {
    const pretend = createPretendMeilisearch();
    const { state } = await start(await serve(pretend.handler));
    await until(() => {
      expect(state()).toEqual({ engine: "meilisearch", degraded: false });
    });
    pretend.answerWith(["countries/kz#entry"]);
    expect((await service?.search(query))?.hits.map(({ record }) => record.key)).toEqual(["countries/kz#entry"]);

    pretend.behave("hang");
    await expectAnswer();
    expectOutOfUse(/set time/);
    const asked = pretend.searches();
    await expectAnswer();
    expect(pretend.searches()).toBe(asked);

    pretend.behave("answer");
    await until(() => {
      expect(state()).toEqual({ engine: "meilisearch", degraded: false });
    });
    expect((await service?.search(query))?.hits.map(({ record }) => record.key)).toEqual(["countries/kz#entry"]);
  });

  test("answers each request in time, but not all that a query needs: the embedded engine answers", async () => {
    const pretend = createPretendMeilisearch();
    const { search, state } = await start(await serve(pretend.handler), { timeoutMs: 400 });
    await until(() => {
      expect(state().engine).toBe("meilisearch");
    });
    pretend.behave("late");
    const twoWords = { ...query, text: "повестка военкомат" };
    expect((await search(twoWords)).hits[0]?.record.key).toBe("topics/hospital#board");
    expectOutOfUse(/set time/);
  });

  test("dies and comes back empty: the index is built anew", async () => {
    const first = createPretendMeilisearch();
    const port = await serve(first.handler);
    const { state } = await start(port);
    await until(() => {
      expect(state().engine).toBe("meilisearch");
    });
    await endServer();
    await expectAnswer();
    expectOutOfUse(/cannot be reached/);

    const second = createPretendMeilisearch();
    await serve(second.handler, port);
    await until(() => {
      expect(state().engine).toBe("meilisearch");
    });
    expect(second.indexes()).toEqual(["pristan"]);
    expect(second.revision()).toBe(first.revision());
  });

  test("holds another revision: the embedded engine answers until the index is built", async () => {
    const pretend = createPretendMeilisearch();
    const { state } = await start(await serve(pretend.handler));
    await until(() => {
      expect(state().engine).toBe("meilisearch");
    });
    const own = pretend.revision();
    pretend.behave("other-revision");
    await expectAnswer();
    expectOutOfUse(/another revision/);
    pretend.behave("answer");
    await until(() => {
      expect(state().engine).toBe("meilisearch");
    });
    expect(pretend.revision()).toBe(own);
  });

  test("names a section that does not exist: the embedded engine answers", async () => {
    const pretend = createPretendMeilisearch();
    const { state } = await start(await serve(pretend.handler));
    await until(() => {
      expect(state().engine).toBe("meilisearch");
    });
    pretend.answerWith(["countries/kz#planted"]);
    await expectAnswer();
    expectOutOfUse(/not what Meilisearch should answer/);
  });

  test("fails to build: the old index stays and nothing is left behind", async () => {
    const pretend = createPretendMeilisearch();
    const { state } = await start(await serve(pretend.handler));
    await until(() => {
      expect(state().engine).toBe("meilisearch");
    });
    const old = pretend.revision();
    pretend.behave("fail-tasks");
    const changed = new Map(fixtureFiles).set("search/jargon.yaml", "[]\n");
    await service?.replace(catalogueOf(changed), changed);
    await until(() => {
      expect(state().reason).toMatch(/cannot write to its disk, which is probably full/);
    });
    await expectAnswer();
    expect(pretend.revision()).toBe(old);
    pretend.behave("answer");
    await until(() => {
      expect(state().engine).toBe("meilisearch");
    });
    expect(pretend.revision()).not.toBe(old);
    expect(pretend.indexes()).toEqual(["pristan"]);
  });
});

test("no reason ever holds a word of a query", async () => {
  const pretend = createPretendMeilisearch();
  await start(await serve(pretend.handler));
  await until(() => {
    expect(service?.state().engine).toBe("meilisearch");
  });
  for (const behaviour of ["hang", "echo", "other-revision"] as const) {
    pretend.behave(behaviour);
    await expectAnswer();
    pretend.behave("answer");
    await until(() => {
      expect(service?.state().engine).toBe("meilisearch");
    });
  }
  expect(states.length).toBeGreaterThan(5);
  for (const state of states) expect(JSON.stringify(state)).not.toMatch(/повест/);
});
