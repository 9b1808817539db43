/** How the syllables of a language are counted, and how much its sentences and words weigh. */
interface Formula {
  /** Weight of the words in a sentence. */
  readonly sentence: number;
  /** Weight of the syllables in a word. */
  readonly word: number;
  syllables(word: string): number;
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** In Russian every vowel is a syllable. */
function russianSyllables(word: string): number {
  return Math.max(1, countOf(/[аеёиоуыэюяaeiouy]/giu, word));
}

/** In English groups of vowels are counted, without a silent e at the end: an estimate, right for about nine words of ten. */
function englishSyllables(word: string): number {
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0));
  return Math.max(1, countOf(/[aeiouyáéíóúàèìòùäöüâêîôûãõ]+/gu, spoken));
}

/**
 * Reading ease is 206.835 − a × words in a sentence − b × syllables in a word; 100 is very easy, 0 very hard.
 * English: a = 1.015, b = 84.6. R. Flesch, “A new readability yardstick”, Journal of Applied Psychology 32 (1948).
 * Russian: a = 1.3, b = 60.1. И. В. Оборнева, «Автоматизированная оценка сложности учебных текстов на основе статистических
 * параметров», Москва, 2006, whose weights allow for Russian's longer words.
 */
const formulas: Readonly<Record<string, Formula>> = {
  ru: { sentence: 1.3, word: 60.1, syllables: russianSyllables },
  en: { sentence: 1.015, word: 84.6, syllables: englishSyllables },
};

/** Points before which a sentence does not end. */
const abbreviations =
  /(?<![\p{L}])(?:ст|ч|п|пп|ул|пр|д|г|гг|тыс|руб|см|напр|им|т|е|No|no|Art|Arts|para|St|Ave|Mr|Mrs|Dr|vs|v|e\.g|i\.e)\.(?=\s)/giu;

function sentencesOf(text: string): readonly string[] {
  return text
    .replaceAll(abbreviations, (abbreviation) => abbreviation.slice(0, -1))
    .split(/(?<=[.!?…:;])\s+/u)
    .filter((sentence) => /\p{L}/u.test(sentence));
}

function wordsOf(pieces: readonly string[]): readonly string[] {
  return pieces.flatMap((piece) => piece.match(/\p{L}+(?:[-’']\p{L}+)*/gu) ?? []);
}

/** How many words pieces of text have; numerals are not words. */
export function countWords(pieces: readonly string[]): number {
  return wordsOf(pieces).length;
}

/**
 * Reading ease of a page's pieces (paragraphs, items, rows), each of which ends a sentence.
 * Undefined without words, and for a language for which no formula is known here.
 */
export function readingEase(pieces: readonly string[], language: string): number | undefined {
  const formula = formulas[language];
  const words = wordsOf(pieces);
  if (!formula || words.length === 0) return undefined;
  const sentences = pieces.flatMap(sentencesOf).length;
  const syllables = words.reduce((sum, word) => sum + formula.syllables(word), 0);
  const ease = 206.835 - formula.sentence * (words.length / sentences) - formula.word * (syllables / words.length);
  return Math.round(ease * 10) / 10;
}
