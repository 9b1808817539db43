import type { SearchFacets, SearchFilters } from "./engine.ts";
import type { SearchRecord } from "./records.ts";

const dimensions = ["country", "kind", "audience"] as const;
type Dimension = (typeof dimensions)[number];

function valuesOf(record: SearchRecord, dimension: Dimension): readonly string[] {
  switch (dimension) {
    case "country":
      return record.countries;
    case "kind":
      return [record.kind];
    case "audience":
      return record.audience;
  }
}

function passes(record: SearchRecord, filters: SearchFilters, dimension: Dimension): boolean {
  const wanted = filters[dimension];
  return wanted === undefined || valuesOf(record, dimension).includes(wanted);
}

/** Whether a record passes all filters. */
export function passesFilters(record: SearchRecord, filters: SearchFilters): boolean {
  return dimensions.every((dimension) => passes(record, filters, dimension));
}

/** Counts the values of each filter among records, the other filters being applied. */
export function countFacets(records: readonly SearchRecord[], filters: SearchFilters): SearchFacets {
  const facets = { country: {}, kind: {}, audience: {} } satisfies Record<Dimension, Record<string, number>>;
  for (const dimension of dimensions) {
    const counts: Record<string, number> = facets[dimension];
    for (const record of records) {
      if (!dimensions.every((other) => other === dimension || passes(record, filters, other))) continue;
      for (const value of valuesOf(record, dimension)) counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return facets;
}
