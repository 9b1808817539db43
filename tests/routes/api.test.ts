import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { entryAnswer, errorAnswer, searchAnswer } from "../../app/api/schemas.ts";
import { renderWithRemix, routePatterns } from "../../app/http/render.ts";
import { createSearchService } from "../../app/search/service.ts";
import { recordingLog, start } from "../http/fixture.ts";
import { smallCatalogue } from "../ui/content.ts";
import { origin, serverBuild, startRoutes } from "./site.ts";

const answer = await startRoutes();

async function get(address: string): Promise<{ response: Response; body: unknown }> {
  const response = await answer(new Request(origin + address));
  expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
  return { response, body: await response.json() };
}

async function post(body: string): Promise<{ response: Response; body: unknown }> {
  const response = await answer(new Request(`${origin}/api/search`, { method: "POST", body }));
  expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
  return { response, body: await response.json() };
}

const found = async (query: string) => searchAnswer.parse((await get(`/api/search?${query}`)).body);
const refused = async (address: string) => {
  const { response, body } = await get(address);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  return { status: response.status, ...errorAnswer.parse(body).error };
};

describe("search for programs", () => {
  it("gives sections with text, date, sources, notices, address and a text to send", async () => {
    const { results, total, language, counts } = await found("q=stay&lang=en&country=kz");
    expect(language).toBe("en");
    expect(total).toBeGreaterThan(0);
    expect(counts.kind.countries).toBeGreaterThan(0);
    const [first] = results;
    expect(first).toMatchObject({
      kind: "countries",
      id: "kz",
      anchor: "stay",
      address: `${origin}/en/countries/kz#stay`,
      title: "Kazakhstan",
      heading: "en stay",
      countries: ["kz"],
      review: { on: "2026-11-21", overdue: false, checkedByLawyer: false },
      notices: ["No lawyer has checked this text yet."],
    });
    expect(first?.snippet).toContainEqual({ text: "stay", marked: true });
    expect(first?.sources.map(({ id, url }) => [id, url])).toEqual([["law-kz", "https://law.example/kz?a=1&b=2"]]);
    for (const words of [
      "Kazakhstan › en stay",
      "A sentence on the section stay.",
      "Закон & право. Парламент",
      "21 November 2026",
    ])
      expect(first?.message.replaceAll("\u00a0", " ")).toContain(words);
    expect(first?.message.endsWith(`${origin}/en/countries/kz#stay`)).toBe(true);
  });

  it("takes a POST with the same fields, so that the query stands in no address", async () => {
    const { response, body } = await post(JSON.stringify({ q: "stay", lang: "en", limit: 1 }));
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(searchAnswer.parse(body).results).toHaveLength(1);
    expect(searchAnswer.parse(body).results).toEqual((await found("q=stay&lang=en&limit=1")).results);
  });

  it("narrows and turns pages", async () => {
    const steps = await found("q=summary&lang=en&kind=steps");
    expect(steps.results.map(({ kind }) => kind)).toContain("steps");
    expect(new Set(steps.results.map(({ kind }) => kind)).size).toBe(1);
    const [all, second] = [await found("q=sentence&lang=en"), await found("q=sentence&lang=en&limit=1&offset=1")];
    expect(second.total).toBe(all.total);
    expect(second.results[0]?.address).toBe(all.results[1]?.address);
  });

  it.each([
    ["/api/search", "q: give the words to look for"],
    ["/api/search?q=%20", "q: give the words to look for"],
    ["/api/search?q=a&lang=de", 'lang: Invalid option: expected one of "ru"|"en"'],
    ["/api/search?q=a&country=KZ", "country: give a two-letter code in lower case, for example kz"],
    ["/api/search?q=a&kind=wizards", "kind: Invalid option"],
    ["/api/search?q=a&audience=spy", "audience: Invalid option"],
    ["/api/search?q=a&limit=51", "limit: Too big"],
    ["/api/search?q=a&offset=-1", "offset: Too small"],
    ["/api/search?q=a&colour=red", "Unrecognized key"],
  ])("refuses %s and says why", async (address, message) => {
    const refusal = await refused(address);
    expect(refusal).toMatchObject({ status: 400, code: "badRequest" });
    expect(refusal.message).toContain(message);
    expect(refusal.message).toContain("/api/openapi.json");
  });

  it.each(["", "{", "null", "[]", '"text"', '{"q":7}', '{"q":["a"]}', '{"__proto__":{"q":"a"}}'])(
    "refuses the body %s",
    async (text) => {
      const { response, body } = await post(text);
      expect(response.status).toBe(400);
      expect(errorAnswer.parse(body).error.code).toBe("badRequest");
    },
  );

  it("answers any words at all", { timeout: 120_000 }, async () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom("\u0000", "\u202E", "\u200F", "\uFFFF", "<", ">", "&", '"', "%", "'", "ё", "\n"),
        maxLength: 60,
      }),
      fc.string({ unit: fc.constantFrom("выдача ", "e\u0301", "𝕏", "\uD800", "1.1.1."), maxLength: 4000 }),
    );
    await fc.assert(
      fc.asyncProperty(words, async (q) => {
        const { response, body } = await post(JSON.stringify({ q, lang: "ru" }));
        if (q.trim() === "") expect(response.status).toBe(400);
        else searchAnswer.parse(body);
      }),
      { numRuns: 150 },
    );
  });

  it("answers any address and any body with JSON that the description knows", { timeout: 120_000 }, async () => {
    const either = z.union([searchAnswer, errorAnswer]);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.string({ unit: "binary" })), fc.json(), async (fields, text) => {
        either.parse((await get(`/api/search?${new URLSearchParams({ q: "a", ...fields }).toString()}`)).body);
        either.parse((await post(text)).body);
      }),
      { numRuns: 100 },
    );
  });
});

