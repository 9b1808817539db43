import type { SearchRecord } from "./records.ts";
import { stemPhrase, type Meaning } from "./vocabulary.ts";

/** The term under which records of a country are found. No word of a text can be mistaken for it. */
export function placeTerm(country: string): string {
  return `@${country}`;
}

/** A record of more countries than this is about none of them in particular. */
const fewCountries = 4;

export function isOfFewCountries(countries: readonly string[]): boolean {
  return countries.length <= fewCountries;
}

/** Finds the countries that a query names: by their names, or by cities and offices that editors have given them. */
export interface PlaceBook {
  /** For each position of the stems at which a name of a country begins: the countries it may mean, and how many words it has. */
  readonly at: (stems: readonly string[], position: number) => { readonly countries: readonly string[]; readonly length: number };
}

/** What the country pages are called in every language, as stems, and their codes. */
export function placesOf(records: readonly SearchRecord[]): ReadonlyMap<string, string> {
  const heads = records.filter(({ kind, anchor }) => kind === "countries" && anchor === "");
  return new Map(heads.map(({ title, entry }) => [stemPhrase(title).join(" "), entry]));
}

/** @param names what the country pages are called, and their codes */
export function createPlaceBook(meanings: readonly Meaning[], names: ReadonlyMap<string, string>): PlaceBook {
  const byPhrase = new Map<string, Set<string>>();
  let longest = 0;
  const add = (phrase: string, country: string): void => {
    const known = byPhrase.get(phrase) ?? new Set();
    byPhrase.set(phrase, known.add(country));
    longest = Math.max(longest, phrase.split(" ").length);
  };
  for (const [phrase, country] of names) add(phrase, country);
  for (const { words, finds } of meanings) {
    const phrasesOf = (wording: Meaning["words"]): string[] =>
      Object.values(wording)
        .flat()
        .map((phrase) => stemPhrase(phrase).join(" "));
    const own = phrasesOf(words);
    for (const phrase of finds ? phrasesOf(finds) : own) {
      const country = names.get(phrase);
      if (country !== undefined) for (const other of own) add(other, country);
    }
  }
  return {
    at: (stems, position) => {
      for (let length = Math.min(longest, stems.length - position); length > 0; length -= 1) {
        const countries = byPhrase.get(stems.slice(position, position + length).join(" "));
        if (countries) return { countries: [...countries], length };
      }
      return { countries: [], length: 0 };
    },
  };
}
