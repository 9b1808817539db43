import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import { readQuery, type Corpus, type SearchDocument, type Shard } from "./corpus.ts";
import { noHits, pageOf, type SearchAnswer, type SearchEngine, type SearchQuery } from "./engine.ts";
import { countFacets, passesFilters } from "./facets.ts";
import type { QueryWord } from "./interpret.ts";
import type { SearchRecord } from "./records.ts";
import { makeSnippet } from "./snippet.ts";

const fields = ["name", "context", "keywords", "text"] as const satisfies readonly (keyof SearchDocument)[];
export const T = {
  name: 2.5,
  context: 2.5,
  keywords: 1.5,
  bm25: { k: 1.2, b: 0.5, d: 0.5 },
  enough: 15,
  power: 1.5,
  isPlace: 1,
  sName: 1,
  sContext: 1,
  sKeywords: 0.9,
  sText: 0.5,
  place: 0.35,
  again: 0.5,
  againBig: 0.95,
};
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
    searchOptions: { prefix: false, fuzzy: false },
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

/** How well a record covers the query's words, weighted by how much each tells (0 to 1), and how many it covers. */
function coverage(words: readonly QueryWord[], tellingness: readonly number[], match: Readonly<Record<string, string[]>>) {
  let share = 0;
  let count = 0;
  const strength: Record<string, number> = { name: T.sName, context: T.sContext, keywords: T.sKeywords, text: T.sText };
  for (const [index, { alternatives }] of words.entries()) {
    let best = 0;
    for (const { terms, weight } of alternatives) {
      let least = weight;
      for (const term of terms) {
        const inFields = match[term];
        least = Math.min(least, inFields ? weight * Math.max(...inFields.map((f) => strength[f] ?? 0)) : 0);
      }
      best = Math.max(best, least);
    }
    if (best === 0) continue;
    share += (tellingness[index] ?? 0) * Math.min(1, best);
    count += 1;
  }
  return { share, count };
}

/** How much a word tells about what is sought: rare words more than frequent ones. The values add up to 1. */
function tellingnessOf(words: readonly QueryWord[], { lexicon, places }: Shard): readonly number[] {
  const values = words.map(({ alternatives }) => {
    const frequency = Math.max(1, ...alternatives.map(({ terms }) => Math.min(...terms.map((term) => lexicon.frequency(term)))));
    const isPlace = alternatives.some(({ terms }) => terms.length === 1 && places.has(terms[0] ?? ""));
    return Math.log(1 + lexicon.size / frequency) * (isPlace ? T.isPlace : 1);
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
      .search(
        { combineWith, queries: words.map(queryOf) },
        { boost: { name: T.name, context: T.context, keywords: T.keywords, text: 1 }, bm25: T.bm25 },
      )
      .flatMap(({ id, score, queryTerms, match }): (Scored & { count: number })[] => {
        const record = typeof id === "number" ? shard.records[id] : undefined;
        if (!record) return [];
        const { share, count } = coverage(words, tellingness, match);
        const placed =
          record.kind !== "countries" ||
          Object.values(match).some((f) => f.includes("context") || (record.anchor === "" && f.includes("name")));
        // MiniSearch multiplies by the number of matching terms, which here would count synonyms of one word as several words.
        return [{ record, count, score: (score / Math.max(1, queryTerms.length)) * share ** T.power * (placed ? 1 : T.place) }];
      });
  let found = run("AND");
  if (found.length < T.enough && words.length > 1) {
    const some = run("OR");
    for (let least = words.length; least > 0; least -= 1) {
      found = some.filter(({ count }) => count >= least);
      if (found.length >= T.enough) break;
    }
  }
  const order = (a: Scored, b: Scored) => b.score - a.score || a.record.order - b.record.order;
  found.sort(order);
  const seen = new Map<string, number>();
  const again = found.map((x) => {
    const entry = `${x.record.kind}/${x.record.entry}`;
    const before = seen.get(entry) ?? 0;
    seen.set(entry, before + 1);
    return {
      ...x,
      score: x.score * (x.record.kind === "countries" || x.record.kind === "topics" ? T.againBig : T.again) ** before,
    };
  });
  return again.sort(order).map(({ record }) => record);
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
