import { fieldsOf, impactOf, noEntries, onlyContext, slotOf, type Postings } from "./postings.ts";

/** So many terms of a record are kept. */
const mostTerms = 60;

/** By what each record differs most from the others: for every slot of an index a few terms, and how much they say about its record. */
export interface TellingTerms {
  /** Calls back for every telling term of a slot's record, in no order. A term is given by its number. */
  readonly eachOf: (slot: number, found: (term: number, telling: number) => void) => void;
  /** The term with a number. Numbers grow with the alphabet. */
  readonly termOf: (term: number) => string;
}

/**
 * Finds the telling terms of all records at once. A term tells the more, the more a record is about it and the fewer others hold it; what a
 * record's page is called does not count.
 * @param slots how many slots the postings name
 * @param size how many records there are
 * @param ignored words that say nothing
 */
export function findTellingTerms({ entries }: Postings, slots: number, size: number, ignored: ReadonlySet<string>): TellingTerms {
  const terms = [...entries.keys()].filter((term) => /^[\p{L}\p{N}]/u.test(term) && !ignored.has(term)).sort();
  const kept = new Uint32Array(slots * mostTerms);
  const tellings = new Float32Array(slots * mostTerms);
  const counts = new Uint8Array(slots);
  /** Where the least telling of a slot's terms stands, once it has as many as are kept. */
  const leasts = new Uint32Array(slots);
  /** Of terms that tell as much the last in the alphabet goes first, whatever the order in which the index was made. */
  const tellsMore = (telling: number, number: number, position: number): boolean => {
    const other = tellings[position] ?? 0;
    return telling > other || (telling === other && number < (kept[position] ?? 0));
  };
  const findLeast = (slot: number): number => {
    let least = slot * mostTerms;
    for (let position = least + 1; position < (slot + 1) * mostTerms; position += 1)
      if (tellsMore(tellings[least] ?? 0, kept[least] ?? 0, position)) least = position;
    return least;
  };
  const holdersOf = terms.map((term) => entries.get(term) ?? noEntries);
  // The rarest first: they tell most, so that few are put in the place of others.
  const rarestFirst = [...terms.keys()].sort((a, b) => (holdersOf[a]?.length ?? 0) - (holdersOf[b]?.length ?? 0));
  for (const number of rarestFirst) {
    const holders = holdersOf[number] ?? noEntries;
    const rarity = Math.log(1 + size / holders.length);
    for (const entry of holders) {
      if (onlyContext(fieldsOf(entry))) continue;
      const slot = slotOf(entry);
      const telling = Math.fround(rarity * impactOf(entry));
      const count = counts[slot] ?? 0;
      let position = slot * mostTerms + count;
      if (count === mostTerms) {
        position = leasts[slot] ?? 0;
        if (!tellsMore(telling, number, position)) continue;
      } else counts[slot] = count + 1;
      kept[position] = number;
      tellings[position] = telling;
      if (counts[slot] === mostTerms) leasts[slot] = findLeast(slot);
    }
  }
  return {
    eachOf: (slot, found) => {
      const start = slot * mostTerms;
      for (let position = start; position < start + (counts[slot] ?? 0); position += 1)
        found(kept[position] ?? 0, tellings[position] ?? 0);
    },
    termOf: (term) => terms[term] ?? "",
  };
}
