import type { Shard } from "./corpus.ts";
import { impactOf, noEntries, slotOf } from "./postings.ts";

// The numbers below were found by trying others on one half of the judged queries (`isKeptAside` in tests/search/judged.ts).

/** Of so many of the best records it is asked what they have in common. */
const bestCount = 8;
/** So many terms say it. */
const commonCount = 30;
/** How much more a record is worth that holds them all. */
const commonWorth = 3;

/** The terms that tell most about the best records, a record's share growing with the square of its score. The values add up to 1. */
function commonTerms(
  best: readonly number[],
  scores: Float32Array,
  { tellingTerms }: Shard,
): readonly (readonly [term: string, share: number])[] {
  const sums = new Map<number, number>();
  for (const slot of best) {
    const share = (scores[slot] ?? 0) ** 2;
    tellingTerms.eachOf(slot, (term, telling) => {
      sums.set(term, (sums.get(term) ?? 0) + share * telling);
    });
  }
  const common = [...sums].sort(([a, one], [b, other]) => other - one || a - b).slice(0, commonCount);
  const total = common.reduce((sum, [, value]) => sum + value, 0);
  return common.map(([term, value]) => [tellingTerms.termOf(term), value / total]);
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
