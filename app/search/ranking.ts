import { kindsReadInFull } from "../guidance/schema/entry.ts";
import type { Shard } from "./corpus.ts";
import type { QueryWord } from "./interpret.ts";
import { raiseSimilar } from "./feedback.ts";
import { fieldsOf, impactOf, inBoth, nameBit, noEntries, slotOf, type Entries } from "./postings.ts";
import { isOfFewCountries } from "./places.ts";
import type { SearchRecord } from "./records.ts";

// The numbers below were found by trying others on one half of the judged queries (tests/search/queries.yaml, `isKeptAside`).

/** What a word tells that never names a section, compared with one that does. */
const unnamedTelling = 0.6;
/** How much more a record is worth whose whole name the query says. */
const wholeName = 0.5;
/** A weaker alternative does not show that a name is meant. */
const namingWeight = 0.5;
/** What a country's record is worth that the query does not ask about: if it names no country, and if it names others. */
const unasked = { noneNamed: 0.4, othersNamed: 0.12 } as const;
/** What a record that is not a country's own is worth, such as an organisation, if it is about a country that the query names: one about
 * few countries more than one about many; less if the query names nothing but the country. */
const askedElsewhere = { few: 1.5, many: 0.85, alone: 0.3 } as const;
/** What each further record of the same section in other countries is worth. */
const nextCountry = 0.6;
/** What each further record of the same short entry is worth; of an entry that is read in full, several sections in one list are welcome. */
const nextOfEntry = 0.45;
/** So many of the best are put in an order in which one entry does not stand before all others. */
const spreadRecords = 120;

/** Among at least so many of the best it is looked which are the very best. */
const feedbackRecords = 20;

/** How much each word of a query tells about what is sought: rare words more than frequent ones, words by which sections are called more
 * than others. The values add up to 1. */
