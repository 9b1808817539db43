import type { Entry } from "./catalogue.ts";
import { isValidOn } from "./freshness.ts";
import type { Fact, FactKey } from "./schema/fact.ts";

/** What can be compared, by subject, in the order in which it is shown: what must be feared comes first. */
export const factSubjects = {
  danger: ["return-risk"],
  entry: ["entry-document", "entry-visa", "visa-free-stay", "humanitarian-visa"],
  lodging: ["lodging-deadline", "lodging-deadline-irregular", "lodging-fee", "decision-time", "decision-time-accelerated"],
  appeal: ["appeal-deadline", "appeal-deadline-accelerated", "appeal-deadline-transfer", "appeal-suspensive"],
  rights: ["legal-aid", "work-after", "refugee-permit", "subsidiary-permit"],
  figures: ["protection-rate", "positive-decisions", "applications"],
} as const satisfies Readonly<Record<string, readonly FactKey[]>>;

export type FactSubject = keyof typeof factSubjects;

function isSubject(name: string): name is FactSubject {
  return Object.hasOwn(factSubjects, name);
}

export const subjects: readonly FactSubject[] = Object.keys(factSubjects).filter(isSubject);

/** The sections of a country's page that tell more about facts. All other facts belong to the section on asylum. */
const sections: Readonly<Partial<Record<FactKey, string>>> = {
  "return-risk": "return-risk",
  "entry-document": "entry",
  "entry-visa": "entry",
  "humanitarian-visa": "entry",
  "visa-free-stay": "stay",
  "legal-aid": "rights",
  "work-after": "rights",
  "refugee-permit": "rights",
  "subsidiary-permit": "rights",
};

/** The anchor of the section of a country's page that tells more about a fact. */
export function sectionOfFact(key: FactKey): string {
  return sections[key] ?? "asylum";
}

/** What a country says about a fact on a day. Several, if sources disagree or cases differ; none, if it says nothing. */
export function factsOn(country: Entry<"countries">, key: FactKey, today: string): readonly Fact[] {
  return country.data.facts.filter((fact) => fact.fact === key && isValidOn(fact, today));
}

/** Whether a country says anything about a fact on a day, if only that it is not known. */
export function isStated(countries: Iterable<Entry<"countries">>, key: FactKey, today: string): boolean {
  return [...countries].some((country) => factsOn(country, key, today).length > 0);
}

/** One fact of several countries side by side. */
export interface ComparedFact {
  readonly key: FactKey;
  /** In the order of the countries asked for. */
  readonly cells: readonly { readonly country: Entry<"countries">; readonly facts: readonly Fact[] }[];
}

/** The facts of countries side by side, by subject. What none of them states is left out, and so is a subject without a fact. */
export function compareCountries(
  countries: readonly Entry<"countries">[],
  today: string,
): readonly { readonly subject: FactSubject; readonly rows: readonly ComparedFact[] }[] {
  return subjects.flatMap((subject) => {
    const rows = factSubjects[subject]
      .filter((key) => isStated(countries, key, today))
      .map((key) => ({ key, cells: countries.map((country) => ({ country, facts: factsOn(country, key, today) })) }));
    return rows.length > 0 ? [{ subject, rows }] : [];
  });
}

/** How many countries may stand side by side. */
export const mostCompared = 4;

/** What a list of country codes from outside asks for. */
export interface CountryChoice {
  /** Codes of countries that there are, each once, in the order asked for, at most `mostCompared`. */
  readonly chosen: readonly string[];
  /** Countries that there are but for which there was no more room. */
  readonly beyond: readonly string[];
  /** Codes of two letters of which we have no country, in lower case. */
  readonly missing: readonly string[];
  /** Whether a country was asked for more than once. */
  readonly repeated: boolean;
  /** Whether something was no code at all. */
  readonly strange: boolean;
}

/** Reads country codes as they come from an address. Empty ones count as not given; capitals and commas are understood. */
export function readCountryChoice(given: readonly string[], known: ReadonlyMap<string, unknown>): CountryChoice {
  const codes = given
    .flatMap((text) => text.split(","))
    .map((text) => text.trim().toLowerCase())
    .filter((text) => text !== "");
  const countries = codes.filter((code) => known.has(code));
  const distinct = [...new Set(countries)];
  const others = codes.filter((code) => !known.has(code));
  return {
    chosen: distinct.slice(0, mostCompared),
    beyond: distinct.slice(mostCompared),
    missing: [...new Set(others.filter((code) => /^[a-z]{2}$/.test(code)))],
    repeated: distinct.length < countries.length,
    strange: others.some((code) => !/^[a-z]{2}$/.test(code)),
  };
}
