import { articleNumbers, articleTerm, namesArticle } from "./articles.ts";
import type { Lexicon } from "./lexicon.ts";
import { placeTerm, type PlaceBook } from "./places.ts";
import { onLatinLayout, onRussianLayout, russianReadings } from "./repair.ts";
import { rootOf, stemsOf, type Stems } from "./stems.ts";
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
  /** Codes of the countries that the word names. */
  readonly countries: readonly string[];
}

/** What a query may mean in the index of one language. */
export interface Interpretation {
  readonly language: string;
  readonly words: readonly QueryWord[];
  /** Mean of the `known` of its words. */
  readonly known: number;
  /** The text that was read instead of the one typed. */
  readonly repaired?: string;
}

/** What queries in one language are read with. */
export interface LanguageTools {
  readonly language: string;
  readonly lexicon: Lexicon;
  readonly phrases: PhraseBook;
  readonly places: PlaceBook;
  /** Words that say nothing about what is sought, of all languages, folded. */
  readonly ignored: ReadonlySet<string>;
}

const noCountries: readonly string[] = [];
const noPlace = { countries: noCountries, length: 0 } as const;
const shortestPart = 4;
const longestQuery = 300;
const mostWords = 16;
const mostReadWords = 40;
/** What another term is worth beside the word itself. A place's name is too little to count for what a section is called: in so many names it says only where. */
const weights = { root: 0.6, synonym: 0.65, prefix: 0.8, similar: 0.8, farSimilar: 0.6, placeName: 0.45 } as const;
/** So many words that the index does not know are looked for among similar ones; a text with more of them is no question. */
const mostUnknown = 6;

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
  return { form, alternatives, known: alternatives.length > 0 ? 1 : 0, countries: noCountries };
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

/** A name of countries: their records are meant, and texts that name them. */
function resolvePlace(
  form: string,
  countries: readonly string[],
  name: readonly string[],
  { lexicon }: LanguageTools,
): QueryWord {
  const places = countries.map((country) => ({ terms: [placeTerm(country)], weight: 1 }));
  const named = { terms: name, weight: weights.placeName };
  const alternatives = [...places, named].filter(({ terms }) => terms.every((term) => lexicon.frequency(term) > 0));
  return { form, alternatives, known: 1, countries };
}

/** The words that an unknown word may have been meant for, the likeliest first. */
interface Guess {
  readonly stems: readonly string[];
  /** How much less they are worth than the word itself. */
  readonly weight: number;
  readonly known: number;
}

/** What a word may be that the index does not hold: the beginning of one, or one with a slip. */
function guess(form: string, { lexicon }: LanguageTools): Guess | undefined {
  const begun = form.length >= 4 ? lexicon.startingWith(form, 8) : [];
  if (begun.length > 0) return { stems: begun, weight: weights.prefix, known: 0.8 };
  if (!/^\p{L}+$/u.test(form)) return undefined;
  const { slips, stems } = lexicon.similarTo(form, 4);
  if (stems.length === 0) return undefined;
  return slips <= 1 ? { stems, weight: weights.similar, known: 0.5 } : { stems, weight: weights.farSimilar, known: 0.3 };
}

