import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../app/http/answer.ts";
import { createPageCache, respondFromCache, type KeptPage } from "../../app/http/page-cache.ts";
import { deferred } from "./fixture.ts";

const megabyte = 1024 * 1024;

function answer(text: string, headers: Record<string, string> = {}, status = 200): Answer {
  return {
    status,
    headers: new Headers({ "content-type": "text/html", "cache-control": "public, max-age=0", ...headers }),
    body: new TextEncoder().encode(text),
  };
}

const give =
  (...given: Parameters<typeof answer>) =>
  (): Promise<Answer> =>
    Promise.resolve(answer(...given));

function kept(page: KeptPage | Answer | undefined): KeptPage {
  if (page === undefined || !("variants" in page)) throw new Error("the page was not kept");
  return page;
}

describe("page cache", () => {
  test("keeps a public page and finds it again", async () => {
    const cache = createPageCache(megabyte);
    await cache.fill("a", give("hello"));
    expect(gunzipSync(kept(cache.find("a")).variants.gzip.body).toString()).toBe("hello");
    expect(cache.find("b")).toBeUndefined();
    expect(cache.size).toBe(1);
    cache.clear();
    expect(cache.find("a")).toBeUndefined();
  });

  test.each<[string, Parameters<typeof answer>]>([
    ["without Cache-Control: public", ["x", { "cache-control": "max-age=60" }]],
    ["that is private", ["x", { "cache-control": "private" }]],
    ["that forbids storing", ["x", { "cache-control": "public, no-store" }]],
    ["that sets a cookie", ["x", { "set-cookie": "a=b" }]],
    ["that depends on the language", ["x", { vary: "Accept-Language" }]],
    ["that depends on cookies", ["x", { vary: "Accept-Encoding, Cookie" }]],
    ["of a missing page", ["x", {}, 404]],
    ["of a redirect", ["", { location: "/x" }, 302]],
  ])("does not keep an answer %s", async (_, given) => {
    const cache = createPageCache(megabyte);
    const filled = await cache.fill("a", give(...given));
    expect(filled).not.toHaveProperty("variants");
    expect(cache.size).toBe(0);
  });

  test("renders a page once, however many ask for it", async () => {
    const cache = createPageCache(megabyte);
    const gate = deferred();
    let renderings = 0;
    const render = async (): Promise<Answer> => {
      renderings += 1;
      await gate.promise;
      return answer("hello");
    };
    const all = Array.from({ length: 20 }, () => cache.fill("a", render));
    gate.resolve();
    const pages = (await Promise.all(all)).map(kept);
    expect(renderings).toBe(1);
    expect(new Set(pages.map(({ hash }) => hash)).size).toBe(1);
  });

  test("gives nobody the private answer of another", async () => {
    const cache = createPageCache(megabyte);
    let renderings = 0;
    const render = (): Promise<Answer> => {
      renderings += 1;
      return Promise.resolve(answer(`private ${String(renderings)}`, { "cache-control": "no-store" }));
    };
    const answers = await Promise.all([cache.fill("a", render), cache.fill("a", render), cache.fill("a", render)]);
    const texts = answers.map((given) => ("body" in given ? new TextDecoder().decode(given.body) : "kept"));
    expect(new Set(texts)).toEqual(new Set(["private 1", "private 2", "private 3"]));
  });

  test("a failed rendering fails for all who wait and is tried again by the next", async () => {
    const cache = createPageCache(megabyte);
    const failing = (): Promise<Answer> => Promise.reject(new Error("broken"));
    const results = await Promise.allSettled([cache.fill("a", failing), cache.fill("a", failing)]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(kept(await cache.fill("a", give("hello")))).toBeDefined();
  });

  test("drops the least used pages above its bound", async () => {
    const cache = createPageCache(6000);
    const noise = (seed: number): string =>
      Array.from({ length: 700 }, (_, index) => ((index * seed * 7919) % 9973).toString(36)).join("");
    await cache.fill("a", give(noise(1)));
    const bytes = kept(cache.find("a")).variants.br.body.byteLength;
    expect(bytes).toBeGreaterThan(1000);
    await cache.fill("b", give(noise(2)));
    await cache.fill("c", give(noise(3)));
    await cache.fill("d", give(noise(5)));
    expect(cache.find("d")).toBeDefined();
    expect(cache.find("a")).toBeUndefined();
    expect(cache.size).toBeLessThan(4);
  });

  test("compresses better in the background, under a new tag and the same hash", async () => {
    const cache = createPageCache(megabyte);
    const text = Array.from({ length: 400 }, (_, index) => `<p>sentence number ${String(index * 37)}</p>`).join("");
    const quick = kept(await cache.fill("a", give(text)));
    await cache.settled();
    const best = kept(cache.find("a"));
    expect(best.variants.br.body.byteLength).toBeLessThan(quick.variants.br.body.byteLength);
    expect(best.variants.br.headers.etag).not.toBe(quick.variants.br.headers.etag);
    expect(best.hash).toBe(quick.hash);
  });

  // Hexadecimal digits compress to half their number and a little more: quickly to over the limit, best to less.
  test.each([
    ["one round trip", 3850],
    ["a first visit to a wizard", 16_450],
  ])("a first reader gets the best form where that keeps to the limit of %s", async (_, length) => {
    const cache = createPageCache(megabyte);
    const digits = (seed: number): string =>
      Array.from({ length }, (_, index) =>
        createHash("md5")
          .update(`${String(seed)} ${String(index)}`)
          .digest("hex")
          .slice(0, 7),
      ).join("");
    const [first, second] = (await Promise.all([cache.fill("a", give(digits(1))), cache.fill("b", give(digits(2)))])).map(kept);
    const tags = [first, second].map((page) => page?.variants.br.headers.etag);
    // Which of the two comes first is the machine's choice.
    expect(tags.map((tag) => (tag ?? "").endsWith('-best"'))).toContain(true);
  });

  test("what was dropped meanwhile does not come back from the background", async () => {
    const cache = createPageCache(megabyte);
    await cache.fill("a", give("hello"));
    cache.clear();
    await cache.settled();
    expect(cache.size).toBe(0);
  });
});

describe("response from the cache", () => {
  const ask = async (acceptEncoding?: string, ifNoneMatch?: string): Promise<Response> => {
    const cache = createPageCache(megabyte);
    const page = kept(await cache.fill("a", give("hello")));
    return respondFromCache(page, { acceptEncoding, ifNoneMatch }).response;
  };

  test.each([
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["br;q=0.1, gzip;q=0.9", "gzip"],
    ["br;q=0, *", "gzip"],
    ["*", "br"],
    ["identity", null],
    ["br;q=0, gzip;q=0", null],
    [undefined, null],
  ])("Accept-Encoding %s gets %s", async (accepted, encoding) => {
    const response = await ask(accepted);
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    expect(response.headers.get("content-length")).toBe(String((await response.arrayBuffer()).byteLength));
  });

  test("each encoding has a strong tag of its own", async () => {
    const tags = await Promise.all(["br", "gzip", "identity"].map(async (name) => (await ask(name)).headers.get("etag")));
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
  });

  test("304 for a tag of the same text in any encoding, 200 for another", async () => {
    for (const name of ["br", "gzip", "identity"]) {
      const tag = (await ask(name)).headers.get("etag") ?? "";
      const again = await ask("br", `"other", W/${tag}`);
      expect(again.status).toBe(304);
      expect(again.headers.get("etag")).toBe(tag);
      expect(again.headers.get("cache-control")).toBe("public, max-age=0");
      expect(await again.text()).toBe("");
    }
    expect((await ask("br", '"other-br-quick"')).status).toBe(200);
  });
});
