import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import { readQuery, type Corpus, type SearchDocument, type Shard } from "./corpus.ts";
import { noHits, pageOf, type SearchAnswer, type SearchEngine, type SearchQuery } from "./engine.ts";
import { countFacets, passesFilters } from "./facets.ts";
import type { QueryWord } from "./interpret.ts";
import type { SearchRecord } from "./records.ts";
import { makeSnippet } from "./snippet.ts";

const fields = ["title", "heading", "keywords", "text"] as const satisfies readonly (keyof SearchDocument)[];
const boost = { title: 2.5, heading: 3, keywords: 2, text: 1 };
/** With fewer hits than this, records that lack one of the words are shown too, and so on. */
const enoughHits = 5;
const batch = 200;

interface IndexedDocument extends SearchDocument {
  /** Position in the shard's records. */
  readonly id: number;
}

type Index = MiniSearch<IndexedDocument>;

interface Scored {
  readonly record: SearchRecord;
  readonly score: number;
}

async function buildIndex(shard: Shard, makeDocument: (record: SearchRecord) => SearchDocument): Promise<Index> {
  const index: Index = new MiniSearch({
    fields: [...fields],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    searchOptions: { boost, prefix: false, fuzzy: false },
  });
  // One batch at a time, so that the terms of all records never stand in memory together.
  for (let start = 0; start < shard.records.length; start += batch) {
    const documents = shard.records
      .slice(start, start + batch)
      .map((record, offset) => ({ id: start + offset, ...makeDocument(record) }));
    await index.addAllAsync(documents, { chunkSize: batch });
  }
  return index;
}

function queryOf({ alternatives }: QueryWord): Query {
  return {
    combineWith: "OR",
    queries: alternatives.map(({ terms, weight }) => ({
      combineWith: "AND",
      queries: [...terms],
      boostTerm: () => weight / terms.length,
    })),
  };
}

/** Share of the query's words, weighted by how much each tells, that a record matches; and how many. */
function coverage(words: readonly QueryWord[], tellingness: readonly number[], matched: ReadonlySet<string>) {
  let share = 0;
  let count = 0;
  for (const [index, { alternatives }] of words.entries()) {
    if (!alternatives.some(({ terms }) => terms.every((term) => matched.has(term)))) continue;
    share += tellingness[index] ?? 0;
    count += 1;
  }
  return { share, count };
}

/** How much a word tells about what is sought: rare words more than frequent ones. The values add up to 1. */
function tellingnessOf(words: readonly QueryWord[], { lexicon }: Shard): readonly number[] {
  const values = words.map(({ alternatives }) => {
    const frequency = Math.max(1, ...alternatives.map(({ terms }) => Math.min(...terms.map((term) => lexicon.frequency(term)))));
    return Math.log(1 + lexicon.size / frequency);
  });
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/** All records that fit, best first: those with all words; with few of these, those that lack one word, then two, and so on. */
function rank(index: Index, shard: Shard, allWords: readonly QueryWord[]): readonly SearchRecord[] {
  const words = allWords.filter(({ alternatives }) => alternatives.length > 0);
  if (words.length === 0) return [];
  const tellingness = tellingnessOf(words, shard);
  const run = (combineWith: NonNullable<SearchOptions["combineWith"]>) =>
    index
      .search({ combineWith, queries: words.map(queryOf) })
      .flatMap(({ id, score, queryTerms }): (Scored & { count: number })[] => {
        const record = typeof id === "number" ? shard.records[id] : undefined;
        if (!record) return [];
        const { share, count } = coverage(words, tellingness, new Set(queryTerms));
        // MiniSearch multiplies by the number of matching terms, which here would count synonyms of one word as several words.
        return [{ record, count, score: (score / Math.max(1, queryTerms.length)) * share ** 2 }];
      });
  let found = run("AND");
  if (found.length < enoughHits && words.length > 1) {
    const some = run("OR");
    for (let least = words.length; least > 0; least -= 1) {
      found = some.filter(({ count }) => count >= least);
      if (found.length >= enoughHits) break;
    }
  }
  return found.sort((a, b) => b.score - a.score || a.record.order - b.record.order).map(({ record }) => record);
}

/** The engine that lives in the process: always there, never waits for anything. */
export function createEmbeddedEngine(): SearchEngine {
  let current: { readonly corpus: Corpus; readonly indexes: ReadonlyMap<string, Index> } | undefined;

  function answer(query: SearchQuery): SearchAnswer {
    const reading = current && readQuery(current.corpus, query);
    const index = reading && current?.indexes.get(reading.language);
    if (!index) return noHits;
    const filters = query.filters ?? {};
    const ranked = rank(index, reading.shard, reading.words).map(reading.forReader);
    const passing = ranked.filter((record) => passesFilters(record, filters));
    const { from, to } = pageOf(query);
    return {
      hits: passing.slice(from, to).map((record) => ({ record, snippet: makeSnippet(record.text, reading.marks) })),
      total: passing.length,
      facets: countFacets(ranked, filters),
      ...(reading.repaired === undefined ? {} : { repaired: reading.repaired }),
    };
  }

  return {
    replace: async (corpus) => {
      const indexes = new Map<string, Index>();
      const makeDocument = corpus.documentMaker();
      for (const [language, shard] of corpus.shards) indexes.set(language, await buildIndex(shard, makeDocument));
      current = { corpus, indexes };
    },
    search: (query) => Promise.resolve(answer(query)),
  };
}
