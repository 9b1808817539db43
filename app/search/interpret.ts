import { articleNumbers, articleTerm, namesArticle } from "./articles.ts";
import type { Lexicon } from "./lexicon.ts";
import { onLatinLayout, onRussianLayout, russianReadings } from "./repair.ts";
import { stemsOf, type Stems } from "./stems.ts";
import { rootTerm } from "./terms.ts";
import type { PhraseBook } from "./vocabulary.ts";
import { cleanText, wordsOf } from "./words.ts";

/** Terms that have to stand in a record together, and how much they are worth compared with the word itself (1). */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** A word of a query with the terms of the index by which it is found. */
export interface QueryWord {
  readonly form: string;
  readonly alternatives: readonly Alternative[];
  /** How sure it is that the index knows this word: 1 as it stands, 0 not at all. */
  readonly known: number;
}

/** What a query may mean in the index of one language. */
export interface Interpretation {
  readonly language: string;
  readonly words: readonly QueryWord[];
  /** Mean of the words' `known`. */
  readonly known: number;
  /** The text that was read instead of the one typed. */
  readonly repaired?: string;
}

/** What queries in one language are read with. */
export interface LanguageTools {
  readonly language: string;
  readonly lexicon: Lexicon;
  readonly phrases: PhraseBook;
  /** Words that say nothing about what is sought, of all languages, folded. */
  readonly ignored: ReadonlySet<string>;
}

const longestQuery = 300;
const mostWords = 16;
const weights = { root: 0.55, synonym: 0.75, prefix: 0.8, similar: 0.8, farSimilar: 0.6 } as const;

/** A query's text without what is not seen, and cut to a length that a question may have. */
export function cleanQuery(text: string): string {
  return cleanText(text.slice(0, longestQuery * 4).replaceAll(/\s+/g, " "))
    .trim()
    .slice(0, longestQuery);
}

function resolveNumber(form: string, isArticle: boolean, { lexicon }: LanguageTools): QueryWord {
  const alternatives = [
    { terms: [articleTerm(form)], weight: isArticle ? 1.5 : 1 },
    { terms: [form], weight: isArticle ? 0.5 : 0.8 },
  ].filter(({ terms }) => terms.every((term) => lexicon.frequency(term) > 0));
  return { form, alternatives, known: alternatives.length > 0 ? 1 : 0 };
}

/** The terms by which a stem is found: itself, what means the same, and words of the same root. */
function alternativesOf({ stem, noun, root }: Stems, phrases: readonly (readonly string[])[], { lexicon }: LanguageTools) {
  const knows = (term: string): boolean => lexicon.frequency(term) > 0;
  const exact = [...new Set([stem, noun])].filter(knows).map((term) => ({ terms: [term], weight: 1 }));
  const synonyms = phrases.filter((terms) => terms.every(knows)).map((terms) => ({ terms, weight: weights.synonym }));
  const roots = [...new Set([rootTerm(root), rootTerm(stem), root])]
    .filter((term) => term !== stem && term !== noun && knows(term))
    .map((term) => ({ terms: [term], weight: weights.root }));
  return { exact, synonyms, roots };
}

/** The terms of words that a word may have been meant for. */
function guesses(stems: readonly string[], weight: number, tools: LanguageTools): readonly Alternative[] {
  return stems.flatMap((stem) => {
    const [phrases = []] = tools.phrases.alternatives([stem], tools.language);
    const { exact, synonyms } = alternativesOf({ stem, noun: stem, root: stem }, phrases, tools);
    return [...exact, ...synonyms].map((alternative) => ({ terms: alternative.terms, weight: alternative.weight * weight }));
  });
}

/** Each set of terms once, with the greatest weight it has. */
function distinct(alternatives: readonly Alternative[]): readonly Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const phrase = alternative.terms.join(" ");
    if (alternative.weight > (best.get(phrase)?.weight ?? 0)) best.set(phrase, alternative);
  }
  return [...best.values()];
}

function resolveWord(form: string, phrases: readonly (readonly string[])[], tools: LanguageTools): QueryWord {
  const { exact, synonyms, roots } = alternativesOf(stemsOf(form), phrases, tools);
  const sure = [...exact, ...synonyms];
  if (sure.length > 0) return { form, alternatives: distinct([...sure, ...roots]), known: exact.length > 0 ? 1 : 0.9 };
  const begun = form.length >= 4 ? guesses(tools.lexicon.startingWith(form, 8), weights.prefix, tools) : [];
  if (begun.length > 0) return { form, alternatives: distinct([...begun, ...roots]), known: 0.8 };
  if (form.length < 6 || !/^\p{L}+$/u.test(form)) return { form, alternatives: roots, known: roots.length > 0 ? 0.8 : 0 };
  const { distance, stems } = tools.lexicon.similarTo(form, form.length >= 8 ? 2 : 1, 4);
  const near = distance === 1;
  const similar = guesses(stems, near ? weights.similar : weights.farSimilar, tools);
  const known = roots.length > 0 ? 0.8 : similar.length > 0 ? (near ? 0.5 : 0.3) : 0;
  return { form, alternatives: distinct([...similar, ...roots]), known };
}

