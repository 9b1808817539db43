import fc from "fast-check";
import { expect, test } from "vitest";
import { buildCorpus, type Corpus, type Shard } from "../../app/search/corpus.ts";
import { createEmbeddedEngine } from "../../app/search/embedded.ts";
import type { ContentFiles } from "../../app/guidance/read.ts";
import { fieldsOf, impactOf, slotOf } from "../../app/search/postings.ts";
import { searchRecords, type SearchRecord } from "../../app/search/records.ts";
import { catalogueOf, corpusOf, fixtureFiles } from "./fixture.ts";

/** By key of each record: the terms that tell most about it, and how much; their numbers may differ. */
function tellingOf(shard: Shard | undefined): unknown {
  const records = (shard?.records ?? []).map(({ key }) => {
    const telling: Record<string, number> = {};
    shard?.tellingTerms.eachOf(shard.slots.get(key) ?? 0, (term, value) => (telling[shard.tellingTerms.termOf(term)] = value));
    return [key, telling];
  });
  return Object.fromEntries(records);
}

/** Every term of a shard with the records that hold it, and what tells about these; slots may differ. */
function contentsOf(corpus: Corpus, language: string): unknown {
  const shard = corpus.shards.get(language);
  const terms = [...(shard?.postings.entries ?? [])].map(([term, entries]) => [
    term,
    [...entries]
      .map((entry) => `${shard?.bySlot[slotOf(entry)]?.key ?? "nothing"} ${String(fieldsOf(entry) * 1000 + impactOf(entry))}`)
      .sort(),
  ]);
  return [Object.fromEntries(terms), [...(shard?.postings.naming ?? [])].sort(), tellingOf(shard)];
}

const file = "topics/hospital/ru.md";
const page = fixtureFiles.get(file) ?? "";
const change = (from: string, to: string): ContentFiles => new Map(fixtureFiles).set(file, page.replace(from, to));
const indexed = (corpus: Corpus): number[] => [...corpus.shards.values()].map((shard) => shard.indexed);

test("a changed section is indexed anew, and nothing else", async () => {
  const first = await corpusOf(fixtureFiles);
  const second = await corpusOf(change("Приз за отвагу", "Мандаринка за отвагу"), first);
  expect(indexed(second)).toEqual([1, 0]);
  const untouched = first.shards.get("ru")?.postings.entries.get("казахстан");
  expect(second.shards.get("ru")?.postings.entries.get("казахстан")).toBe(untouched);
});

test("a changed vocabulary changes every record", async () => {
  const first = await corpusOf(fixtureFiles);
  const second = await corpusOf(new Map(fixtureFiles).set("search/synonyms.yaml", "[]\n"), first);
  expect(indexed(second)).toEqual([...first.shards.values()].map(({ records }) => records.length));
});

test("after any changes the index is that of a fresh start", { timeout: 60_000 }, async () => {
  const start = searchRecords(catalogueOf(fixtureFiles));
  const vocabulary = { meanings: [], sectionWords: [], searches: [], ignored: {} };
  const revision = "a revision";
  const position = fc.nat({ max: start.length - 1 });
  const steps = fc.array(
    fc.oneof(
      fc.record({ at: position, text: fc.constantFrom("мандаринка", "приз и призыв", "") }),
      fc.record({ at: position, heading: fc.constantFrom("Повестка", "Мандаринка") }),
      fc.record({ at: position, remove: fc.constant(true) }),
      fc.record({ at: position, add: fc.constantFrom("новое", "совсем новое") }),
    ),
    { minLength: 1, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (changes) => {
      let records: readonly SearchRecord[] = start;
      let corpus = await buildCorpus({ revision, records, vocabulary });
      for (const [number, { at, ...step }] of changes.entries()) {
        records = records.flatMap((record, index) => {
          if (index !== at) return [record];
          if ("remove" in step) return [];
          return "add" in step
            ? [record, { ...record, key: `${record.key}-${String(number)}`, text: step.add }]
            : [{ ...record, ...step }];
        });
        corpus = await buildCorpus({ revision, records, vocabulary }, corpus);
      }
      const fresh = await buildCorpus({ revision, records, vocabulary });
      for (const language of ["ru", "en"]) expect(contentsOf(corpus, language)).toEqual(contentsOf(fresh, language));
    }),
    { numRuns: 30 },
  );
});

test("readers of the old index are not disturbed by the making of a new one", async () => {
  const engine = createEmbeddedEngine();
  const first = await corpusOf(fixtureFiles);
  await engine.replace(first);
  await corpusOf(change("Приз за отвагу", "Мандаринка за отвагу"), first);
  const find = (text: string) => engine.search({ text, language: "ru", limit: 5, offset: 0 });
  expect((await find("мандаринка")).total).toBe(0);
  expect((await find("приз")).hits[0]?.record.key).toBe("topics/hospital#prizes");
});
