import type { ReactNode } from "react";
import type { Freshness } from "../guidance/freshness.ts";
import type { ReadingKind } from "../guidance/schema/entry.ts";
import type { Audience } from "../guidance/schema/primitives.ts";

export interface SearchResult {
  readonly href: string;
  readonly title: string;
  /** Heading of the section; empty if the entry itself was found. */
  readonly heading: string;
  readonly kind: ReadingKind;
  readonly snippet: readonly { readonly text: string; readonly marked: boolean }[];
  readonly freshness?: Freshness | undefined;
}

/** A search that was made, with what came of it. */
export interface SearchOutcome {
  /** As it was typed. */
  readonly text: string;
  readonly filters: {
    readonly country?: string | undefined;
    readonly kind?: ReadingKind | undefined;
    readonly audience?: Audience | undefined;
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
  readonly facets: Readonly<Record<"country" | "kind" | "audience", Readonly<Record<string, number>>>>;
  /** The text that was searched for instead of what was typed. */
  readonly repaired?: string | undefined;
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