export function tellingnessOf(words: readonly QueryWord[], { lexicon, postings }: Shard): readonly number[] {
  const values = words.map(({ alternatives }) => {
    const frequency = Math.max(1, ...alternatives.map(({ terms }) => Math.min(...terms.map((term) => lexicon.frequency(term)))));
    const names = alternatives.some(
      ({ terms, weight }) => weight >= namingWeight && terms.every((term) => postings.naming.has(term)),
    );
    return Math.log(1 + lexicon.size / frequency) * (names ? 1 : unnamedTelling);
  });
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/** The entries of the records that hold all of several terms, with the least impact and the common fields of the terms. */
function commonEntries(terms: readonly string[], { postings }: Shard): Entries {
  const [rarest = noEntries, ...others] = terms
    .map((term) => postings.entries.get(term) ?? noEntries)
    .sort((a, b) => a.length - b.length);
  let common = rarest;
  for (const other of others) common = inBoth(common, other);
  return common;
}

/** Which records hold words of a query, how many of them, and how well. To be read before the same shard is asked again: its memory is used anew. */
export interface Matches {
  /** Slots of all records that hold at least one word. */
  readonly slots: Uint32Array;
  /** By slot: how many words of the query the record holds. */
  readonly matched: Uint8Array;
  /** By slot. */
  readonly scores: Float32Array;
}

/** What a record is worth for the countries it is about, by the number of its list of countries and whether it is a country's own. */
function placeFactors(
  words: readonly QueryWord[],
  { facets }: Shard,
): { readonly own: readonly number[]; readonly other: readonly number[] } {
  const asked = new Set(words.flatMap(({ countries }) => countries));
  const noSubject = words.every(({ countries }) => countries.length > 0);
  const elsewhere = (countries: readonly string[]): number =>
    noSubject ? askedElsewhere.alone : isOfFewCountries(countries) ? askedElsewhere.few : askedElsewhere.many;
  const isAsked = (countries: readonly string[]): boolean => countries.some((country) => asked.has(country));
  return {
    own: facets.country.lists.map((countries) =>
      isAsked(countries) ? 1 : asked.size > 0 ? unasked.othersNamed : unasked.noneNamed,
    ),
    other: facets.country.lists.map((countries) =>
      asked.size === 0 || countries.length === 0 ? 1 : isAsked(countries) ? elsewhere(countries) : unasked.noneNamed,
    ),
  };
}

/** What is counted for every slot while a query is answered. */
interface Tally {
  readonly scores: Float32Array;
  readonly matched: Uint8Array;
  readonly named: Uint8Array;
  /** Of the word that is being looked up; zero before and after it. */
  readonly strengths: Float32Array;
  readonly names: Uint8Array;
  /** Lists of slots. */
  readonly all: Uint32Array;
  readonly ofWord: Uint32Array;
}

const tallies = new WeakMap<Shard, Tally>();

/** The memory in which a shard's queries are counted, one after the other, so that none has to be found and given back for each. */
function cleanTally(shard: Shard): Tally {
  const known = tallies.get(shard);
  if (known) {
    known.scores.fill(0);
    known.matched.fill(0);
    known.named.fill(0);
    return known;
  }
  const size = shard.bySlot.length;
  const tally = {
    scores: new Float32Array(size),
    matched: new Uint8Array(size),
    named: new Uint8Array(size),
    strengths: new Float32Array(size),
    names: new Uint8Array(size),
    all: new Uint32Array(size),
    ofWord: new Uint32Array(size),
  };
  tallies.set(shard, tally);
  return tally;
}

/** Scores every record that holds a word of a query. */
export function matchRecords(words: readonly QueryWord[], shard: Shard): Matches {
  const { scores, matched, named, strengths, names, all, ofWord } = cleanTally(shard);
  const tellingness = tellingnessOf(words, shard);
  let count = 0;
  for (const [position, { alternatives }] of words.entries()) {
    let found = 0;
    for (const { weight, terms } of alternatives) {
      const mayName = weight >= namingWeight;
      for (const entry of commonEntries(terms, shard)) {
        const slot = slotOf(entry);
        const strength = weight * impactOf(entry);
        const before = strengths[slot] ?? 0;
        if (before === 0) {
          ofWord[found] = slot;
          found += 1;
        }
        if (strength > before) strengths[slot] = strength;
        if (mayName && (fieldsOf(entry) & nameBit) !== 0) names[slot] = Math.max(names[slot] ?? 0, terms.length);
      }
    }
    const telling = tellingness[position] ?? 0;
    for (let index = 0; index < found; index += 1) {
      const slot = ofWord[index] ?? 0;
      const held = matched[slot] ?? 0;
      if (held === 0) {
        all[count] = slot;
        count += 1;
      }
      matched[slot] = held + 1;
      scores[slot] = (scores[slot] ?? 0) + telling * (strengths[slot] ?? 0);
      named[slot] = (named[slot] ?? 0) + (names[slot] ?? 0);
      strengths[slot] = 0;
      names[slot] = 0;
    }
  }
  const slots = all.subarray(0, count);
  const factors = placeFactors(words, shard);
  const { country, kind } = shard.facets;
  const ownKind = kind.lists.findIndex(([value]) => value === "countries");
  for (const slot of slots) {
    const places = country.listOf[slot] ?? 0;
    const placed = (kind.listOf[slot] === ownKind ? factors.own : factors.other)[places] ?? 1;
    const said = named[slot] ?? 0;
    const nameShare = said === 0 ? 0 : Math.min(1, said / Math.max(1, shard.nameLengths[slot] ?? 1));
    // Who calls a section by its whole name means it, however little sections of its sort are worth otherwise.
    const usual = shard.worths[slot] ?? 1;
    const itself = nameShare === 1 ? Math.max(1, usual) : usual;
    const worth = placed * itself;
    scores[slot] = (scores[slot] ?? 0) * worth * (1 + wholeName * nameShare);
  }
  const best = sorted(bestAmong(slots, scores, feedbackRecords), (slot) => scores[slot] ?? 0, shard);
  raiseSimilar(slots, best, scores, strengths, shard);
  return { slots, matched, scores };
}

/** The order of two records with the same score: the same in every index of the same records. */
function inOrder(one: SearchRecord, other: SearchRecord): number {
  return one.order - other.order || (one.key < other.key ? -1 : 1);
}

/** All slots, the best first. */
function sorted(slots: Iterable<number>, scoreOf: (slot: number) => number, { bySlot }: Shard): number[] {
  return [...slots].sort((a, b) => {
    const [one, other] = [bySlot[a], bySlot[b]];
    return scoreOf(b) - scoreOf(a) || (one && other ? inOrder(one, other) : 0);
  });
}

const scoreSteps = 1024;

/** The slots among which so many of the best are, and only a few others: scores are counted in steps, not sorted. */
function bestAmong(slots: Uint32Array, scores: Float32Array, most: number): Uint32Array {
  if (slots.length <= most) return slots;
  let highest = 0;
  for (const slot of slots) highest = Math.max(highest, scores[slot] ?? 0);
  const steps = (scoreSteps - 1) / highest;
  const counts = new Uint32Array(scoreSteps);
  for (const slot of slots) {
    const step = Math.trunc((scores[slot] ?? 0) * steps);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let least = scoreSteps;
  let found = 0;
  while (found < most && least > 0) {
    least -= 1;
    found += counts[least] ?? 0;
  }
  const best = new Uint32Array(found);
  let count = 0;
  for (const slot of slots) {
    if (Math.trunc((scores[slot] ?? 0) * steps) < least) continue;
    best[count] = slot;
    count += 1;
  }
  return best;
}

/** Lets others come before the next record of the same short entry, or the same section of the next country that nobody asked about. */
function spread(best: readonly number[], scores: Float32Array, words: readonly QueryWord[], shard: Shard): number[] {
  const asked = new Set(words.flatMap(({ countries }) => countries));
  const seen = new Map<string, number>();
  const spreadScores = new Map<number, number>();
  for (const slot of best) {
    const record = shard.bySlot[slot];
    if (!record) continue;
    const { kind, entry, anchor } = record;
    const elsewhere = kind === "countries" && !asked.has(entry);
    const group = elsewhere ? `#${anchor}` : `${kind}/${entry}`;
    const decay = elsewhere ? nextCountry : kindsReadInFull.includes(kind) ? 1 : nextOfEntry;
    const before = seen.get(group) ?? 0;
    seen.set(group, before + 1);
    spreadScores.set(slot, (scores[slot] ?? 0) * decay ** before);
  }
  return sorted(spreadScores.keys(), (slot) => spreadScores.get(slot) ?? 0, shard);
}

/**
 * The best of the slots, in the order in which readers see their records.
 * @param most how many are wanted
 */
export function bestRecords(
  slots: Uint32Array,
  { scores }: Matches,
  words: readonly QueryWord[],
  shard: Shard,
  most: number,
): readonly SearchRecord[] {
  const scoreOf = (slot: number): number => scores[slot] ?? 0;
  const ordered = sorted(bestAmong(slots, scores, Math.max(spreadRecords, most)), scoreOf, shard);
  const order = [...spread(ordered.slice(0, spreadRecords), scores, words, shard), ...ordered.slice(spreadRecords)];
  return order.slice(0, most).flatMap((slot) => shard.bySlot[slot] ?? []);
}
