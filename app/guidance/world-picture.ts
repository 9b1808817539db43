import type { Entry } from "./catalogue.ts";
import { factsOn } from "./comparison.ts";
import type { Fact, FactKey } from "./schema/fact.ts";

/**
 * The facts of which there is a picture of the world, each with its values in the order of the legend.
 * Of a country with several values the picture shows the one that is worse for the person.
 */
const pictures = {
  "return-risk": { values: ["refusers-handed-over", "refusers-seized", "others-handed-over", "none-known"], worse: "first" },
  "entry-document": { values: ["internal-passport", "foreign-passport"], worse: "last" },
} as const satisfies Readonly<Partial<Record<FactKey, { readonly values: readonly string[]; readonly worse: "first" | "last" }>>>;

export type PictureKey = keyof typeof pictures;

/**
 * What a country's square shows: a value; `none-known-transit` for a country without a known case that may all the same hand
 * people over; `unknown` (looked for and not found); `unstated` (nothing is said).
 */
export type PictureValue = (typeof pictures)[PictureKey]["values"][number] | "none-known-transit" | "unknown" | "unstated";

/** The countries whose squares look the same, each with the fact that decides it. */
export interface PictureGroup {
  readonly value: PictureValue;
  readonly countries: readonly { readonly country: Entry<"countries">; readonly fact: Fact | undefined }[];
}

/** Sorts countries into what their squares show, in the order of the legend. Each country is in exactly one group; empty groups are left out. */
export function pictureOf(countries: readonly Entry<"countries">[], key: PictureKey, today: string): readonly PictureGroup[] {
  const { values, worse } = pictures[key];
  const shown = countries.map((country): { value: PictureValue; country: Entry<"countries">; fact: Fact | undefined } => {
    const facts = factsOn(country, key, today);
    const stated = values.filter((value) => facts.some((fact) => fact.value === value));
    const value = stated.at(worse === "first" ? 0 : -1);
    if (value === undefined) return { value: facts.length > 0 ? "unknown" : "unstated", country, fact: facts[0] };
    const fact = facts.find((candidate) => candidate.value === value);
    return { value: value === "none-known" && country.data.class === "transit" ? "none-known-transit" : value, country, fact };
  });
  const order: readonly PictureValue[] = [
    ...values.filter((value) => value !== "none-known"),
    "none-known-transit",
    "none-known",
    "unknown",
    "unstated",
  ];
  return order
    .map((value) => ({ value, countries: shown.filter((square) => square.value === value) }))
    .filter((group) => group.countries.length > 0);
}
