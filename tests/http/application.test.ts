import { createHash } from "node:crypto";
import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { errorPage, failures, type Failure } from "../../app/http/error-page.ts";
import { loadTranslations } from "../../app/i18n/translations.ts";
import { deferred, readingPage, start, type Reply } from "./fixture.ts";

const translations = loadTranslations();
const isFailure = z.custom<Failure>((name) => typeof name === "string" && Object.hasOwn(failures, name));
const form = { "content-type": "application/x-www-form-urlencoded" };

function expectSecurityHeaders({ headers }: Reply): void {
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; /);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(headers["permissions-policy"]).toMatch(/camera=\(\).*geolocation=\(\)/);
  expect(headers).not.toHaveProperty("server");
  expect(headers).not.toHaveProperty("x-powered-by");
  expect(headers).toHaveProperty("cache-control");
}

/** Routes with every kind of answer. */
function routes(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === "/") return new Response(null, { status: 302, headers: { location: "/ru", vary: "Accept-Language" } });
  if (pathname === "/en/boom") throw new Error("boom");
  if (pathname === "/en/bare") return new Response(null, { status: 500 });
  if (pathname === "/en/missing") return readingPage("missing", { "cache-control": "no-store" });
  if (pathname === "/en/personal") {
    return readingPage("personal", { "cache-control": "no-store", "set-cookie": "__Host-a=b", server: "x", "x-powered-by": "y" });
  }
  if (pathname === "/en/feed.xml") {
    return new Response(`<feed>${"x".repeat(1000)}</feed>`, { headers: { "content-type": "application/atom+xml" } });
  }
  return readingPage(`page ${pathname}`);
}
const render = (request: Request): Promise<Response> => Promise.resolve(routes(request));

