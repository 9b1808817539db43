import type { ReactNode } from "react";
import type { Freshness } from "../guidance/freshness.ts";
import type { ReadingKind } from "../guidance/schema/entry.ts";
import type { Audience } from "../guidance/schema/primitives.ts";

/** The values of the freshness filter: reviewed in time, or overdue. */
export const freshnessStates = ["in-time", "overdue"] as const;
export type FreshnessState = (typeof freshnessStates)[number];

export interface SearchResult {
  readonly href: string;
  /** Address of the section's text alone, ready to be copied. */
  readonly textHref: string;
  readonly title: string;
  /** Heading of the section; empty if the entry itself was found. */
  readonly heading: string;
  readonly kind: ReadingKind;
  readonly snippet: readonly { readonly text: string; readonly marked: boolean }[];
  readonly freshness?: Freshness | undefined;
}

/** What may help where nothing fits. */
export interface Nearest {
  /** How many results there would be without filters; 0 if there are none or no filter is set. */
  readonly withoutFilters: number;
  /** `kind/id` of pages of countries and topics, the nearest first. */
  readonly pages: readonly string[];
  /** Ids of organisations that help in the country asked for. */
  readonly organisations: readonly string[];
}

/** A search that was made, with what came of it. */
export interface SearchOutcome {
  /** As it was typed. */
  readonly text: string;
  readonly filters: {
    readonly country?: string | undefined;
    readonly kind?: ReadingKind | undefined;
    readonly audience?: Audience | undefined;
    readonly freshness?: FreshnessState | undefined;
  };
  /** Whether the reader asked for exactly what was typed. */
  readonly asTyped: boolean;
  /** Page of the results, from 1, with the number of its first result. */
  readonly page: number;
  readonly from: number;
  readonly pages: number;
  readonly total: number;
  readonly results: readonly SearchResult[];
  /** How many results each value of a filter would give. */
  readonly facets: Readonly<Record<"country" | "kind" | "audience" | "freshness", Readonly<Record<string, number>>>>;
  /** The text that was searched for instead of what was typed. */
  readonly repaired?: string | undefined;
  /** Only where nothing was found. */
  readonly nearest?: Nearest | undefined;
}

/** Hidden fields that repeat a search in a form of its own. */
export function SearchFields({ outcome: { text, filters, asTyped } }: { outcome: SearchOutcome }): ReactNode {
  return (
    <>
      <input type="hidden" name="q" value={text} />
      {Object.entries(filters).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {asTyped ? <input type="hidden" name="exact" value="1" /> : null}
    </>
  );
}
