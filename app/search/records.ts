import type { Catalogue, Entry } from "../guidance/catalogue.ts";
import { textIn } from "../guidance/catalogue.ts";
import { dueDay } from "../guidance/freshness.ts";
import { kinds, type Kind } from "../guidance/schema/entry.ts";
import type { Audience } from "../guidance/schema/primitives.ts";
import { cleanText } from "./words.ts";

/** Kinds whose sections are searched: wizards are asked, not read. */
export type SearchKind = Exclude<Kind, "wizards">;

export const searchKinds: readonly SearchKind[] = kinds.filter((kind) => kind !== "wizards");

/** One section as search knows it, or the head (title and summary) of an entry. */
export interface SearchRecord {
  /** Unique within a language and the same in every language: `kind/id#anchor`, for a head `kind/id`. */
  readonly key: string;
  /** Language of the reader for whom this record is found. */
  readonly language: string;
  readonly kind: SearchKind;
  readonly entry: string;
  /** Anchor of the section; empty for the head of an entry. */
  readonly anchor: string;
  /** The entry's title. */
  readonly title: string;
  /** The section's heading; empty for the head of an entry. */
  readonly heading: string;
  /** Plain text, one line a paragraph or list item. */
  readonly text: string;
  /** Two-letter codes of the countries it is about; empty if it holds everywhere. */
  readonly countries: readonly string[];
  readonly audience: readonly Audience[];
  /** Place among sections that fit equally well, smallest first. */
  readonly order: number;
  /** Day of the entry's last review, YYYY-MM-DD. */
  readonly reviewedOn: string;
  /** Last day on which the entry counts as reviewed in time, YYYY-MM-DD. */
  readonly dueOn: string;
}

const everyone: readonly Audience[] = ["refuser", "family", "volunteer"];

function countriesOf(entry: Entry, all: readonly string[]): readonly string[] {
  if (entry.kind === "countries") return [entry.id];
  if (!("countries" in entry.data)) return [];
  return entry.data.countries.includes("all") ? all : entry.data.countries;
}

function audienceOf({ data }: Entry): readonly Audience[] {
  if ("audience" in data) return data.audience;
  if ("for" in data) return data.for;
  if (!("wizards" in data)) return everyone;
  const family = data.wizards.includes("family");
  const refuser = data.wizards.some((wizard) => wizard !== "family");
  return [...(refuser ? (["refuser"] as const) : []), ...(family ? (["family"] as const) : [])];
}

/**
 * Every section of every entry in every language of the site, and each entry's head.
 * Where a growing translation lacks a text, the text that the page shows instead stands in.
 */
export function searchRecords(catalogue: Catalogue): readonly SearchRecord[] {
  const records: SearchRecord[] = [];
  const allCountries = [...catalogue.entries.countries.keys()];
  for (const { code: language } of catalogue.languages) {
    for (const kind of searchKinds) {
      for (const entry of catalogue.entries[kind].values()) {
        const { text } = textIn(catalogue, entry, language);
        const shared = {
          language,
          kind,
          entry: entry.id,
          title: cleanText(text.title),
          countries: countriesOf(entry, allCountries),
          audience: audienceOf(entry),
          reviewedOn: entry.data.review.on,
          dueOn: dueDay(entry.data.review),
        };
        const key = `${kind}/${entry.id}`;
        records.push({ ...shared, key, anchor: "", heading: "", text: cleanText(text.summary), order: 0 });
        for (const [index, { anchor, heading, plain }] of text.sections.entries()) {
          records.push({
            ...shared,
            key: `${key}#${anchor}`,
            anchor,
            heading: cleanText(heading),
            text: cleanText(plain),
            order: index + 1,
          });
        }
      }
    }
  }
  return records;
}
