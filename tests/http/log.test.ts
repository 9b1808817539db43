import { afterEach, describe, expect, test } from "vitest";
import { describeError, quietConsole } from "../../app/http/log.ts";
import { readingPage, recordingLog, start } from "./fixture.ts";

const canary = "kanareika";

describe("errors in the log", () => {
  test("have a name, a code and frames, but no message", () => {
    const error = Object.assign(new TypeError(`bad ${canary}`), { code: "ECONNREFUSED" });
    const described = describeError(error);
    expect(described.name).toBe("TypeError");
    expect(described.code).toBe("ECONNREFUSED");
    expect(described.frames?.[0]).toMatch(/^at .*tests\/http\/log\.test\.ts:\d+:\d+\)?$/);
    expect(JSON.stringify(described)).not.toContain(canary);
  });

  test("a message that looks like frames stays out", () => {
    const described = describeError(new Error(`first\n    at ${canary} (/a/b.ts:1:2)\n    at ${canary}:3:4`));
    expect(described.frames?.length).toBeGreaterThan(0);
    expect(JSON.stringify(described)).not.toContain(canary);
  });

  test("a message changed after the error was made stays out", () => {
    const error = new Error(`${canary}\n    at ${canary} (/a/b.ts:1:2)`);
    error.message = "something else";
    expect(JSON.stringify(describeError(error))).not.toContain(canary);
  });

  test("names and codes that could be text of a reader stay out", () => {
    const error = Object.assign(new Error("x"), { name: `${canary} ${canary}`, code: canary });
    expect(JSON.stringify(describeError(error))).not.toContain(canary);
    expect(describeError(`thrown ${canary}`)).toEqual({ name: "string" });
  });

  test("causes are described likewise, and only so far", () => {
    const circular = new Error(canary);
    circular.cause = circular;
    const described = describeError(new Error("outer", { cause: new RangeError(canary) }));
    expect(described.cause?.name).toBe("RangeError");
    expect(JSON.stringify([described, describeError(circular)])).not.toContain(canary);
  });
});

describe("what libraries write to the console", () => {
  const { debug, error, info, log, trace, warn } = console;
  afterEach(() => {
    Object.assign(console, { debug, error, info, log, trace, warn });
  });

  test("is told by its place, not by its words", () => {
    const recorded = recordingLog();
    quietConsole(recorded.log);
    console.warn(`the address ${canary}`);
    console.error(new Error(canary));
    expect(recorded.events()).toEqual(["library-message", "library-message"]);
    expect(recorded.text()).toContain("tests/http/log.test.ts");
    expect(recorded.text()).not.toContain(canary);
  });
});

describe("the log of a server", () => {
  test("holds nothing of what readers send, and one line for each request", async () => {
    const site = await start(
      async (request) => {
        const { pathname, search } = new URL(request.url);
        if (pathname.includes("boom"))
          throw new Error(`no ${search} ${request.headers.get("cookie") ?? ""} ${await request.text()}`);
        return readingPage(pathname + search, { "set-cookie": `a=${canary}`, "cache-control": "no-store", "x-echo": canary });
      },
      { POSTS_PER_MINUTE: "2", TRUST_PROXY: "1" },
    );
    const headers = {
      cookie: `a=${canary}`,
      "user-agent": canary,
      referer: `http://${canary}.example/`,
      "accept-language": canary,
      "x-forwarded-for": canary,
      "if-none-match": `"${canary}"`,
      "content-type": canary,
      [`x-${canary}`]: canary,
    };
    const post = { method: "POST", headers, body: `answer=${canary}` };
    await site.ask(`/en/${canary}?q=${canary}`, { headers });
    await site.ask(`/${canary}`, { headers, method: "HEAD" });
    await site.ask(`/${canary}/boom?q=${canary}`, post);
    await site.ask(`/${canary}`, post);
    await site.ask(`/${canary}`, post);
    await site.ask(`/${canary}`, { method: canary.toUpperCase(), headers }).catch(() => undefined);
    await site.ask(`/${canary}`, { method: "PATCH", headers });
    await site.ask(`/assets/${canary}.js`, { headers });
    await site.ask(`/${canary}`, { headers: { ...headers, host: `${canary} ${canary}` } });
    await site.ask(`/${canary}`, { headers: { ...headers, cookie: canary.repeat(20_000) } });
    expect(site.log.text().toLowerCase()).not.toContain(canary);
    expect(site.log.text()).not.toContain("127.0.0.1:".concat("0"));
    const requests = site.log.lines().filter(({ event }) => event === "request");
    expect(requests.map(({ method, status }) => [method, status])).toEqual([
      ["GET", 200],
      ["HEAD", 200],
      ["POST", 500],
      ["POST", 200],
      ["POST", 429],
      ["other", 405],
      ["GET", 200],
    ]);
    for (const request of requests) {
      expect(Object.keys(request)).toEqual(["time", "level", "event", "method", "route", "status", "milliseconds", "bytes"]);
    }
    expect(site.log.events().filter((event) => event === "request-failed")).toHaveLength(1);
    expect(site.log.events().filter((event) => event === "request-unreadable").length).toBeGreaterThan(0);
  });

  test("tells the size that was sent", async () => {
    const site = await start(() => Promise.resolve(readingPage("x".repeat(5000))));
    const replies = [
      await site.ask("/en", { headers: { "accept-encoding": "br" } }),
      await site.ask("/en", { headers: { "accept-encoding": "br" } }),
      await site.ask("/en?q", { headers: { "accept-encoding": "gzip" } }),
      await site.ask("/en", { method: "HEAD" }),
    ];
    const logged = site.log.lines().filter(({ event }) => event === "request");
    expect(logged.map(({ bytes }) => bytes)).toEqual(replies.map(({ bytes }) => bytes.byteLength));
  });
});
