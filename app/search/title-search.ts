import { onLatinLayout, onRussianLayout, russianReadings } from "./repair.ts";
import { stemsOf } from "./stems.ts";
import type { TitleShard } from "./titles.ts";
import { createPhraseBook } from "./vocabulary.ts";
import { cleanText, wordsOf } from "./words.ts";

/** A title that fits what was typed so far. */
export interface TitleHit {
  /** `kind/id` or `kind/id#anchor`. */
  readonly reference: string;
  readonly title: string;
  /** Heading of the section; empty for the entry itself. */
  readonly heading: string;
}

interface Place extends TitleHit {
  /** By stem or form, how much it counts here. */
  readonly weights: ReadonlyMap<string, number>;
}

const worth = { heading: 3, title: 2, words: 1.5, synonym: 0.7, root: 0.5, begun: 0.8 } as const;
const longestText = 200;
const shortestBeginning = 2;

function weigh(weights: Map<string, number>, text: string, weight: number): void {
  for (const { form } of wordsOf(cleanText(text))) {
    const { stem, noun, root } = stemsOf(form);
    for (const [term, share] of [
      [root, worth.root],
      [noun, 1],
      [stem, 1],
    ] as const)
      weights.set(term, Math.max(weights.get(term) ?? 0, weight * share));
  }
}

function placesOf({ entries }: TitleShard): readonly Place[] {
  return entries.flatMap(([reference, title, words, sections]) => {
    const ofTitle = new Map<string, number>();
    weigh(ofTitle, title, worth.title);
    const head = new Map<string, number>();
    weigh(head, title, worth.heading);
    weigh(head, words, worth.words);
    return [
      { reference, title, heading: "", weights: head },
      ...sections.map(([anchor, heading, own]) => {
        const weights = new Map(ofTitle);
        weigh(weights, own, worth.words);
        weigh(weights, heading, worth.heading);
        return { reference: `${reference}#${anchor}`, title, heading, weights };
      }),
    ];
  });
}

/** One word of what was typed: the terms by which it is found, each with its worth. */
type AskedWord = ReadonlyMap<string, number>;

/** Finds titles for what a reader types, on the reader's own device. The last word may be unfinished. */
export function createTitleSearch(shard: TitleShard): (text: string, most: number) => readonly TitleHit[] {
  const places = placesOf(shard);
  const frequency = new Map<string, number>();
  for (const { weights } of places) for (const term of weights.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const vocabulary = [...frequency.keys()].sort();
  const ignored = new Set(wordsOf(shard.ignored).map(({ form }) => form));
  const meanings = shard.meanings.map(([said, called]) => ({ words: { said }, finds: { called } }));
  const phrases = createPhraseBook(meanings, ignored);

  function termsBeginning(form: string): readonly string[] {
    if (form.length < shortestBeginning) return [];
    return vocabulary.filter((term) => term.startsWith(form));
  }

  function readWords(text: string): readonly AskedWord[] {
    const all = wordsOf(cleanText(text.slice(0, longestText)));
    const stems = all.map(({ form }) => stemsOf(form).stem);
    const alternatives = phrases.alternatives(stems, "called");
    const asked = all.map(({ form, end }, index) => {
      const { stem, noun, root } = stemsOf(form);
      const terms = new Map<string, number>();
      const isLast = index === all.length - 1 && end === text.trimStart().length;
      if (isLast) for (const term of termsBeginning(form)) terms.set(term, worth.begun);
      for (const phrase of alternatives[index] ?? []) for (const term of phrase) terms.set(term, worth.synonym);
      terms.set(root, worth.root).set(noun, 1).set(stem, 1);
      return { form, terms };
    });
    const telling = asked.filter(({ form }) => !ignored.has(form));
    return (telling.length > 0 ? telling : asked).map(({ terms }) => terms);
  }

  const isKnown = (word: AskedWord): boolean => [...word.keys()].some((term) => frequency.has(term));

  /** What was typed, or what it gives on the other layout or in Russian letters, whichever is known best. */
  function understand(text: string): readonly AskedWord[] {
    const inRussian = text.replaceAll(/[a-z']+/gi, (word) => {
      const readings = russianReadings(word.toLowerCase());
      return readings.find((reading) => frequency.has(stemsOf(reading).stem)) ?? readings[0] ?? word;
    });
    const readings = [text, onRussianLayout(text), onLatinLayout(text), inRussian].map(readWords);
    const share = (words: readonly AskedWord[]): number => words.filter(isKnown).length / Math.max(1, words.length);
    return readings.reduce((best, reading) => (share(reading) > share(best) ? reading : best), readings[0] ?? []);
  }

  return (text, most) => {
    const words = understand(text);
    const scored = places.flatMap((place, order) => {
      let score = 0;
      let matched = 0;
      for (const word of words) {
        let best = 0;
        for (const [term, share] of word) {
          const weight = place.weights.get(term);
          if (weight === undefined) continue;
          best = Math.max(best, weight * share * Math.log(1 + places.length / (frequency.get(term) ?? 1)));
        }
        if (best > 0) matched += 1;
        score += best;
      }
      return matched > 0 ? [{ place, order, score, matched }] : [];
    });
    const fullest = Math.max(0, ...scored.map(({ matched }) => matched));
    return scored
      .filter(({ matched }) => matched === fullest)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .slice(0, most)
      .map(({ place: { reference, title, heading } }) => ({ reference, title, heading }));
  };
}
