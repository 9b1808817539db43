import SearchableMap from "minisearch/SearchableMap";

/** The terms of an index, with the number of records that hold each. */
export interface Lexicon {
  readonly size: number;
  /** Number of records that hold a term; 0 for an unknown one. */
  readonly frequency: (term: string) => number;
  /** Terms that start with this, the most frequent first. */
  readonly startingWith: (prefix: string, limit: number) => readonly string[];
  /** Terms at the smallest distance at which there are any, the most frequent first, with that distance. */
  readonly similarTo: (
    term: string,
    maxDistance: number,
    limit: number,
  ) => { readonly distance: number; readonly terms: readonly string[] };
}

const hasDigitOrMark = /[~\d]/;

/** @param documents the terms of each record */
export function createLexicon(documents: Iterable<readonly string[]>): Lexicon {
  const counts = new Map<string, number>();
  let size = 0;
  for (const terms of documents) {
    size += 1;
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const tree = new SearchableMap<number>();
  for (const [term, count] of counts) if (!hasDigitOrMark.test(term)) tree.set(term, count);
  const byFrequency = (a: readonly [string, number], b: readonly [string, number]): number => b[1] - a[1];
  return {
    size,
    frequency: (term) => counts.get(term) ?? 0,
    startingWith: (prefix, limit) =>
      [...tree.atPrefix(prefix).entries()]
        .sort(byFrequency)
        .slice(0, limit)
        .map(([term]) => term),
    similarTo: (term, maxDistance, limit) => {
      const found = [...tree.fuzzyGet(term, maxDistance)].map(([similar, [count, distance]]) => ({ similar, count, distance }));
      const distance = Math.min(...found.map((candidate) => candidate.distance));
      const terms = found
        .filter((candidate) => candidate.distance === distance)
        .sort((a, b) => b.count - a.count)
        .slice(0, limit)
        .map(({ similar }) => similar);
      return { distance, terms };
    },
  };
}
