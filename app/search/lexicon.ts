import SearchableMap from "minisearch/SearchableMap";

/** The terms of an index, and the words that lead to them. */
export interface Lexicon {
  /** Number of records. */
  readonly size: number;
  readonly terms: () => Iterable<string>;
  /** Number of records that hold a term; 0 for an unknown one. */
  readonly frequency: (term: string) => number;
  /** Stems of the known words that start with this, the most frequent first. */
  readonly startingWith: (beginning: string, limit: number) => readonly string[];
  /** Stems of the known words most like this one, the most frequent first, with the number of letters in which they differ. */
  readonly similarTo: (
    word: string,
    maxDistance: number,
    limit: number,
  ) => { readonly distance: number; readonly stems: readonly string[] };
}

/** All words that differ from a word by two neighbouring letters in the wrong order: one slip of the hand. */
function transpositions(word: string): readonly string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, index) => word.slice(0, index) + word.charAt(index + 1) + word.charAt(index) + word.slice(index + 2),
  );
}

/**
 * @param documents the terms of each record
 * @param words known words, each with its stem
 */
export function createLexicon(
  documents: Iterable<readonly string[]>,
  words: Iterable<readonly [word: string, stem: string]>,
): Lexicon {
  const counts = new Map<string, number>();
  let size = 0;
  for (const terms of documents) {
    size += 1;
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const tree = new SearchableMap<string>();
  for (const [word, stem] of words) if (/^\p{L}+$/u.test(word)) tree.set(word, stem);
  const frequency = (term: string): number => counts.get(term) ?? 0;
  const distinct = (stems: Iterable<string>, limit: number): readonly string[] =>
    [...new Set(stems)].sort((a, b) => frequency(b) - frequency(a)).slice(0, limit);
  return {
    size,
    terms: () => counts.keys(),
    frequency,
    startingWith: (beginning, limit) => distinct(tree.atPrefix(beginning).values(), limit),
    similarTo: (word, maxDistance, limit) => {
      const found = [...tree.fuzzyGet(word, maxDistance)].map(([, [stem, distance]]) => ({ stem, distance }));
      for (const swapped of transpositions(word)) {
        const stem = tree.get(swapped);
        if (stem !== undefined) found.push({ stem, distance: 1 });
      }
      const distance = Math.min(...found.map((candidate) => candidate.distance));
      const nearest = found.filter((candidate) => candidate.distance === distance);
      return {
        distance,
        stems: distinct(
          nearest.map(({ stem }) => stem),
          limit,
        ),
      };
    },
  };
}