describe("headers", () => {
  test("every kind of response carries the security headers", async () => {
    const asset = { status: 200, headers: new Headers({ "cache-control": "public, immutable" }), body: new Uint8Array(3) };
    const site = await start(render, { POSTS_PER_MINUTE: "3" }, { assets: new Map([["a-1.js", asset]]) });
    const post = { method: "POST", headers: form, body: "a=b" };
    const etag = (await site.ask("/en")).headers.etag ?? "";
    const replies: [number, Reply][] = [
      [200, await site.ask("/en")],
      [304, await site.ask("/en", { headers: { "if-none-match": etag } })],
      [200, await site.ask("/en?q=x")],
      [200, await site.ask("/en", { method: "HEAD" })],
      [200, await site.ask("/en/feed.xml")],
      [302, await site.ask("/")],
      [200, await site.ask("/health")],
      [200, await site.ask("/assets/a-1.js")],
      [200, await site.ask("/en/personal")],
      [500, await site.ask("/en/boom")],
      [500, await site.ask("/en/bare")],
      [405, await site.ask("/en", { method: "DELETE" })],
      [403, await site.ask("/en", { ...post, headers: { ...form, "sec-fetch-site": "cross-site" } })],
      [413, await site.ask("/en", { ...post, body: "x".repeat(70_000) })],
      [200, await site.ask("/en", post)],
      [200, await site.ask("/en", post)],
      [429, await site.ask("/en", post)],
      [400, await site.ask("/en", { headers: { host: "two words" } })],
      [200, await site.ask("/en/personal", { headers: { cookie: `__Host-answers=${"x".repeat(40_000)}` } })],
      [431, await site.ask("/en", { headers: { cookie: "x".repeat(70_000) } })],
    ];
    for (const [status, reply] of replies) {
      expect(reply.status).toBe(status);
      expectSecurityHeaders(reply);
    }
  });

  test("the policy allows exactly the style of the page and the island on it", async () => {
    const island = "document.title='x'";
    const site = await start(
      () => Promise.resolve(readingPage(`<script>${island}</script><script>evil()</script>`)),
      {},
      { islands: () => ({ wizard: island }) },
    );
    const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const policy = (await site.ask("/en")).headers["content-security-policy"];
    expect(policy).toContain(`style-src ${hash("p{color:red}")};`);
    expect(policy).toContain(`script-src ${hash(island)};`);
    expect(site.log.events()).toContain("script-refused");
  });

  test("a public page may be kept and indexed, everything else neither", async () => {
    const site = await start(render);
    const page = await site.ask("/en");
    expect(page.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    expect(page.headers).not.toHaveProperty("x-robots-tag");
    for (const target of ["/en/personal", "/en/boom", "/", "/health", "/en/feed.xml"]) {
      const { headers } = await site.ask(target);
      expect(headers["cache-control"], target).toBe("no-store");
      expect(headers["x-robots-tag"], target).toBe("noindex");
    }
    const posted = await site.ask("/en", { method: "POST", headers: form, body: "a=b" });
    expect(posted.headers["cache-control"]).toBe("no-store");
  });

  test("browsers are told to stay on https only where the site is published under it", async () => {
    const plain = await start(render);
    expect((await plain.ask("/en")).headers).not.toHaveProperty("strict-transport-security");
    const secure = await start(render, { PUBLIC_ORIGIN: "https://pristan.example" });
    expect((await secure.ask("/en")).headers["strict-transport-security"]).toMatch(/^max-age=/);
  });
});

describe("pages", () => {
  test("pages see the public origin and nothing of the reader but language and cookie", async () => {
    const seen: Request[] = [];
    const site = await start(
      (request) => {
        seen.push(request);
        return render(request);
      },
      { PUBLIC_ORIGIN: "https://pristan.example" },
    );
    await site.ask("//evil.example/en?a=b", {
      headers: {
        "accept-language": "ru",
        cookie: "__Host-a=b",
        "user-agent": "telling",
        referer: "http://telling.example",
        "x-forwarded-for": "192.0.2.1",
        "x-forwarded-host": "evil.example",
      },
    });
    const [request] = seen;
    expect(request?.url).toBe("https://pristan.example//evil.example/en?a=b");
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({ "accept-language": "ru", cookie: "__Host-a=b" });
  });

  test("a page is rendered once until the content changes, and HEAD gets its headers without its body", async () => {
    let renderings = 0;
    const site = await start((request) => {
      renderings += 1;
      return render(request);
    });
    const got = await site.ask("/en", { headers: { "accept-encoding": "br" } });
    await site.site.cache?.settled();
    const best = await site.ask("/en", { headers: { "accept-encoding": "br" } });
    const head = await site.ask("/en", { method: "HEAD", headers: { "accept-encoding": "br" } });
    expect(renderings).toBe(1);
    expect(got.text).toContain("page /en");
    expect(best.text).toBe(got.text);
    expect(head.bytes).toHaveLength(0);
    expect(head.headers["content-length"]).toBe(best.headers["content-length"]);
    expect(head.headers.etag).toBe(best.headers.etag);
  });

  test("an address with a query is rendered each time", async () => {
    let renderings = 0;
    const site = await start((request) => {
      renderings += 1;
      return render(request);
    });
    await site.ask("/en?q=a");
    await site.ask("/en?q=a");
    await site.ask("/en?");
    expect(renderings).toBe(3);
    expect(site.site.cache?.size).toBe(0);
  });

  test("addresses that only look alike are kept apart", async () => {
    const site = await start(render);
    await site.ask("/%65n");
    expect((await site.ask("/en")).text).toContain("page /en");
  });

  test("what is rendered for a reader with a cookie is not kept, but a kept page serves them too", async () => {
    const site = await start((request) => Promise.resolve(readingPage(request.headers.get("cookie") ?? "no cookie")));
    expect((await site.ask("/en", { headers: { cookie: "mine" } })).text).toContain("mine");
    expect(site.site.cache?.size).toBe(0);
    expect((await site.ask("/en")).text).toContain("no cookie");
    expect((await site.ask("/en", { headers: { cookie: "mine" } })).text).toContain("no cookie");
  });

  test("a page that sets a cookie is not kept and keeps its cookie", async () => {
    const site = await start(render);
    const reply = await site.ask("/en/personal");
    expect(reply.headers["set-cookie"]).toEqual(["__Host-a=b"]);
    expect(site.site.cache?.size).toBe(0);
  });

  test("without a page cache pages are rendered each time and compressed", async () => {
    let renderings = 0;
    const site = await start(
      () => {
        renderings += 1;
        return Promise.resolve(readingPage("x".repeat(2000)));
      },
      { PAGE_CACHE_MEGABYTES: "0" },
    );
    const replies = [await site.ask("/en"), await site.ask("/en", { headers: { "accept-encoding": "gzip, br" } })];
    expect(renderings).toBe(2);
    expect(replies[1]?.headers["content-encoding"]).toBe("br");
    expect(replies[1]?.headers.vary).toBe("Accept-Encoding");
    expect(replies[1]?.text).toBe(replies[0]?.text);
  });

  test("an asset is served for ever, and nothing that was not built is an asset", async () => {
    const asset = {
      status: 200,
      headers: new Headers({ "content-type": "text/javascript", "cache-control": "public, max-age=31536000, immutable" }),
      body: new TextEncoder().encode("x()"),
    };
    const site = await start(
      () => Promise.resolve(new Response("routes", { status: 404 })),
      {},
      { assets: new Map([["a.js", asset]]) },
    );
    expect((await site.ask("/assets/a.js")).text).toBe("x()");
    for (const target of ["/assets/b.js", "/assets/../a.js", "/assets/%2e%2e%2fpackage.json", "/assets/constructor"]) {
      expect((await site.ask(target)).text, target).toBe("routes");
    }
  });
});

describe("limits", () => {
  test("a sender who takes his time holds nobody up, and one who leaves is no error", async () => {
    const site = await start(render, { MAX_CONCURRENT_REQUESTS: "1" });
    const { hostname, port } = new URL(site.site.address);
    const slow = request({ hostname, port, path: "/en", method: "POST", headers: { ...form, "content-length": "1000" } });
    slow.on("error", () => undefined);
    const connected = new Promise((resolve) => slow.once("socket", (socket) => socket.once("connect", resolve)));
    slow.write("a=");
    await connected;
    for (let count = 0; count < 5; count += 1) expect((await site.ask(`/en?${String(count)}`)).status).toBe(200);
    slow.destroy();
    await site.site.stop();
    expect(site.log.events()).not.toContain("request-failed");
  });

  test("a body is limited whether it tells its length or not", async () => {
    let received = 0;
    const site = await start(async (request) => {
      received = (await request.arrayBuffer()).byteLength;
      return new Response("taken");
    });
    expect((await site.ask("/en", { method: "POST", headers: form, body: "x".repeat(65_536) })).text).toBe("taken");
    expect(received).toBe(65_536);
    const { hostname, port } = new URL(site.site.address);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(
        { hostname, port, path: "/en", method: "POST", headers: { ...form, "transfer-encoding": "chunked" } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.on("error", reject);
      sent.write("x".repeat(40_000));
      sent.end("x".repeat(40_000));
    });
    expect(status).toBe(413);
  });

  test("POSTs above the limit are told how long to wait, reading goes on", async () => {
    const site = await start(render, { POSTS_PER_MINUTE: "2" });
    const post = { method: "POST", headers: form, body: "a=b" };
    await site.ask("/ru", post);
    await site.ask("/ru", post);
    const refused = await site.ask("/ru", post);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.text).toContain(translations.for("ru")("errors:tooMany.heading"));
    expect((await site.ask("/ru")).status).toBe(200);
  });

  test("behind a proxy of ours each reader has a limit of their own, and no reader can invent another address", async () => {
    const site = await start(render, { POSTS_PER_MINUTE: "1", TRUST_PROXY: "1" });
    const post = (forwarded: string): Promise<Reply> =>
      site.ask("/en", { method: "POST", headers: { ...form, "x-forwarded-for": forwarded }, body: "a=b" });
    expect((await post("192.0.2.1")).status).toBe(200);
    expect((await post("192.0.2.2")).status).toBe(200);
    expect((await post("203.0.113.9, 192.0.2.1")).status).toBe(429);
    expect((await post("2001:db8::1")).status).toBe(200);
    expect((await post("2001:db8:0:0:ffff::2")).status).toBe(429);
    expect((await post("2001:db8:0:1::1")).status).toBe(200);
  });

  test.each<[string, Record<string, string>, number]>([
    ["from our own page", { "sec-fetch-site": "same-origin", origin: "null" }, 200],
    ["typed again by the reader", { "sec-fetch-site": "none" }, 200],
    ["from another site", { "sec-fetch-site": "cross-site", origin: "null" }, 403],
    ["from a sibling site", { "sec-fetch-site": "same-site" }, 403],
    ["of an old browser from our page", { origin: "null" }, 200],
    ["of an old browser that names us", { origin: "https://pristan.example" }, 200],
    ["of an old browser that names another", { origin: "https://evil.example" }, 403],
    ["with an origin that is none", { origin: "evil" }, 403],
    ["without any sign", {}, 200],
  ])("a form %s", async (_, headers, status) => {
    const site = await start(render, { PUBLIC_ORIGIN: "https://pristan.example" });
    expect((await site.ask("/en", { method: "POST", headers: { ...form, ...headers }, body: "a=b" })).status).toBe(status);
  });

  test("other methods are refused with the ones that exist", async () => {
    const site = await start(render);
    const reply = await site.ask("/en", { method: "PUT", body: "x" });
    expect([reply.status, reply.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
  });

  test("a page that takes too long is given up, with its work", async () => {
    let aborted = false;
    const site = await start(
      (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener("abort", () => {
            aborted = true;
            reject(new Error("aborted"));
          });
        }),
      { RENDER_TIMEOUT_MS: "100" },
    );
    const reply = await site.ask("/ru/slow");
    expect(reply.status).toBe(503);
    expect(reply.headers["retry-after"]).toBe("30");
    expect(reply.text).toContain(translations.for("ru")("errors:slow.heading"));
    expect(aborted).toBe(true);
  });

  test("above the bound of work new pages wait for better times, kept pages do not", async () => {
    const gate = deferred();
    const entered = deferred();
    const site = await start(
      async (request) => {
        if (!request.url.endsWith("/en/slow")) return readingPage("quick");
        entered.resolve();
        await gate.promise;
        return readingPage("slow");
      },
      { MAX_CONCURRENT_REQUESTS: "1" },
    );
    await site.ask("/en/kept");
    const slow = site.ask("/en/slow");
    await entered.promise;
    const refused = await site.ask("/en/other");
    expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "30"]);
    expect((await site.ask("/en/kept")).status).toBe(200);
    gate.resolve();
    expect((await slow).status).toBe(200);
    expect((await site.ask("/en/other")).status).toBe(200);
  });
});

