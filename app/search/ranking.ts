import type { SearchDocument, Shard } from "./corpus.ts";
import type { QueryWord } from "./interpret.ts";
import type { SearchKind, SearchRecord } from "./records.ts";

/** A record that an engine has found. */
export interface Candidate {
  readonly record: SearchRecord;
  /** The engine's own score; only its ratio to that of other candidates of the same query counts. */
  readonly score: number;
  /** The fields in which the record holds a term. */
  readonly fieldsOf: (term: string) => readonly string[];
}

export interface Ranked {
  readonly record: SearchRecord;
  readonly score: number;
  /** How many of the query's words the record matches. */
  readonly matched: number;
}

// The numbers below were found by trying others on one half of the judged queries (tests/search/queries.yaml, `isKeptAside`).

/** How much it counts in which field a word is found. */
const fieldStrengths: Readonly<Record<string, number>> = {
  name: 1,
  context: 1,
  keywords: 0.95,
  text: 0.5,
} satisfies Record<keyof SearchDocument, number>;
/** How much the engine's score, the coverage of the query and the share of its words found weigh against each other. */
const exponents = { score: 0.85, coverage: 1.25, matched: 0.5 } as const;
/** What a word tells that never names a section, compared with one that does. */
const unnamedTelling = 0.3;
/** What a record of a country is worth that the query does not name, and each further one with the same section. */
const otherCountry = { first: 0.35, next: 0.6 } as const;
/** What each further record of the same entry is worth. */
const sameEntry = { long: 0.93, short: 0.45 } as const;

/** Kinds whose entries are read in full, so that several of their sections in one list are welcome. */
const longKinds: readonly SearchKind[] = ["countries", "topics"];

/**
 * How much each word of a query tells about what is sought: rare words more than frequent ones, words by which sections are called more
 * than others. The values add up to 1.
 */
export function tellingnessOf(words: readonly QueryWord[], { lexicon, naming }: Shard): readonly number[] {
  const values = words.map(({ alternatives }) => {
    const frequency = Math.max(1, ...alternatives.map(({ terms }) => Math.min(...terms.map((term) => lexicon.frequency(term)))));
    const names = alternatives.some(({ terms, weight }) => weight >= 0.5 && terms.every((term) => naming.has(term)));
    return Math.log(1 + lexicon.size / frequency) * (names ? 1 : unnamedTelling);
  });
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/** How well a word is found in a record: 1 in its name, less in its text or by a weaker alternative, 0 not at all. */
function wordStrength({ alternatives }: QueryWord, fieldsOf: Candidate["fieldsOf"]): number {
  let best = 0;
  for (const { terms, weight } of alternatives) {
    let weakest = Math.min(1, weight);
    for (const term of terms) {
      let strongest = 0;
      for (const field of fieldsOf(term)) strongest = Math.max(strongest, fieldStrengths[field] ?? 0);
      weakest = Math.min(weakest, Math.min(1, weight) * strongest);
    }
    best = Math.max(best, weakest);
  }
  return best;
}

/** Whether a country's record is of a country that the query names; true for all other records. */
function isPlaced({ record, fieldsOf }: Candidate, words: readonly QueryWord[]): boolean {
  if (record.kind !== "countries") return true;
  return words.some(({ alternatives }) =>
    alternatives.some(({ terms }) => terms.every((term) => fieldsOf(term).includes("context"))),
  );
}

function inOrder<T extends Ranked>(ranked: readonly T[]): T[] {
  return ranked.toSorted((a, b) => b.score - a.score || a.record.order - b.record.order);
}

/** Lets others come before the next record of the same short entry, or the same section of the next country that nobody asked about. */
function spread(ranked: readonly (Ranked & { readonly placed: boolean })[]): Ranked[] {
  const seen = new Map<string, number>();
  return inOrder(
    ranked.map(({ record, score, matched, placed }) => {
      const group = placed ? `${record.kind}/${record.entry}` : `${record.kind}#${record.anchor}`;
      const sameGroup = longKinds.includes(record.kind) ? sameEntry.long : sameEntry.short;
      const decay = placed ? sameGroup : otherCountry.next;
      const before = seen.get(group) ?? 0;
      seen.set(group, before + 1);
      return { record, matched, score: score * decay ** before };
    }),
  );
}

/** Puts what an engine has found into the order in which readers see it: by how much of the query a record covers, and where. */
export function rank(candidates: readonly Candidate[], words: readonly QueryWord[], shard: Shard): readonly Ranked[] {
  const tellingness = tellingnessOf(words, shard);
  const ranked = candidates.map((candidate) => {
    const strengths = words.map((word) => wordStrength(word, candidate.fieldsOf));
    const coverage = strengths.reduce((sum, strength, index) => sum + strength * (tellingness[index] ?? 0), 0);
    const matched = strengths.filter((strength) => strength > 0).length;
    const placed = isPlaced(candidate, words);
    return {
      record: candidate.record,
      score:
        candidate.score ** exponents.score *
        coverage ** exponents.coverage *
        (matched / words.length) ** exponents.matched *
        (placed ? 1 : otherCountry.first),
      matched,
      placed,
    };
  });
  return spread(inOrder(ranked));
}