describe("an entry for programs", () => {
  it("is a country whole, with facts in values and words", async () => {
    const { response, body } = await get("/api/countries/kz?lang=en");
    const country = entryAnswer.parse(body);
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
    expect(country).toMatchObject({ kind: "countries", id: "kz", language: "en", title: "Kazakhstan", class: "transit" });
    expect(country.facts.find(({ id }) => id === "lodging-deadline")).toMatchObject({
      label: "Time to lodge a claim",
      value: { count: 5, unit: "calendar-day", from: "arrival" },
      note: "One day after entry without control.",
      asOf: "2022-04-08",
      confidence: "high",
      sources: ["law-kz", "press-kz"],
    });
    expect(country.facts.map(({ id }) => id)).not.toContain("decision-time");
    expect(country.changes).toContainEqual({ on: "2026-02-24", text: "A court suspended an extradition." });
    const ids = new Set(country.sources.map(({ id }) => id));
    for (const { sources } of [...country.facts, ...country.sections]) for (const id of sources) expect(ids).toContain(id);
    expect(await get("/api/entries/countries/kz?lang=en")).toMatchObject({ body });
  });

  it.each(["topics/exclusion", "steps/lodge", "warnings/no-consulate", "documents/summons", "grounds/opinion"])(
    "is %s",
    async (name) => {
      const { kind, id, sections } = entryAnswer.parse((await get(`/api/entries/${name}`)).body);
      expect(`${kind}/${id}`).toBe(name);
      expect(sections.length).toBeGreaterThan(0);
    },
  );

  it("never gives an organisation's contacts without what contact from Russia means", async () => {
    const organisation = entryAnswer.parse((await get("/api/entries/organisations/helpers?lang=en")).body);
    expect(organisation.contacts.map(({ value }) => value)).toEqual(["https://helpers.example/", "@helpers"]);
    expect(organisation.contactFromRussia).toBe("punishable");
    expect(organisation.notices[0]).toMatch(/^Do not contact it from Russia\./);
    for (const { message } of organisation.sections) expect(message).toContain("Do not contact it from Russia.");
  });

  it("says what is overdue and what translation is behind", async () => {
    const late = await startRoutes(
      smallCatalogue((files) => {
        files.set("topics/exclusion/ru.md", (files.get("topics/exclusion/ru.md") ?? "").replace("Коротко.", "Иначе."));
      }),
      { today: "2027-11-22" },
    );
    const reply = await late(new Request(`${origin}/api/entries/topics/exclusion?lang=en`));
    const { review, notices, sections } = entryAnswer.parse(await reply.json());
    expect(review.overdue).toBe(true);
    expect(notices[0]).toContain("overdue");
    expect(sections.map(({ stale }) => stale)).toEqual([true, false]);
    expect(sections[0]?.message).toContain("The translation of this section is behind");
  });

  it.each([
    "/api/countries/xx",
    "/api/countries/__proto__",
    "/api/entries/wizards/start",
    "/api/entries/a/b",
    "/api",
    "/api/nothing",
  ])("refuses %s", async (address) => {
    const { status, code } = await refused(address);
    expect([status, code]).toEqual([404, "notFound"]);
  });

  it("refuses a language that the site does not have, and other fields", async () => {
    expect(await refused("/api/countries/kz?lang=xx")).toMatchObject({ status: 400 });
    expect(await refused("/api/countries/kz?tongue=ru")).toMatchObject({ status: 400 });
  });
});

