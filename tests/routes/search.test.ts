import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSearchService } from "../../app/search/service.ts";
import { origin, startRoutes } from "./site.ts";

const answer = await startRoutes();

function post(fields: Readonly<Record<string, string>>, language = "ru"): Promise<Response> {
  return answer(new Request(`${origin}/${language}/search`, { method: "POST", body: new URLSearchParams(fields) }));
}

describe("a search", () => {
  it("finds a section and leads to its anchor", async () => {
    const response = await post({ q: "раздел stay" });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<a href="/ru/countries/kz#stay"');
    expect(html).toContain('<a href="/ru/countries/kz/stay"');
    expect(html).toContain("<mark>stay</mark>");
  });

  it("stands in no title, address or header, and nobody keeps it", async () => {
    const response = await post({ q: "canaryword выдача" });
    const html = await response.text();
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect([...response.headers].join()).not.toContain("canaryword");
    expect(/<head>[\s\S]*<\/head>/.exec(html)?.[0]).not.toContain("canaryword");
    for (const [, address = ""] of html.matchAll(/(?:href|action)="([^"]*)"/g)) expect(address).not.toContain("canaryword");
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });

  it("can be handed on in a link", async () => {
    const response = await answer(new Request(`${origin}/en/search?q=lodge`));
    const html = await response.text();
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(html).toContain('value="lodge"');
    expect(html).toContain('href="/en/steps/lodge"');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain('rel="canonical"');
  });

  it("is narrowed by filters", async () => {
    const everywhere = await (await post({ q: "summary" }, "en")).text();
    expect(everywhere).toContain('href="/en/steps/lodge"');
    expect(everywhere).toContain('href="/en/documents/summons"');
    const steps = await (await post({ q: "summary", kind: "steps" }, "en")).text();
    expect(steps).toContain('<a href="/en/steps/lodge');
    expect(steps).not.toContain('<a href="/en/documents/summons');
  });

  it.each([
    ["nothing", {}],
    ["spaces", { q: "   " }],
    ["signs", { q: "\u0000\uFFFF<>\"'&%{}[]\\" }],
    ["filters that do not exist", { q: "выдача", country: "../..", kind: "__proto__", audience: "spy", page: "-1", exact: "2" }],
    ["a page beyond the last", { q: "раздел", page: "99" }],
    ["far too much", { q: "выдача ".repeat(5000) }],
  ])("of %s gets a page, not an error", async (_, fields) => {
    const response = await post(fields);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('name="q"');
  });

  it(
    "of any bytes gets a page, not an error, and says nothing of them in its head or headers",
    { timeout: 120_000 },
    async () => {
      const words = fc.oneof(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.string({
          unit: fc.constantFrom("\u0000", "\u202E", "\u200F", "\uFFFF", "<b>", "</form>", "&amp;", '"', "%00", "'", "\n"),
          maxLength: 60,
        }),
        fc.string({ unit: fc.constantFrom("выдача ", "e\u0301", "𝕏", "\uD800", "1.1.1."), maxLength: 10_000 }),
      );
      await fc.assert(
        fc.asyncProperty(
          words,
          fc.dictionary(fc.constantFrom("country", "kind", "audience", "freshness", "page", "exact"), words),
          async (q, others) => {
            const posted = await post({ ...others, q: `zzmark${q}` });
            const html = await posted.text();
            expect(posted.status).toBe(200);
            expect(html).toContain('name="q"');
            expect(html).not.toMatch(/<b>zz|<script/);
            expect([/<head>[\s\S]*<\/head>/.exec(html)?.[0], ...posted.headers].join()).not.toContain("zzmark");
            const linked = await answer(new Request(`${origin}/en/search?${new URLSearchParams({ q }).toString()}`));
            expect(linked.status).toBe(200);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it.each(["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "image/png"])(
    "with any body said to be %s gets a page",
    { timeout: 120_000 },
    async (type) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
          const body = new Uint8Array(bytes);
          const request = new Request(`${origin}/en/search`, { method: "POST", body, headers: { "Content-Type": type } });
          const response = await answer(request);
          expect(response.status).toBe(200);
          expect(await response.text()).toContain('name="q"');
        }),
        { numRuns: 30 },
      );
    },
  );

  it("is narrowed to what is overdue, and leads on from nothing", async () => {
    const late = await startRoutes(undefined, { today: "2027-02-01" });
    const ask = async (fields: Readonly<Record<string, string>>): Promise<string> =>
      (await late(new Request(`${origin}/en/search`, { method: "POST", body: new URLSearchParams(fields) }))).text();
    const overdue = await ask({ q: "summary", freshness: "overdue" });
    expect(overdue).toContain('href="/en/steps/lodge"');
    expect(overdue).not.toContain('href="/en/topics/exclusion"');
    const inTime = await ask({ q: "lodge", freshness: "in-time", country: "kz" });
    expect(inTime).toContain("Take the filters off");
    expect(inTime).toContain('href="/en/organisations/helpers"');
    expect(await ask({ q: "kazaxtsan qqqqq", exact: "1" })).toContain('href="/en/countries/kz"');
  });

  it("with a body that is no form gets help", async () => {
    const request = new Request(`${origin}/ru/search`, {
      method: "POST",
      body: "{",
      headers: { "Content-Type": "application/json" },
    });
    const response = await answer(request);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("С чего начать");
  });
});

describe("what the device searches", () => {
  it("is the same for everyone and holds titles, not texts", async () => {
    const response = await answer(new Request(`${origin}/en/search/titles.json`));
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ meanings: [], ignored: "" });
    expect(text).toContain('["countries/kz","Kazakhstan","",[["now","What matters today",""],');
    expect(text).not.toContain("A sentence on the section");
    expect((await answer(new Request(`${origin}/xx/search/titles.json`))).status).toBe(404);
  });
});

describe("a fault of our own", () => {
  it("gets a page that helps, in the right language, and tells nothing of the fault or the query", async () => {
    const broken = await startRoutes(undefined, {
      search: { ...createSearchService(), search: () => Promise.reject(new Error("engine-secret")) },
    });
    const response = await broken(
      new Request(`${origin}/en/search`, { method: "POST", body: new URLSearchParams({ q: "canaryword" }) }),
    );
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(html).toContain("Something broke on our side");
    expect(html).toContain('href="/en/countries"');
    expect(html).not.toMatch(/engine-secret|canaryword|<script/);
  });
});
