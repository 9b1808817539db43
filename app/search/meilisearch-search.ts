import type { Meilisearch, MultiSearchQuery } from "meilisearch";
import { EngineFailure } from "./engine-failure.ts";
import type { SearchFacets, SearchFilters } from "./facets.ts";
import { multiSearchAnswer, type SearchResult } from "./meilisearch-answers.ts";
import { ask } from "./meilisearch-client.ts";
import { dayNumber } from "./meilisearch-index.ts";

const dimensions = ["country", "kind", "audience", "due"] as const satisfies readonly (keyof SearchFacets &
  keyof SearchFilters)[];
type Dimension = (typeof dimensions)[number];

/** The words of a query as Meilisearch is asked for them. */
export interface Request {
  readonly index: string;
  /** The revision that the index has to hold. */
  readonly revision: string;
  readonly language: string;
  readonly text: string;
  /** all: every word has to be there; last: words may be missing, the last one first. */
  readonly matching: "all" | "last";
  readonly filters: SearchFilters;
  readonly offset: number;
  readonly limit: number;
}

export interface Found {
  readonly hits: SearchResult["hits"];
  /** How many pass the filters. */
  readonly total: number;
  /** How many there are without filters. */
  readonly unfiltered: number;
  readonly facets: SearchFacets;
}

/** Finds one document if the index holds this revision, else none. */
export function markerQuery(index: string, revision: string): MultiSearchQuery {
  return { indexUid: index, q: "", filter: [`id = "revision"`, `key = ${JSON.stringify(revision)}`], limit: 1 };
}

function conditionOf(dimension: Dimension, filters: SearchFilters): string | undefined {
  if (filters[dimension] === undefined) return undefined;
  if (dimension !== "due") return `${dimension} = ${JSON.stringify(filters[dimension])}`;
  return filters.due && `due ${filters.due.state === "overdue" ? "<" : ">="} ${String(dayNumber(filters.due.on))}`;
}

/** @param except the filter that is left out, to count what its other values would give */
function filterOf(language: string, filters: SearchFilters, except?: Dimension): string[] {
  const others = dimensions.filter((dimension) => dimension !== except);
  return [`language = ${JSON.stringify(language)}`, ...others.flatMap((dimension) => conditionOf(dimension, filters) ?? [])];
}

/** Counts by day, from counts by the numbers that stand for days: 20261121 gives 2026-11-21. */
function daysOf(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).map(([number, count]) => [number.replace(/^(\d{4})(\d\d)(\d\d).*$/, "$1-$2-$3"), count]),
  );
}

/**
 * Asks everything about a query in one request: revision, hits, counts. Rejects with an EngineFailure.
 * @param signal gives the request up
 */
export async function searchIndex(client: Meilisearch, request: Request, signal: AbortSignal): Promise<Found> {
  const { index, revision, language, text, matching, filters, offset, limit } = request;
  const common = { indexUid: index, q: text, matchingStrategy: matching, showRankingScore: true };
  const narrowed = dimensions.filter((dimension) => filters[dimension] !== undefined);
  const queries: MultiSearchQuery[] = [
    markerQuery(index, revision),
    { ...common, filter: filterOf(language, {}), limit: 0 },
    { ...common, filter: filterOf(language, filters), offset, limit, facets: [...dimensions] },
    ...narrowed.map((dimension) => ({
      ...common,
      filter: filterOf(language, filters, dimension),
      limit: 0,
      facets: [dimension],
    })),
  ];
  const { results } = await ask(multiSearchAnswer, () => client.multiSearch({ queries }, { signal }));
  const [marker, all, filtered, ...others] = results;
  if (!marker || !all || !filtered || others.length !== narrowed.length) throw new EngineFailure("wrong-answer");
  if (marker.hits.length !== 1) throw new EngineFailure("stale");
  const facetOf = (dimension: Dimension): Record<string, number> => {
    const own = others[narrowed.indexOf(dimension)] ?? filtered;
    return own.facetDistribution?.[dimension] ?? {};
  };
  return {
    hits: filtered.hits,
    total: filtered.estimatedTotalHits,
    unfiltered: all.estimatedTotalHits,
    facets: { country: facetOf("country"), kind: facetOf("kind"), audience: facetOf("audience"), due: daysOf(facetOf("due")) },
  };
}