describe("the description", () => {
  const document = z.object({
    openapi: z.literal("3.1.0"),
    paths: z.record(
      z.string(),
      z.record(z.string(), z.object({ operationId: z.string(), responses: z.record(z.string(), z.object({})) })),
    ),
    components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  });

  it("names every address, and every reference in it leads somewhere", async () => {
    const { body } = await get("/api/openapi.json");
    const { paths, components } = document.parse(body);
    expect(Object.keys(paths)).toEqual(["/api/search", "/api/countries/{code}", "/api/entries/{kind}/{id}"]);
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"([^"]*)"/g)].map(([, to = ""]) => to);
    expect(references.length).toBeGreaterThan(10);
    for (const to of references) expect(Object.keys(components.schemas).map((id) => `#/components/schemas/${id}`)).toContain(to);
  });

  async function describedSchemas(): Promise<(id: string) => z.ZodType> {
    const { components } = document.parse((await get("/api/openapi.json")).body);
    const jsonSchema = z.record(
      z.string(),
      z.custom<z.core.JSONSchema.JSONSchema>((schema) => typeof schema === "object"),
    );
    const definitions = jsonSchema.parse(
      JSON.parse(JSON.stringify(components.schemas).replaceAll("#/components/schemas/", "#/$defs/")),
    );
    return (id) => z.fromJSONSchema({ $ref: `#/$defs/${id}`, $defs: definitions });
  }

  const described = z.object({
    paths: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          responses: z.record(
            z.string(),
            z.object({ content: z.object({ "application/json": z.object({ schema: z.object({ $ref: z.string() }) }) }) }),
          ),
        }),
      ),
    ),
  });

  it("is kept to: every address answers each status a client can bring about with what is described for it", async () => {
    const { paths } = described.parse((await get("/api/openapi.json")).body);
    const schemaOf = await describedSchemas();
    const requests: Readonly<Record<string, Request>> = {
      "get /api/search 200": new Request(`${origin}/api/search?q=stay&lang=en`),
      "get /api/search 400": new Request(`${origin}/api/search?lang=en`),
      "post /api/search 200": new Request(`${origin}/api/search`, { method: "POST", body: '{"q":"stay"}' }),
      "post /api/search 400": new Request(`${origin}/api/search`, { method: "POST", body: "[]" }),
      "get /api/countries/{code} 200": new Request(`${origin}/api/countries/kz?lang=en`),
      "get /api/countries/{code} 400": new Request(`${origin}/api/countries/kz?lang=xx`),
      "get /api/countries/{code} 404": new Request(`${origin}/api/countries/xx`),
      "get /api/entries/{kind}/{id} 200": new Request(`${origin}/api/entries/topics/exclusion`),
      "get /api/entries/{kind}/{id} 400": new Request(`${origin}/api/entries/topics/exclusion?tongue=ru`),
      "get /api/entries/{kind}/{id} 404": new Request(`${origin}/api/entries/topics/nothing`),
    };
    const promised = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.entries(responses).map(([status, { content }]) => ({
          what: `${method} ${path} ${status}`,
          schema: content["application/json"].schema.$ref.replace("#/components/schemas/", ""),
        })),
      ),
    );
    const ofTheClient = promised.filter(({ what }) => / (?:200|400|404)$/.test(what));
    expect(ofTheClient.map(({ what }) => what).sort()).toEqual(Object.keys(requests).sort());
    for (const { what, schema } of ofTheClient) {
      const request = requests[what];
      if (!request) continue;
      const response = await answer(request);
      expect(`${what.slice(0, -3)}${String(response.status)}`).toBe(what);
      expect(schemaOf(schema).safeParse(await response.json()).error, what).toBeUndefined();
    }
  });

  it("describes real answers: its own schemas take them and nothing else", async () => {
    const schemaOf = await describedSchemas();
    const entry = (await get("/api/countries/kz")).body;
    const search = (await get("/api/search?q=stay")).body;
    expect(schemaOf("Entry").safeParse(entry).error).toBeUndefined();
    expect(schemaOf("Found").safeParse(search).error).toBeUndefined();
    expect(schemaOf("Entry").safeParse(search).success).toBe(false);
  });
});

