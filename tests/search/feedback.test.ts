import { expect, test } from "vitest";
import { buildCorpus } from "../../app/search/corpus.ts";
import { createEmbeddedEngine } from "../../app/search/embedded.ts";
import type { SearchRecord } from "../../app/search/records.ts";
import { emptyVocabulary } from "../../app/search/vocabulary.ts";

function record(entry: string, heading: string, text: string): SearchRecord {
  const shared = { language: "ru", kind: "topics", anchor: "one", countries: [], audience: [], order: 1 } as const;
  return {
    ...shared,
    entry,
    key: `topics/${entry}#one`,
    title: entry,
    heading,
    text,
    reviewedOn: "2026-11-20",
    dueOn: "2027-01-20",
  };
}

async function keysFor(text: string, records: readonly SearchRecord[]): Promise<string[]> {
  const engine = createEmbeddedEngine();
  await engine.replace(await buildCorpus({ revision: "one", records, vocabulary: emptyVocabulary }));
  const { hits } = await engine.search({ text, language: "ru", limit: 10, offset: 0 });
  return hits.map(({ record: { entry } }) => entry);
}

const fruit = record("fruit", "Плоды", "Бывает мандарин. Кожура, цитрус, долька.");
const store = record("store", "Склады", "Бывает мандарин. Ящики, весы, накладная.");

test.each([
  ["кожура, цитрус и долька", ["best", "fruit", "store"]],
  ["ящики, весы и накладная", ["best", "store", "fruit"]],
])("of two sections that hold the word alike, the one that resembles the best in %s stands first", async (words, keys) => {
  const best = record("best", "Мандарин", `Мандарин: ${words}. Мандарин снимают с дерева.`);
  expect(await keysFor("мандарин", [best, fruit, store])).toEqual(keys);
  expect(await keysFor("мандарин", [store, fruit, best])).toEqual(keys);
});
