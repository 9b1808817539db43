import { readQuery, type Corpus, type Reading } from "./corpus.ts";
import { enoughHits, noHits, pageOf, type SearchAnswer, type SearchEngine, type SearchHit } from "./engine.ts";
import { EngineFailure } from "./engine-failure.ts";
import type { QueryWord } from "./interpret.ts";
import { createIndexBuilder } from "./meilisearch-build.ts";
import { createClient, type MeilisearchOptions } from "./meilisearch-client.ts";
import { indexRevision, plainTerm, rootFamilies } from "./meilisearch-index.ts";
import { searchIndex, type Found } from "./meilisearch-search.ts";
import { rank, tellingnessOf, type Candidate } from "./ranking.ts";
import { makeSnippet } from "./snippet.ts";
import { stemsOf } from "./stems.ts";
import { isRootTerm } from "./terms.ts";

/** So many hits are put into our own order; what comes after them stays in the order of Meilisearch. */
const rankedHits = 100;

interface Current {
  readonly corpus: Corpus;
  readonly revision: string;
  readonly families: ReadonlyMap<string, readonly string[]>;
  readonly documentOf: ReturnType<Corpus["documentMaker"]>;
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

/** The hits as candidates for our own order. Fails if one of them names no section: then the index is not ours. */
function candidatesOf(hits: Found["hits"], { shard }: Reading, documentOf: Current["documentOf"]): readonly Candidate[] {
  return hits.map(({ key, _rankingScore: score }) => {
    const record = shard.byKey.get(key);
    if (!record) throw new EngineFailure("wrong-answer");
    const document = documentOf(record);
    const fields = (["name", "context", "keywords", "text"] as const).map((field) => ({
      field,
      terms: new Set(document[field].split(" ")),
    }));
    const fieldsOf = (term: string) => fields.filter(({ terms }) => terms.has(term)).map(({ field }) => field);
    return { record, score, fieldsOf };
  });
}

/**
 * The engine that asks a Meilisearch server. `replace` leaves an index that already holds the revision as it is; otherwise it builds a
 * new one beside it and swaps the two. Both functions reject with an EngineFailure if the server does not do what it should.
 * The server only says which sections fit: every word shown comes from our own records.
 */
export function createMeilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const index = options.index ?? "pristan";
  const client = createClient(options, options.timeoutMs);
  const bringTo = createIndexBuilder(options, index);
  let current: Current | undefined;

  return {
    replace: async (corpus) => {
      const revision = indexRevision(corpus);
      await bringTo(corpus, revision);
      current = { corpus, revision, families: rootFamilies(corpus), documentOf: corpus.documentMaker() };
    },
    search: async (query): Promise<SearchAnswer> => {
      if (!current) throw new EngineFailure("stale");
      const { corpus, revision, families, documentOf } = current;
      const reading = readQuery(corpus, query);
      const words = reading?.words.filter(({ alternatives }) => alternatives.length > 0) ?? [];
      if (!reading || words.length === 0) return noHits;
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
      let found = await searchIndex(client, { ...request, matching: "all" });
      if (found.unfiltered < enoughHits && words.length > 1) found = await searchIndex(client, { ...request, matching: "last" });
      const candidates = candidatesOf(found.hits, reading, documentOf);
      const ranked = offset === 0 ? rank(candidates.slice(0, rankedHits), words, reading.shard) : [];
      const records = [...ranked, ...candidates.slice(ranked.length)].map(({ record }) => reading.forReader(record));
      return {
        hits: records
          .slice(from - offset, to - offset)
          .map((record): SearchHit => ({ record, snippet: makeSnippet(record.text, reading.marks, reading.shard.termsOfWord) })),
        total: found.total,
        facets: found.facets,
        ...(reading.repaired === undefined ? {} : { repaired: reading.repaired }),
      };
    },
  };
}