describe("behind the server", () => {
  const canary = "zzcanaryword";

  async function startServer(environment: Readonly<Record<string, string>> = {}) {
    const build = await serverBuild();
    const render = renderWithRemix(build, recordingLog().log);
    return start(render, environment, { routeOf: routePatterns(build.routes) });
  }

  it("leaves no query in the log and sets no cookie, however it is asked", async () => {
    const site = await startServer();
    const json = { "content-type": "application/json" };
    const replies = [
      await site.ask(`/api/search?q=${canary}&lang=en`),
      await site.ask(`/api/search?q=${canary}&lang=${canary}`),
      await site.ask("/api/search", { method: "POST", headers: json, body: JSON.stringify({ q: canary }) }),
      await site.ask("/api/search", { method: "POST", headers: json, body: canary }),
      await site.ask(`/api/entries/${canary}/${canary}?lang=en`),
      await site.ask(`/api/${canary}`),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 400, 200, 400, 404, 404]);
    for (const { headers, text } of replies) {
      expect(JSON.stringify(headers)).not.toContain(canary);
      expect(text).not.toContain(canary);
      expect(headers).not.toHaveProperty("set-cookie");
      expect(headers).not.toHaveProperty("access-control-allow-origin");
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
    }
    expect(site.log.text()).not.toContain(canary);
    expect(site.log.lines().flatMap(({ route }) => route ?? [])).toEqual([
      "/api/search",
      "/api/search",
      "/api/search",
      "/api/search",
      "/api/entries/:kind/:id",
      "/api/*",
    ]);
  });

  it("refuses in JSON what the server itself refuses", async () => {
    const site = await startServer({ POSTS_PER_MINUTE: "1" });
    const post = { method: "POST", body: '{"q":"a"}' };
    const replies = [
      await site.ask("/api/search", { method: "DELETE" }),
      await site.ask("/api/%", {}),
      await site.ask("/api/search", { ...post, headers: { origin: "https://elsewhere.example" } }),
      await site.ask("/api/search", { ...post, body: "x".repeat(70_000) }),
      await site.ask("/api/search", post),
    ];
    expect(replies.map(({ status }) => status)).toEqual([405, 400, 403, 413, 429]);
    for (const { text, headers } of replies) {
      errorAnswer.parse(JSON.parse(text));
      expect(headers["content-type"]).toBe("application/json; charset=utf-8");
    }
    expect(replies[4]?.headers["retry-after"]).toMatch(/^\d+$/);
  });

  it("says in JSON that something broke, and nothing of what", async () => {
    const build = await serverBuild();
    const handle = renderWithRemix(build, recordingLog().log);
    const search = { ...createSearchService(), search: () => Promise.reject(new Error("engine-secret")) };
    const site = await start(
      (request, { ...parts }) => handle(request, { ...parts, search }),
      {},
      { routeOf: routePatterns(build.routes) },
    );
    const reply = await site.ask("/api/search?q=a");
    expect(reply.status).toBe(500);
    expect(errorAnswer.parse(JSON.parse(reply.text)).error.code).toBe("broken");
    expect(reply.text + site.log.text()).not.toContain("engine-secret");
  });
});
