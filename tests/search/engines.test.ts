import { afterAll, beforeAll, describe, expect, test } from "vitest";
import fc from "fast-check";
import { createEmbeddedEngine } from "../../app/search/embedded.ts";
import type { SearchAnswer, SearchEngine, SearchQuery } from "../../app/search/engine.ts";
import { createMeilisearchEngine } from "../../app/search/meilisearch.ts";
import { corpusOf, fixtureFiles } from "./fixture.ts";
import { meilisearchServer, removeFrom } from "./meilisearch-server.ts";

const server = meilisearchServer("behaviour");
const engines: readonly [name: string, create: (() => SearchEngine) | undefined][] = [
  ["embedded engine", createEmbeddedEngine],
  ["Meilisearch (set MEILI_HOST and MEILI_API_KEY to run this)", server && (() => createMeilisearchEngine(server))],
];

afterAll(async () => {
  if (server) await removeFrom(server.index ?? "");
});

describe.each(engines)("%s", (_name, create) => {
  describe.skipIf(!create)("behaviour", () => {
    let engine: SearchEngine;
    beforeAll(async () => {
      if (!create) return;
      engine = create();
      await engine.replace(await corpusOf(fixtureFiles));
    }, 60_000);

    const search = (text: string, more: Partial<SearchQuery> = {}): Promise<SearchAnswer> =>
      engine.search({ text, language: "ru", limit: 10, offset: 0, ...more });
    const keys = async (text: string, more: Partial<SearchQuery> = {}): Promise<string[]> =>
      (await search(text, more)).hits.map(({ record }) => record.key);
    const first = async (text: string, more: Partial<SearchQuery> = {}): Promise<string | undefined> =>
      (await keys(text, more))[0];

    test("an answer is the same whatever was asked before it", async () => {
      const questions: readonly (readonly [text: string, more: Partial<SearchQuery>])[] = [
        ["повестка казахстан розыск", {}],
        ["казахстан", { filters: { kind: "organisations" } }],
        ["выдача", { filters: { country: "kz" } }],
        ["приз", { limit: 1 }],
        ["дизиртирство", {}],
      ];
      const answers: SearchAnswer[] = [];
      for (const question of questions) answers.push(await search(...question));
      const others: SearchAnswer[] = [];
      for (const question of questions.toReversed()) others.unshift(await search(...question));
      expect(others).toEqual(answers);
      expect(await Promise.all(questions.map(async (question) => search(...question)))).toEqual(answers);
      expect(answers.filter(({ total }) => total === 0)).toEqual([]);
    });

    test.each([
      ["word forms", "повестку", "topics/hospital#board"],
      ["a fleeting vowel", "повесток", "topics/hospital#board"],
      ["е for ё", "елка", "topics/hospital#wanted"],
      ["ё for е", "военкомат повёстка", "topics/hospital#board"],
      ["another word of the same root", "дезертировал казахстан", "countries/kz#return-risk"],
      ["a noun that the stemmer takes for a verb", "казахстана выдача", "countries/kz#return-risk"],
      ["a typo of one letter", "павестка", "topics/hospital#board"],
      ["a typo of two letters in a long word", "дизиртирство", "topics/criminal-law#article-338"],
      ["two letters in the wrong order", "прзиыв", "topics/hospital#board"],
      ["the beginning of a word", "военко", "topics/hospital#board"],
      ["the beginning of a synonym", "экстрад казахстан", "countries/kz#return-risk"],
      ["capitals", "ПРИЗЫВ", "topics/hospital#board"],
      ["an accent on a letter", "по́вестка", "topics/hospital#board"],
      ["a compound with a hyphen", "военно-врачебная", "topics/hospital#board"],
      ["an abbreviation", "СОЧ", "topics/criminal-law#article-337"],
      ["what an abbreviation stands for", "врачебная комиссия годность", "topics/hospital#board"],
      ["jargon", "пятисотый казахстан", "countries/kz#return-risk"],
      ["an article", "ст. 338", "topics/criminal-law#article-338"],
      ["an article before its code", "338 УК РФ", "topics/criminal-law#article-338"],
      ["an article with a dot", "352.1", "topics/criminal-law#article-352-1"],
      ["an article with an ending", "по 337-й", "topics/criminal-law#article-337"],
      ["Latin letters", "povestka iz voenkomata", "topics/hospital#board"],
      ["the wrong layout", "gjdtcnrf", "topics/hospital#board"],
      ["the wrong layout with a comma for б", "e,t;bot rfpf[cnfy", "countries/kz#asylum"],
      ["the other language", "extradition kazakhstan", "countries/kz#return-risk"],
      ["words that editors gave a section", "пустят ли в казахстан", "countries/kz#entry"],
      ["a search that readers type", "получил медальки", "topics/hospital#prizes"],
      [
        "a question with words that no section has together",
        "что делать если муж в госпитале а его объявили в розыск",
        "topics/hospital#wanted",
      ],
      ["a word that is nowhere beside words that are", "абракадабрище повестка", "topics/hospital#board"],
    ])("finds by %s: %s", async (_what, text, expected) => {
      expect(await first(text)).toBe(expected);
    });

    test.each([
      ["word forms", "summonses", "topics/hospital#board"],
      ["the other language", "выдача казахстан", "countries/kz#return-risk"],
      ["a typo", "extradicion kazakhstan", "countries/kz#return-risk"],
      ["an abbreviation", "AWOL", "topics/criminal-law#article-337"],
      ["an article", "Art. 338", "topics/criminal-law#article-338"],
      ["the wrong layout", "вуыукешщт", "topics/criminal-law#article-338"],
      ["a question", "what to do if my husband is in hospital and they declared him wanted", "topics/hospital#wanted"],
    ])("finds in English by %s: %s", async (_what, text, expected) => {
      const { hits } = await search(text, { language: "en" });
      expect(hits[0]?.record).toMatchObject({ key: expected, language: "en" });
    });

    test("keeps apart what looks alike", async () => {
      expect(await keys("приз")).toEqual(["topics/hospital#prizes"]);
      expect(await keys("призыв")).toEqual(["topics/hospital#board"]);
      expect(await keys("воин")).toEqual(["topics/hospital#prizes"]);
      expect(await keys("война")).toEqual(["topics/criminal-law"]);
      expect(await keys("337")).not.toContain("topics/criminal-law#article-338");
      expect(await keys("статья 352")).toEqual([]);
    });

    test("shows the hit in the reader's language", async () => {
      const { hits } = await search("extradition kazakhstan");
      expect(hits[0]?.record).toMatchObject({ language: "ru", title: "Казахстан", heading: "Возвращение и выдача" });
    });

    test("says what it read instead of what was typed, and can be told not to", async () => {
      expect((await search("gjdtcnrf")).repaired).toBe("повестка");
      expect((await search("povestka")).repaired).toBe("повестка");
      expect((await search("повестка")).repaired).toBeUndefined();
      expect((await search("gjdtcnrf", { asTyped: true })).total).toBe(0);
    });

    test("marks the words found", async () => {
      const { hits } = await search("повесток призыва");
      const marked = hits[0]?.snippet.filter((part) => part.marked).map(({ text }) => text);
      expect(marked).toEqual(["Повестку", "Призыв"]);
      expect(hits[0]?.snippet.map(({ text }) => text).join("")).toContain("Повестку пришлют из военкомата. Призыв");
    });

    test("filters and counts", async () => {
      const all = await search("выдача");
      expect(all.facets.country).toEqual({ kz: 1, fr: 1 });
      const inKazakhstan = await search("выдача", { filters: { country: "kz" } });
      expect(inKazakhstan.hits.map(({ record }) => record.key)).toEqual(["countries/kz#return-risk"]);
      expect(inKazakhstan.total).toBe(1);
      // The count of the other countries stays, so that the reader can change the filter.
      expect(inKazakhstan.facets.country).toEqual({ kz: 1, fr: 1 });
      expect(inKazakhstan.facets.kind).toEqual({ countries: 1 });
      expect((await search("адвокат", { filters: { kind: "organisations" } })).facets.country).toEqual({ kz: 2 });
      const forFamily = await search("госпиталь", { filters: { audience: "family" } });
      expect(forFamily.hits.map(({ record }) => record.key)).toEqual(["topics/hospital#wanted"]);
      expect((await search("госпиталь", { filters: { audience: "refuser" } })).total).toBe(0);
      expect((await search("выдача", { filters: { country: 'kz" OR country = "fr' } })).total).toBe(0);
      expect(all.facets.due).toEqual({ "2027-01-19": all.total });
      const onTheLastDay = { state: "in-time", on: "2027-01-19" } as const;
      const inTime = await search("выдача", { filters: { due: onTheLastDay } });
      expect(inTime.total).toBe(all.total);
      const overdue = await search("выдача", { filters: { due: { ...onTheLastDay, state: "overdue" } } });
      expect([overdue.total, overdue.facets.due]).toEqual([0, { "2027-01-19": all.total }]);
      expect((await search("выдача", { filters: { due: { state: "overdue", on: "2027-01-20" } } })).total).toBe(all.total);
    });

    test("pages without gap or overlap", async () => {
      const whole = await search("казахстан", { limit: 100 });
      const pages: string[] = [];
      for (let offset = 0; offset < whole.total; offset += 5) pages.push(...(await keys("казахстан", { limit: 5, offset })));
      expect(pages).toEqual(whole.hits.map(({ record }) => record.key));
      expect(new Set(pages).size).toBe(whole.total);
      expect(whole.total).toBeGreaterThan(10);
    });

    test("shows a country's head and sections when only the country is named", async () => {
      const found = await keys("Казахстан", { limit: 20 });
      expect(found.slice(0, 12).every((key) => key.startsWith("countries/kz"))).toBe(true);
    });

    test("takes any bytes", async () => {
      const hostile = [
        "",
        " ",
        "\0\u0001",
        "…!?—",
        "<script>alert(1)</script>",
        "\u202Eатсевоп\u202C",
        '"',
        "'; DROP TABLE",
        "\uD800",
        "*:*",
        "а".repeat(10_000),
        "повестка ".repeat(2_000),
      ];
      for (const text of hostile) {
        const answer = await search(text);
        expect(answer.total).toBeGreaterThanOrEqual(answer.hits.length);
      }
      expect(await first("\u202Eпове\u00ADст\u200Bка\u202C <b>")).toBe("topics/hospital#board");
      expect(await first(`повестка ${"ы".repeat(10_000)}`)).toBe("topics/hospital#board");
    });

    test("takes anything (fuzzed)", { timeout: 60_000 }, async () => {
      const pieces = fc.constantFrom(
        "повестка",
        "338",
        "ст.",
        "kazakhstan",
        "СОЧ",
        "~",
        "art338",
        "\u202E",
        "-",
        "<b>",
        '"',
        "\n",
        "language = en",
      );
      const texts = fc.oneof(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.array(pieces, { maxLength: 30 }).map((list) => list.join(" ")),
      );
      const options = fc.record({
        text: texts,
        language: fc.constantFrom("ru", "en", "xx", ""),
        limit: fc.oneof(fc.integer(), fc.double()),
        offset: fc.oneof(fc.integer(), fc.double()),
        asTyped: fc.boolean(),
        filters: fc.record({ country: fc.option(fc.string(), { nil: undefined }) }),
      });
      await fc.assert(
        fc.asyncProperty(options, async (query) => {
          const { hits, total } = await engine.search(query);
          expect(total).toBeGreaterThanOrEqual(hits.length);
          for (const { record } of hits) expect(record.language).toBe(query.language);
        }),
        { numRuns: 200 },
      );
    });

    test("swaps to a new revision and gives up the old one", async () => {
      const changed = new Map(fixtureFiles);
      const file = "topics/hospital/ru.md";
      changed.set(file, (fixtureFiles.get(file) ?? "").replace("Приз за отвагу", "Мандаринка за отвагу"));
      expect(await keys("мандаринка")).toEqual([]);
      await engine.replace(await corpusOf(changed));
      expect(await keys("мандаринка")).toEqual(["topics/hospital#prizes"]);
      expect(await keys("приз")).not.toContain("topics/hospital#prizes");
      await engine.replace(await corpusOf(fixtureFiles));
      expect(await keys("мандаринка")).toEqual([]);
    }, 60_000);
  });
});
