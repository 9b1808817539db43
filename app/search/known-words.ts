import { slipsBetween, soundOf } from "./slips.ts";

/** A word that stands in texts or in the vocabulary, with its stem. */
export type KnownWord = readonly [word: string, stem: string];

/** A word that may have been meant. */
export interface Nearby {
  readonly stem: string;
  /** In how many letters it differs from what was typed. */
  readonly slips: number;
  readonly soundsAlike: boolean;
}

/** Words by which a beginning is completed and a slip is found. Never changed once made. */
export interface KnownWords {
  readonly has: (word: string) => boolean;
  /** Stems of the words that start with this. */
  readonly startingWith: (beginning: string) => Iterable<string>;
  /** Words that differ from this one in so many letters at most. */
  readonly near: (word: string, mostSlips: number) => readonly Nearby[];
  /** These words and more. */
  readonly and: (words: Iterable<KnownWord>) => KnownWords;
}

/** One bit for each letter that a word holds; words that differ in n letters differ in 2n bits at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

interface Table {
  readonly stems: ReadonlyMap<string, string>;
  readonly sorted: readonly string[];
  /** Words of one length, with their letters. */
  readonly byLength: ReadonlyMap<number, { readonly words: readonly string[]; readonly letters: Uint32Array }>;
}

function tableOf(words: Iterable<KnownWord>): Table {
  const stems = new Map([...words].filter(([word]) => /^\p{L}+$/u.test(word)));
  const sorted = [...stems.keys()].sort();
  const lengths = new Map<number, string[]>();
  for (const word of sorted) {
    const same = lengths.get(word.length);
    if (same) same.push(word);
    else lengths.set(word.length, [word]);
  }
  const byLength = new Map(
    [...lengths].map(([length, same]) => [length, { words: same, letters: Uint32Array.from(same, lettersOf) }]),
  );
  return { stems, sorted, byLength };
}

function firstFrom(sorted: readonly string[], beginning: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* completions({ sorted, stems }: Table, beginning: string): Generator<string> {
  for (let index = firstFrom(sorted, beginning); index < sorted.length; index += 1) {
    const word = sorted[index] ?? "";
    if (!word.startsWith(beginning)) return;
    yield stems.get(word) ?? word;
  }
}

function nearIn({ byLength, stems }: Table, word: string, mostSlips: number): Nearby[] {
  const found: Nearby[] = [];
  const letters = lettersOf(word);
  const sound = soundOf(word);
  for (let length = word.length - mostSlips; length <= word.length + mostSlips; length += 1) {
    const same = byLength.get(length);
    if (!same) continue;
    for (let index = 0; index < same.letters.length; index += 1) {
      if (countBits((same.letters[index] ?? 0) ^ letters) > 2 * mostSlips) continue;
      const candidate = same.words[index] ?? "";
      const slips = slipsBetween(word, candidate, mostSlips);
      if (slips > mostSlips) continue;
      found.push({ stem: stems.get(candidate) ?? candidate, slips, soundsAlike: soundOf(candidate) === sound });
    }
  }
  return found;
}

/** After so many additions the tables are made one, so that looking up stays quick. */
const mostTables = 6;

function fromTables(tables: readonly Table[]): KnownWords {
  const has = (word: string): boolean => tables.some(({ stems }) => stems.has(word));
  return {
    has,
    startingWith: function* (beginning) {
      for (const table of tables) yield* completions(table, beginning);
    },
    near: (word, mostSlips) => tables.flatMap((table) => nearIn(table, word, mostSlips)),
    and: (words) => {
      const fresh = [...words].filter(([word]) => !has(word));
      if (fresh.length === 0) return fromTables(tables);
      if (tables.length < mostTables) return fromTables([...tables, tableOf(fresh)]);
      return fromTables([tableOf([...tables.flatMap(({ stems }) => [...stems]), ...fresh])]);
    },
  };
}

export function createKnownWords(words: Iterable<KnownWord>): KnownWords {
  return fromTables([tableOf(words)]);
}
