import type { Corpus } from "./corpus.ts";
import type { SearchFacets, SearchFilters } from "./facets.ts";
import type { SearchRecord } from "./records.ts";

export interface SearchQuery {
  /** What the reader typed, unchecked: it may be empty, very long or no text at all. */
  readonly text: string;
  /** Language of the reader, in which hits are shown. */
  readonly language: string;
  readonly filters?: SearchFilters | undefined;
  /** How many hits at most; 1 to 100. */
  readonly limit: number;
  /** How many hits to pass over. */
  readonly offset: number;
  /** Search for exactly what was typed, without transliteration or layout repair: the way back from `repaired`. */
  readonly asTyped?: boolean | undefined;
}

/** A stretch of a snippet. Joined, the texts give the snippet. */
export interface SnippetPart {
  readonly text: string;
  readonly marked: boolean;
}

export interface SearchHit {
  readonly record: SearchRecord;
  readonly snippet: readonly SnippetPart[];
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly facets: SearchFacets;
  /** The text for which results are shown, if not for what was typed: transliterated, or typed on the other layout. */
  readonly repaired?: string;
}

/** One behaviour, whatever answers. */
export interface SearchEngine {
  /** Builds the index of a revision beside the current one, then swaps. If it rejects, the old index keeps answering. */
  readonly replace: (corpus: Corpus) => Promise<void>;
  /** Never rejects because of the text of a query. Nothing about the query appears in an error. */
  readonly search: (query: SearchQuery) => Promise<SearchAnswer>;
}

export const noHits: SearchAnswer = { hits: [], total: 0, facets: { country: {}, kind: {}, audience: {}, due: {} } };

/**
 * With fewer hits than this, records that lack one of the query's words are shown too, then those that lack two, and so on. It is far more than
 * a reader looks at: the section that answers a question often lacks one of its words, and a long one on something else holds them all.
 */
export const enoughHits = 150;

const mostHits = 100;

function whole(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least;
}

/** Which hits a query asks for, within what is allowed. */
export function pageOf({ limit, offset }: Pick<SearchQuery, "limit" | "offset">): { readonly from: number; readonly to: number } {
  const from = whole(offset, 0, 1_000_000);
  return { from, to: from + whole(limit, 1, mostHits) };
}
