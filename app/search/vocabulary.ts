import { stemsOf } from "./stems.ts";
import { cleanText, wordsOf } from "./words.ts";

/** Words or phrases by language code. */
export type Wording = Readonly<Record<string, readonly string[]>>;

/** Words that stand for each other, or, with `finds`, words that also find others. */
export interface Meaning {
  readonly words: Wording;
  readonly finds?: Wording | undefined;
}

/** Words that readers use for sections whose own text says it differently. */
export interface SectionWords {
  /** `kind/id#anchor`, or `kind/*#anchor` for that section of all entries of a kind. */
  readonly sections: readonly string[];
  readonly words: Wording;
}

/** What editors teach the search: all of it is content. */
export interface Vocabulary {
  readonly meanings: readonly Meaning[];
  readonly sectionWords: readonly SectionWords[];
  /** Whole searches that readers type for sections. */
  readonly searches: readonly SectionWords[];
  /** Words that say nothing about what is sought: и, что, the. */
  readonly ignored: Wording;
}

export const emptyVocabulary: Vocabulary = { meanings: [], sectionWords: [], searches: [], ignored: {} };

/** The words of all languages that say nothing about what is sought, folded. */
export function ignoredForms({ ignored }: Vocabulary): ReadonlySet<string> {
  const words = Object.values(ignored).flat().join(" ");
  return new Set(wordsOf(cleanText(words)).map(({ form }) => form));
}

/** Stems of a phrase, word by word. */
export function stemPhrase(phrase: string): readonly string[] {
  return wordsOf(cleanText(phrase)).map(({ form }) => stemsOf(form).stem);
}

/** Finds the phrases of the vocabulary in a query. */
export interface PhraseBook {
  /** For each position of the stems: phrases (as stems) of a language that say the same as a phrase standing there. */
  readonly alternatives: (stems: readonly string[], language: string) => readonly (readonly (readonly string[])[])[];
}

function allPhrases(wording: Wording): readonly (readonly string[])[] {
  return Object.values(wording)
    .flat()
    .map(stemPhrase)
    .filter((stems) => stems.length > 0);
}

/**
 * Prepares the meanings of a vocabulary for look-up.
 * @param ignored words that say nothing about what is sought, and so need not stand in what is found
 */
export function createPhraseBook(meanings: readonly Meaning[], ignored: ReadonlySet<string>): PhraseBook {
  const tellingStems = (phrase: string): readonly string[] => {
    const words = wordsOf(cleanText(phrase));
    const telling = words.filter(({ form }) => !ignored.has(form));
    return (telling.length > 0 ? telling : words).map(({ form }) => stemsOf(form).stem);
  };
  const byPhrase = new Map<string, Meaning[]>();
  let longest = 0;
  for (const meaning of meanings) {
    for (const stems of allPhrases(meaning.words)) {
      longest = Math.max(longest, stems.length);
      const phrase = stems.join(" ");
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), meaning]);
    }
  }
  return {
    alternatives: (stems, language) => {
      const found = stems.map((): string[][] => []);
      for (let start = 0; start < stems.length; start += 1) {
        for (let length = Math.min(longest, stems.length - start); length > 0; length -= 1) {
          const phrase = stems.slice(start, start + length).join(" ");
          const meaningsHere = byPhrase.get(phrase);
          if (!meaningsHere) continue;
          const others = meaningsHere
            .flatMap(({ words, finds }) => [...(finds?.[language] ?? []), ...(finds ? [] : (words[language] ?? []))])
            .map(tellingStems)
            // «розыск» in «объявили в розыск» would let one word count for its neighbours.
            .filter((other) => !other.every((stem) => stems.includes(stem)));
          for (let position = start; position < start + length; position += 1) {
            for (const other of others) found[position]?.push([...other]);
          }
          break;
        }
      }
      return found;
    },
  };
}

/** The key by which editors name a section of every entry of its kind: countries/*#entry for countries/kz#entry. */
export function keyOfAllEntries(key: string): string {
  return key.replace(/\/[^#]+/, "/*");
}

/** A look-up of what editors have added to a section, in a language; one phrase a line. */
export function createSectionWords(sectionWords: readonly SectionWords[]): (key: string, language: string) => string {
  const bySection = new Map<string, Wording[]>();
  for (const { sections, words } of sectionWords) {
    for (const section of sections) {
      const known = bySection.get(section);
      if (known) known.push(words);
      else bySection.set(section, [words]);
    }
  }
  return (key, language) => {
    const wordings = [...(bySection.get(key) ?? []), ...(bySection.get(keyOfAllEntries(key)) ?? [])];
    return wordings.flatMap((words) => words[language] ?? []).join("\n");
  };
}