/** Reads a cleaned text with the index of one language. */
export function interpretIn(text: string, tools: LanguageTools, repaired?: string): Interpretation {
  const all = wordsOf(text);
  const articles = articleNumbers(all);
  const stems = all.map(({ form }) => stemsOf(form).stem);
  const phrases = tools.phrases.alternatives(stems, tools.language);
  const candidates = all.map(({ form }, index) => ({ form, index }));
  const telling = candidates.filter(
    ({ form, index }) => articles.has(index) || (!tools.ignored.has(form) && !(articles.size > 0 && namesArticle(form))),
  );
  const chosen = (telling.length > 0 ? telling : candidates).slice(0, mostWords);
  const words = chosen.map(({ form, index }) =>
    /^\d/.test(form) ? resolveNumber(form, articles.has(index), tools) : resolveWord(form, phrases[index] ?? [], tools),
  );
  const known = words.length > 0 ? words.reduce((sum, word) => sum + word.known, 0) / words.length : 0;
  return { language: tools.language, words, known, ...(repaired === undefined ? {} : { repaired }) };
}

/** The text with each Latin word that the index does not know read as a Russian one. */
function transliterated(text: string, tools: LanguageTools): string {
  return wordsOf(text)
    .map(({ form }) => {
      if (!/[a-z]/.test(form) || resolveWord(form, [], tools).known >= 0.8) return form;
      const readings = russianReadings(form);
      const known = (reading: string): number => tools.lexicon.frequency(stemsOf(reading).stem);
      const best = readings.reduce((a, b) => (known(b) > known(a) ? b : a));
      return best;
    })
    .join(" ");
}

/** The text with each of its words as if typed on the other layout. A dot or comma may be the letter ю or б, or a real one. */
function retyped(text: string, tools: LanguageTools): string {
  const known = (candidate: string): number => interpretIn(candidate, tools).known;
  return text
    .split(" ")
    .map((chunk) => {
      if (!/\p{L}/u.test(chunk)) return chunk;
      const retype = /[а-яё]/i.test(chunk) ? onLatinLayout : onRussianLayout;
      const whole = retype(chunk);
      const bare = retype(chunk.replace(/[.,;:!?"']+$/, ""));
      return whole !== bare && known(bare) >= known(whole) ? bare : whole;
    })
    .join(" ");
}

/** Languages of the site that are written in Cyrillic letters. */
const cyrillicLanguages = ["ru", "uk", "be", "kk", "ky"];
/** A text knows a few foreign words too; that does not make it the best place to look for a foreign question. */
const foreignKnown = 0.9;
const sure = 0.95;
const poor = 0.6;
/** How much better another reading must be before it is preferred to the one typed. */
const margin = { otherLanguage: 0.05, repaired: 0.25 } as const;

/** Whether a query is written in other letters than the language of the index, and not just a name in such letters. */
function isForeign({ words, language }: Interpretation): boolean {
  const letters = cyrillicLanguages.includes(language) ? /[а-я]/ : /[a-z]/;
  return words.length > 1 && words.every(({ form }) => !letters.test(form));
}

/** The reading that the indexes know best, the reader's language first. */
function bestIn(readings: readonly (() => Interpretation)[]): Interpretation | undefined {
  let best: Interpretation | undefined;
  for (const read of readings) {
    if (best && best.known >= sure) break;
    const found = read();
    const reading = isForeign(found) ? { ...found, known: found.known * foreignKnown } : found;
    if (!best || reading.known > best.known + margin.otherLanguage) best = reading;
  }
  return best;
}

/**
 * Decides what a query means: in which language's index it is sought, and whether it was typed in Latin letters or on the wrong layout.
 * @param tools the reader's language first
 */
export function interpret(text: string, tools: readonly LanguageTools[], asTyped: boolean): Interpretation | undefined {
  const plain = bestIn(tools.map((language) => () => interpretIn(text, language)));
  if (!plain || asTyped || plain.known >= poor || plain.words.length === 0) return plain;
  const repairs = bestIn(
    tools.flatMap((language) =>
      [transliterated, retyped].map((repair) => () => {
        const repaired = cleanQuery(repair(text, language));
        return interpretIn(repaired, language, repaired);
      }),
    ),
  );
  return repairs && repairs.known >= plain.known + margin.repaired ? repairs : plain;
}