describe("error pages", () => {
  test("speak the language of the address, else of the browser", async () => {
    const site = await start(() => Promise.reject(new Error("x")));
    expect((await site.ask("/ru/topics", { headers: { "accept-language": "en" } })).text).toContain(
      translations.for("ru")("errors:broken.heading"),
    );
    expect((await site.ask("/xx", { headers: { "accept-language": "en" } })).text).toContain(
      translations.for("en")("errors:broken.heading"),
    );
    expect((await site.ask("/xx", { headers: { "accept-language": "uk" } })).text).toContain('<html lang="ru">');
  });

  test.each(translations.languages)("every refusal has its own words in %s and leads on", (language) => {
    const pages = Object.keys(failures).map((name) => {
      const failure = isFailure.parse(name);
      return new TextDecoder().decode(errorPage(failure, { path: `/${language}`, acceptLanguage: null }, translations).body);
    });
    for (const page of pages) {
      expect(page).not.toMatch(/errors[:.]/);
      expect(page).toContain(`href="/${language}"`);
      expect(page).toContain(`href="/${language}/leave"`);
    }
    expect(new Set(pages).size).toBe(pages.length);
  });

  test("an error that a route renders itself stays as it is, but nobody keeps it", async () => {
    const site = await start(() =>
      Promise.resolve(new Response("own words", { status: 500, headers: { "cache-control": "public, max-age=60" } })),
    );
    const reply = await site.ask("/en");
    expect(reply.text).toBe("own words");
    expect(reply.headers["cache-control"]).toBe("no-store");
  });
});
