import { readQuery, type Corpus, type Reading } from "./corpus.ts";
import { enoughHits, noHits, pageOf, type SearchAnswer, type SearchEngine, type SearchHit } from "./engine.ts";
import { EngineFailure } from "./engine-failure.ts";
import type { QueryWord } from "./interpret.ts";
import { createIndexBuilder } from "./meilisearch-build.ts";
import { createClient, failureOf, type MeilisearchOptions } from "./meilisearch-client.ts";
import { indexRevision, plainTerm, rootFamilies } from "./meilisearch-index.ts";
import { searchIndex, type Found, type Request } from "./meilisearch-search.ts";
import { bestRecords, matchRecords, tellingnessOf } from "./ranking.ts";
import type { SearchRecord } from "./records.ts";
import { createMatchFinder, makeSnippet } from "./snippet.ts";
import { stemsOf } from "./stems.ts";
import { isRootTerm } from "./terms.ts";

/** So many hits are put into our own order; what comes after them stays in the order of Meilisearch. */
const rankedHits = 100;

interface Current {
  readonly corpus: Corpus;
  readonly revision: string;
  readonly families: ReadonlyMap<string, readonly string[]>;
}

/** The word as it is sent: in a form that the index holds if there is one. Synonyms and words of the same root are in the index's settings. */
function sentForm({ form, alternatives, known }: QueryWord, families: Current["families"]): string {
  const best = alternatives[0]?.terms ?? [];
  const { stem } = stemsOf(form);
  if (known === 0.9 || best.length === 0) return plainTerm(stem);
  return best.map((term) => plainTerm(isRootTerm(term) ? (families.get(term.slice(1))?.[0] ?? stem) : term)).join(" ");
}

/** The words in the order in which they may be given up, the dearest first. */
function sentText(words: readonly QueryWord[], { shard }: Reading, families: Current["families"]): string {
  const tellingness = tellingnessOf(words, shard);
  return words
    .map((word, index) => ({ sent: sentForm(word, families), telling: tellingness[index] ?? 0 }))
    .sort((a, b) => b.telling - a.telling)
    .map(({ sent }) => sent)
    .join(" ");
}

/** The records of the hits, in the server's order. Fails if one of them names no section: then the index is not ours. */
function recordsOf(hits: Found["hits"], { shard }: Reading): readonly SearchRecord[] {
  return hits.map(({ key }) => {
    const record = shard.byKey.get(key);
    if (!record) throw new EngineFailure("wrong-answer");
    return record;
  });
}

/** The first records in our own order, as far as they hold words of the query; then the rest in the order of the server. */
function inOurOrder(records: readonly SearchRecord[], words: readonly QueryWord[], { shard }: Reading): readonly SearchRecord[] {
  const matches = matchRecords(words, shard);
  const slots = records.slice(0, rankedHits).flatMap(({ key }) => shard.slots.get(key) ?? []);
  const known = Uint32Array.from(slots.filter((slot) => (matches.matched[slot] ?? 0) > 0));
  const ordered = bestRecords(known, matches, words, shard, rankedHits);
  const placed = new Set(ordered);
  return [...ordered, ...records.filter((record) => !placed.has(record))];
}

/**
 * The engine that asks a Meilisearch server. `replace` leaves an index that already holds the revision as it is; otherwise it builds a
 * new one beside it and swaps the two. Both functions reject with an EngineFailure if the server does not do what it should.
 * The server only says which sections fit: every word shown comes from our own records.
 */
export function createMeilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const index = options.index ?? "pristan";
  const client = createClient({ host: options.host, apiKey: options.searchKey ?? options.apiKey });
  const ask = (request: Request, signal: AbortSignal): Promise<Found> =>
    searchIndex(client, request, signal).catch((error: unknown) => {
      const failure = failureOf(error);
      throw failure.kind === "key-refused" && options.searchKey !== undefined ? new EngineFailure("search-key-refused") : failure;
    });
  const bringTo = createIndexBuilder(options, index);
  let current: Current | undefined;

  return {
    replace: async (corpus) => {
      const revision = indexRevision(corpus);
      await bringTo(corpus, revision);
      current = { corpus, revision, families: rootFamilies(corpus) };
    },
    search: async (query): Promise<SearchAnswer> => {
      if (!current) throw new EngineFailure("stale");
      const { corpus, revision, families } = current;
      const reading = readQuery(corpus, query);
      const words = reading?.words.filter(({ alternatives }) => alternatives.length > 0) ?? [];
      if (!reading || words.length === 0) return noHits;
      const signal = AbortSignal.timeout(options.timeoutMs);
      const { from, to } = pageOf(query);
      const offset = from < rankedHits ? 0 : from;
      const request = {
        index,
        revision,
        language: reading.language,
        text: sentText(words, reading, families),
        filters: query.filters ?? {},
        offset,
        limit: Math.max(to, offset === 0 ? rankedHits : 0) - offset,
      };
      let found = await ask({ ...request, matching: "all" }, signal);
      if (found.unfiltered < enoughHits && words.length > 1) found = await ask({ ...request, matching: "last" }, signal);
      const hits = recordsOf(found.hits, reading);
      const records = (offset === 0 ? inOurOrder(hits, words, reading) : hits).map(reading.forReader);
      const matchOf = createMatchFinder(reading.marks, reading.shard.termsOfWord);
      return {
        hits: records
          .slice(from - offset, to - offset)
          .map((record): SearchHit => ({ record, snippet: makeSnippet(record.text, matchOf) })),
        total: found.total,
        facets: found.facets,
        ...(reading.repaired === undefined ? {} : { repaired: reading.repaired }),
      };
    },
  };
}
