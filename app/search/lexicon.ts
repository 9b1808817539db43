import type { KnownWords } from "./known-words.ts";
import type { Postings } from "./postings.ts";

/** The terms of an index, and the words that lead to them. */
export interface Lexicon {
  /** Number of records. */
  readonly size: number;
  readonly terms: () => Iterable<string>;
  /** Number of records that hold a term; 0 for an unknown one. */
  readonly frequency: (term: string) => number;
  /** Stems of the known words that start with this, the most frequent first. */
  readonly startingWith: (beginning: string, limit: number) => readonly string[];
  /** Stems of the words that are most likely meant, the likeliest first, and in how many letters they differ from what was typed. */
  readonly similarTo: (word: string, limit: number) => { readonly slips: number; readonly stems: readonly string[] };
}

/** How many slips are looked for in a word of this length. */
function mostSlips({ length }: string): number {
  return length >= 6 ? 2 : length >= 4 ? 1 : 0;
}

/** In shorter words a second slip is believed only if the word was written by ear. */
const longWord = 8;
/** What a word written by ear lacks, counted in slips. */
const byEar = 0.5;

/** @param size number of records */
export function createLexicon(size: number, { entries }: Postings, words: KnownWords): Lexicon {
  const frequency = (term: string): number => entries.get(term)?.length ?? 0;
  const mostFrequent = (stems: Iterable<string>, limit: number): readonly string[] =>
    [...new Set(stems)].sort((a, b) => frequency(b) - frequency(a)).slice(0, limit);
  return {
    size,
    terms: () => entries.keys(),
    frequency,
    startingWith: (beginning, limit) => mostFrequent(words.startingWith(beginning), limit),
    similarTo: (word, limit) => {
      const believed = words
        .near(word, mostSlips(word))
        .filter(({ slips, soundsAlike }) => slips < 2 || soundsAlike || word.length >= longWord)
        .map(({ stem, slips, soundsAlike }) => ({ stem, slips, cost: soundsAlike ? Math.min(slips, 1) * byEar : slips }));
      const least = Math.min(...believed.map(({ cost }) => cost));
      const best = believed.filter(({ cost }) => cost === least);
      return {
        slips: Math.max(0, ...best.map(({ slips }) => slips)),
        stems: mostFrequent(
          best.map(({ stem }) => stem),
          limit,
        ),
      };
    },
  };
}
