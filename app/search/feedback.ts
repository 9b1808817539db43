import type { Shard } from "./corpus.ts";
import { impactOf, slotOf, type Entries } from "./postings.ts";

// The numbers below were found by trying others on one half of the judged queries (`isKeptAside` in tests/search/judged.ts).

/** Of so many of the best records it is asked what they have in common. */
const bestCount = 8;
/** So many terms say it. */
const commonCount = 30;
/** How much more a record is worth that holds them all. */
const commonWorth = 3;
/** So many terms of a record are asked about. */
const tellingCount = 60;
/** Terms of so many records at most are remembered. */
const mostRemembered = 2_000;

const noEntries: Entries = new Uint32Array(0);

/** How much a term says about a record: how much the record is about it, and how few others hold it. */
type TellingTerm = readonly [term: string, telling: number];

/** The most telling first; an order that depends on nothing but the terms. */
function mostTelling([a, one]: TellingTerm, [b, other]: TellingTerm): number {
  return other - one || (a < b ? -1 : 1);
}

const remembered = new WeakMap<Shard, Map<number, readonly TellingTerm[]>>();

/** The impact of a slot's entry among entries in the order of their slots. */
function impactIn(entries: Entries, slot: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (slotOf(entries[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low] ?? 0;
  return slotOf(entry) === slot ? impactOf(entry) : 0;
}

function tellingTerms(slot: number, shard: Shard): readonly TellingTerm[] {
  const bySlot = remembered.get(shard) ?? new Map<number, readonly TellingTerm[]>();
  remembered.set(shard, bySlot);
  const known = bySlot.get(slot);
  if (known) return known;
  const record = shard.bySlot[slot];
  if (!record) return [];
  const { name, keywords, text } = shard.documentOf(record);
  const terms = [...new Set([...name, ...keywords, ...text])]
    .filter((term) => /^[\p{L}\p{N}]/u.test(term) && !shard.ignored.has(term))
    .map((term): TellingTerm => {
      const entries = shard.postings.entries.get(term) ?? noEntries;
      return [term, Math.log(1 + shard.lexicon.size / Math.max(1, entries.length)) * impactIn(entries, slot)];
    })
    .sort(mostTelling)
    .slice(0, tellingCount);
  if (bySlot.size >= mostRemembered) bySlot.clear();
  bySlot.set(slot, terms);
  return terms;
}

/** The terms that tell most about the best records, a record's share growing with the square of its score. The values add up to 1. */
function commonTerms(best: readonly number[], scores: Float32Array, shard: Shard): readonly TellingTerm[] {
  const sums = new Map<string, number>();
  for (const slot of best) {
    const share = (scores[slot] ?? 0) ** 2;
    for (const [term, telling] of tellingTerms(slot, shard)) sums.set(term, (sums.get(term) ?? 0) + share * telling);
  }
  const common = [...sums].sort(mostTelling).slice(0, commonCount);
  const total = common.reduce((sum, [, value]) => sum + value, 0);
  return common.map(([term, value]): TellingTerm => [term, value / total]);
}

/**
 * Raises what resembles the best records: they are taken for answers, and words that they have in common for words of the subject that the
 * reader did not think of.
 * @param best slots, the best first; only the first few are used
 * @param common memory by slot, all zero, and zero again afterwards
 */
export function raiseSimilar(
  slots: Uint32Array,
  best: readonly number[],
  scores: Float32Array,
  common: Float32Array,
  shard: Shard,
): void {
  for (const [term, share] of commonTerms(best.slice(0, bestCount), scores, shard)) {
    for (const entry of shard.postings.entries.get(term) ?? noEntries) {
      const slot = slotOf(entry);
      common[slot] = (common[slot] ?? 0) + share * impactOf(entry);
    }
  }
  for (const slot of slots) scores[slot] = (scores[slot] ?? 0) * (1 + commonWorth * (common[slot] ?? 0));
  common.fill(0);
}