/** @param phrases what means the same as the likeliest of the guessed words */
function resolveGuess(
  form: string,
  { stems, weight, known }: Guess,
  phrases: readonly (readonly string[])[],
  tools: LanguageTools,
): QueryWord {
  const found = stems.flatMap((stem, index) => {
    const own = index === 0 ? phrases : (tools.phrases.alternatives([stem], tools.language)[0] ?? []);
    const { exact, synonyms, roots } = alternativesOf({ stem, noun: stem, root: rootOf(stem) }, own, tools);
    return [...exact, ...synonyms, ...roots];
  });
  const alternatives = distinct(found.map((alternative) => ({ terms: alternative.terms, weight: alternative.weight * weight })));
  return { form, alternatives, known: alternatives.length > 0 ? known : 0, countries: noCountries };
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

/** A word that the index holds, or a word of the vocabulary. Undefined if it is neither. */
function resolveKnown(form: string, phrases: readonly (readonly string[])[], tools: LanguageTools): QueryWord | undefined {
  const { exact, synonyms, roots } = alternativesOf(stemsOf(form), phrases, tools);
  const sure = [...exact, ...synonyms];
  if (sure.length === 0) return undefined;
  return { form, alternatives: distinct([...sure, ...roots]), known: exact.length > 0 ? 1 : 0.9, countries: noCountries };
}

/** Two known words that were written as one. Undefined if it is not such a word. */
function resolveRunTogether(form: string, tools: LanguageTools): QueryWord | undefined {
  for (let cut = form.length - shortestPart; cut >= shortestPart; cut -= 1) {
    const parts = [form.slice(0, cut), form.slice(cut)].map((part) => stemsOf(part).stem);
    if (!parts.every((stem) => tools.lexicon.frequency(stem) > 0)) continue;
    return { form, alternatives: [{ terms: parts, weight: weights.similar }], known: 0.5, countries: noCountries };
  }
  return undefined;
}

/** A word of which only others of the same root are known. */
function resolveRoot(form: string, tools: LanguageTools): QueryWord {
  const { roots } = alternativesOf(stemsOf(form), [], tools);
  return { form, alternatives: roots, known: roots.length > 0 ? 0.8 : 0, countries: noCountries };
}

/** A word that the index does not hold. */
function resolveUnknown(
  form: string,
  guessed: Guess | undefined,
  phrases: readonly (readonly string[])[],
  tools: LanguageTools,
): QueryWord {
  const byRoot = resolveRoot(form, tools);
  const meant = guessed && resolveGuess(form, guessed, phrases, tools);
  // «заранника» has the root of «заранее» and is загранника with a slip.
  if (meant && byRoot.known > 0)
    return {
      ...meant,
      alternatives: distinct([...meant.alternatives, ...byRoot.alternatives]),
      known: Math.max(meant.known, byRoot.known),
    };
  if (byRoot.known > 0) return byRoot;
  if (meant && meant.known >= 0.5) return meant;
  return resolveRunTogether(form, tools) ?? meant ?? byRoot;
}

/** How well the words are known. A number is the same in every language and on every layout, so it tells nothing if there are words too. */
function meanKnown(words: readonly QueryWord[]): number {
  const letters = words.filter(({ form }) => /\p{L}/u.test(form));
  const counted = letters.length > 0 ? letters : words;
  return counted.length > 0 ? counted.reduce((sum, { known }) => sum + known, 0) / counted.length : 0;
}

/** Reads a cleaned text with the index of one language. */
export function interpretIn(text: string, tools: LanguageTools, repaired?: string): Interpretation {
  const all = wordsOf(text).slice(0, mostReadWords);
  const articles = articleNumbers(all);
  const saysNothing = (form: string, index: number): boolean =>
    !articles.has(index) && (tools.ignored.has(form) || (articles.size > 0 && namesArticle(all, index)));
  const typed = all.map(({ form }) => stemsOf(form).stem);
  const typedPhrases = tools.phrases.alternatives(typed, tools.language);
  const known = all.map(({ form }, index) => resolveKnown(form, typedPhrases[index] ?? [], tools));
  let guessesLeft = mostUnknown;
  const guesses = all.map(({ form }, index) => {
    if (known[index] || /^\d/.test(form) || saysNothing(form, index) || guessesLeft === 0) return undefined;
    guessesLeft -= 1;
    return guess(form, tools);
  });
  // Slips are mended first, so that phrases of the vocabulary are found in spite of them.
  const stems = typed.map((stem, index) => guesses[index]?.stems[0] ?? stem);
  const phrases = guesses.some((one) => one) ? tools.phrases.alternatives(stems, tools.language) : typedPhrases;
  /** A word with a slip may name a country even if another word is the likelier guess: «армния» is Армения beside армия. */
  const placeAt = (index: number): ReturnType<PlaceBook["at"]> => {
    const readings = [stems, ...(guesses[index]?.stems ?? []).slice(1).map((stem) => stems.with(index, stem))];
    const places = readings.map((reading) => tools.places.at(reading, index));
    return places.find(({ countries }) => countries.length > 0) ?? noPlace;
  };
  const telling = [...all.keys()].filter((index) => !saysNothing(all[index]?.form ?? "", index));
  const words: QueryWord[] = [];
  const seen = new Set<string>();
  let placedUpTo = 0;
  for (const index of telling.length > 0 ? telling : all.keys()) {
    const form = all[index]?.form ?? "";
    // The further words of «Новая Зеландия» name the same country once more.
    if (index < placedUpTo || seen.has(form) || words.length === mostWords) continue;
    seen.add(form);
    const { countries, length } = placeAt(index);
    if (/^\d/.test(form)) words.push(resolveNumber(form, articles.has(index), tools));
    else if (countries.length > 0) {
      placedUpTo = index + length;
      words.push(resolvePlace(form, countries, stems.slice(index, index + length), tools));
    } else {
      const sure = known[index] && resolveKnown(form, phrases[index] ?? [], tools);
      words.push(sure ?? resolveUnknown(form, guesses[index], phrases[index] ?? [], tools));
    }
  }
  return { language: tools.language, words, known: meanKnown(words), ...(repaired === undefined ? {} : { repaired }) };
}

/** How sure it is that the index knows a word, without looking for slips in it. */
function knownAsItStands(form: string, tools: LanguageTools): number {
  const stems = stemsOf(form);
  const inIndex = [stems.stem, stems.noun].some((term) => tools.lexicon.frequency(term) > 0);
  if (inIndex || tools.ignored.has(form) || tools.places.at([stems.stem], 0).length > 0) return 1;
  const [phrases = []] = tools.phrases.alternatives([stems.stem], tools.language);
  return resolveKnown(form, phrases, tools)?.known ?? 0;
}

/** The text with each Latin word that the index does not know read as a Russian one. */
function transliterated(text: string, tools: LanguageTools): string {
  return wordsOf(text)
    .map(({ form }) => {
      if (!/[a-z]/.test(form) || knownAsItStands(form, tools) > 0) return form;
      const known = (reading: string): number => tools.lexicon.frequency(stemsOf(reading).stem) + knownAsItStands(reading, tools);
      let best = { reading: form, known: -1 };
      for (const reading of russianReadings(form)) {
        const value = known(reading);
        if (value > best.known) best = { reading, known: value };
      }
      return best.reading;
    })
    .join(" ");
}

/** Mean of how well the words of a text are known as they stand. */
function knownShare(text: string, tools: LanguageTools): number {
  const words = wordsOf(text);
  return words.reduce((sum, { form }) => sum + knownAsItStands(form, tools), 0) / Math.max(1, words.length);
}

/** The text with its unknown words as if typed on the other layout. A dot or comma at the end may be the letter ю or б, or a real one. */
function retyped(text: string, tools: LanguageTools): string {
  return text
    .split(" ")
    .map((chunk) => {
      if (!/\p{L}/u.test(chunk)) return chunk;
      const retype = /[а-яё]/i.test(chunk) ? onLatinLayout : onRussianLayout;
      const whole = retype(chunk);
      const bare = retype(chunk.replace(/[.,:!?"]+$/, ""));
      const best = whole !== bare && knownShare(bare, tools) >= knownShare(whole, tools) ? bare : whole;
      return chunk.length > 2 && knownShare(chunk, tools) > knownShare(best, tools) ? chunk : best;
    })
    .join(" ");
}

/** Languages of the site that are written in Cyrillic letters. */
const cyrillicLanguages = ["ru", "uk", "be", "kk", "ky"];
/** A text knows a few foreign words too; that does not make it the best place to look for a foreign question. */
const foreignKnown = 0.9;
/** How much less a text is believed that looks as if typed on the other layout. */
const typedElsewhere = 0.6;
const sure = 0.95;
const poor = 0.6;
/** A reading of which fewer words are known than this share of the best one's is not looked into. */
const likelyRepair = 0.6;
/** How many words are known at most of what was typed, and at least of its repair, for it to be evident. */
const evident = { typed: 0.3, repaired: 0.8 } as const;
/** How much better another reading must be before it is preferred to the one typed. */
const margin = { otherLanguage: 0.05, repaired: 0.25 } as const;

/** Whether a query is written in other letters than the language of the index, and not just a name in such letters. */
function isForeign({ words, language }: Interpretation): boolean {
  const letters = cyrillicLanguages.includes(language) ? /[а-я]/ : /[a-z]/;
  return words.length > 1 && words.every(({ form }) => !letters.test(form));
}

interface Repair {
  readonly repaired: string;
  readonly language: LanguageTools;
  /** How many of its words are known as they stand. */
  readonly share: number;
}

/** Readings of a text as if typed in Latin letters or on the other layout, those first of which most words are known as they stand. */
function repairsOf(text: string, tools: readonly LanguageTools[]): readonly Repair[] {
  return tools
    .flatMap((language) =>
      [transliterated, retyped].map((repair) => {
        const repaired = cleanQuery(repair(text, language));
        return { repaired, language, share: knownShare(repaired, language) };
      }),
    )
    .filter(({ repaired }) => repaired !== text)
    .sort((a, b) => b.share - a.share);
}

/** The repairs that may be meant. To look for slips in all the others would take long. */
function likelyAmong(repairs: readonly Repair[]): readonly Repair[] {
  const most = repairs[0]?.share ?? 0;
  return repairs.filter(({ share }) => share >= most * likelyRepair);
}

/** A key that is a letter on the other layout, between letters: e,t;bot. */
const keyInsideWord = /[a-z][,;[\]][a-z]/i;

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
  const looksDamaged = !asTyped && tools.every((language) => knownShare(text, language) <= evident.typed);
  const early = looksDamaged ? repairsOf(text, tools) : undefined;
  const [first] = early ?? [];
  // Nearly all words are known by this reading and nearly none as it stands: no slip need be looked for in what was typed.
  if (first && first.share >= evident.repaired) return interpretIn(first.repaired, first.language, first.repaired);
  const asItStands = bestIn(tools.map((language) => () => interpretIn(text, language)));
  const plain = asItStands && keyInsideWord.test(text) ? { ...asItStands, known: asItStands.known * typedElsewhere } : asItStands;
  if (!plain || asTyped || plain.known >= poor || plain.words.length === 0) return plain;
  const repairs = bestIn(
    likelyAmong(early ?? repairsOf(text, tools)).map(
      ({ repaired, language }) =>
        () =>
          interpretIn(repaired, language, repaired),
    ),
  );
  return repairs && repairs.known >= plain.known + margin.repaired ? repairs : plain;
}
