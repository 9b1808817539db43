import { readQuery, type Corpus } from "./corpus.ts";
import { enoughHits, noHits, pageOf, type SearchAnswer, type SearchEngine, type SearchQuery } from "./engine.ts";
import { filterSlots } from "./facets.ts";
import { bestRecords, matchRecords, type Matches } from "./ranking.ts";
import { createMatchFinder, makeSnippet } from "./snippet.ts";

/** The slots that fit: those with all words; with few of these, those that lack one word too, then two, and so on. They take the place of the slots given. */
function fittingSlots({ slots, matched }: Matches, words: number): Uint32Array {
  const counts = new Uint32Array(words + 1);
  for (const slot of slots) counts[matched[slot] ?? 0] = (counts[matched[slot] ?? 0] ?? 0) + 1;
  let least = words;
  let found = counts[least] ?? 0;
  while (found < enoughHits && least > 1) {
    least -= 1;
    found += counts[least] ?? 0;
  }
  let count = 0;
  for (const slot of slots) {
    if ((matched[slot] ?? 0) < least) continue;
    slots[count] = slot;
    count += 1;
  }
  return slots.subarray(0, count);
}

/** The engine that lives in the process: always there, never waits for anything. */
export function createEmbeddedEngine(): SearchEngine {
  let current: Corpus | undefined;

  function answer(query: SearchQuery): SearchAnswer {
    const reading = current && readQuery(current, query);
    const words = reading?.words.filter(({ alternatives }) => alternatives.length > 0) ?? [];
    if (!reading || words.length === 0) return noHits;
    const { shard } = reading;
    const matches = matchRecords(words, shard);
    const { passing, facets } = filterSlots(shard.facets, fittingSlots(matches, words.length), query.filters ?? {});
    const { from, to } = pageOf(query);
    const records = bestRecords(passing, matches, words, shard, to).slice(from).map(reading.forReader);
    const matchOf = createMatchFinder(reading.marks, shard.termsOfWord);
    return {
      hits: records.map((record) => ({ record, snippet: makeSnippet(record.text, matchOf) })),
      total: passing.length,
      facets,
      ...(reading.repaired === undefined ? {} : { repaired: reading.repaired }),
    };
  }

  return {
    replace: (corpus) => {
      current = corpus;
      return Promise.resolve();
    },
    search: (query) => Promise.resolve(answer(query)),
  };
}
