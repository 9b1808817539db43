import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import { readQuery, type Corpus, type SearchDocument, type Shard } from "./corpus.ts";
import { enoughHits, noHits, pageOf, type SearchAnswer, type SearchEngine, type SearchQuery } from "./engine.ts";
import { countFacets, passesFilters } from "./facets.ts";
import type { QueryWord } from "./interpret.ts";
import { rank, type Candidate, type Ranked } from "./ranking.ts";
import type { SearchRecord } from "./records.ts";
import { makeSnippet } from "./snippet.ts";

const fields = ["name", "context", "keywords", "text"] as const satisfies readonly (keyof SearchDocument)[];
/** How much a word counts in a field for the engine's own score, and how that score is made (see MiniSearch). */
const boost = { name: 2.5, context: 2, keywords: 1.5, text: 1 };
const bm25 = { k: 1.2, b: 0.25, d: 0.5 };
const batch = 200;
const noFields: readonly string[] = [];

interface IndexedDocument extends SearchDocument {
  /** Position in the shard's records. */
  readonly id: number;
}

type Index = MiniSearch<IndexedDocument>;

async function buildIndex(shard: Shard, makeDocument: (record: SearchRecord) => SearchDocument): Promise<Index> {
  const index: Index = new MiniSearch({
    fields: [...fields],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    searchOptions: { boost, bm25, prefix: false, fuzzy: false },
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

/** All records that fit, best first: those with all words; with few of these, those that lack one word, then two, and so on. */
function find(index: Index, shard: Shard, words: readonly QueryWord[]): readonly SearchRecord[] {
  const run = (combineWith: NonNullable<SearchOptions["combineWith"]>): readonly Ranked[] => {
    const results = index.search({ combineWith, queries: words.map(queryOf) });
    const candidates = results.flatMap(({ id, score, queryTerms, match }): Candidate[] => {
      const record = typeof id === "number" ? shard.records[id] : undefined;
      // MiniSearch multiplies by the number of matching terms, which here would count synonyms of one word as several words.
      const own = score / Math.max(1, queryTerms.length);
      return record ? [{ record, score: own, fieldsOf: (term) => match[term] ?? noFields }] : [];
    });
    return rank(candidates, words, shard);
  };
  const all = run("AND");
  if (all.length >= enoughHits || words.length === 1) return all.map(({ record }) => record);
  const some = run("OR");
  for (let least = words.length; least > 0; least -= 1) {
    const found = some.filter(({ matched }) => matched >= least);
    if (found.length >= enoughHits || least === 1) return found.map(({ record }) => record);
  }
  return [];
}

/** The engine that lives in the process: always there, never waits for anything. */
export function createEmbeddedEngine(): SearchEngine {
  let current: { readonly corpus: Corpus; readonly indexes: ReadonlyMap<string, Index> } | undefined;

  function answer(query: SearchQuery): SearchAnswer {
    const reading = current && readQuery(current.corpus, query);
    const index = reading && current?.indexes.get(reading.language);
    const words = reading?.words.filter(({ alternatives }) => alternatives.length > 0) ?? [];
    if (!index || words.length === 0) return noHits;
    const filters = query.filters ?? {};
    const ranked = find(index, reading.shard, words).map(reading.forReader);
    const passing = ranked.filter((record) => passesFilters(record, filters));
    const { from, to } = pageOf(query);
    return {
      hits: passing
        .slice(from, to)
        .map((record) => ({ record, snippet: makeSnippet(record.text, reading.marks, reading.shard.termsOfWord) })),
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
