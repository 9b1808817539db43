import type { Audience } from "../guidance/schema/primitives.ts";
import type { SearchKind, SearchRecord } from "./records.ts";

export interface SearchFilters {
  /** Two-letter code. */
  readonly country?: string | undefined;
  readonly kind?: SearchKind | undefined;
  readonly audience?: Audience | undefined;
  readonly due?: DueFilter | undefined;
}

/** Whether the review has to be in time or overdue on a day (YYYY-MM-DD). */
export interface DueFilter {
  readonly state: "in-time" | "overdue";
  readonly on: string;
}

/** How many hits each value of a filter would give, the other filters staying as they are. Values without a hit are absent. */
export interface SearchFacets {
  readonly country: Readonly<Record<string, number>>;
  readonly kind: Readonly<Record<string, number>>;
  readonly audience: Readonly<Record<string, number>>;
  /** By the last day on which the review is in time, so that an index need not know what day it is. */
  readonly due: Readonly<Record<string, number>>;
}

type Dimension = keyof SearchFacets;

function valuesOf(record: SearchRecord, dimension: Dimension): readonly string[] {
  switch (dimension) {
    case "country":
      return record.countries;
    case "kind":
      return [record.kind];
    case "audience":
      return record.audience;
    case "due":
      return [record.dueOn];
  }
}

/** One filter's values of all records. Few different lists of values occur, so each has a number, and a record holds only that. */
interface Column {
  readonly lists: readonly (readonly string[])[];
  readonly listOf: Uint16Array;
}

/** What the filters are about, by slot of an index. */
export type FacetColumns = Readonly<Record<Dimension, Column>>;

function columnOf(bySlot: readonly (SearchRecord | undefined)[], dimension: Dimension): Column {
  const numbers = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  const listOf = new Uint16Array(bySlot.length);
  for (const [slot, record] of bySlot.entries()) {
    if (!record) continue;
    const values = valuesOf(record, dimension);
    const name = values.join(" ");
    let number = numbers.get(name);
    if (number === undefined) {
      numbers.set(name, (number = lists.length));
      lists.push(values);
    }
    listOf[slot] = number;
  }
  return { lists, listOf };
}

export function createFacetColumns(bySlot: readonly (SearchRecord | undefined)[]): FacetColumns {
  return {
    country: columnOf(bySlot, "country"),
    kind: columnOf(bySlot, "kind"),
    audience: columnOf(bySlot, "audience"),
    due: columnOf(bySlot, "due"),
  };
}

/** For each list of values of a column, 1 if it passes a filter. */
function passingLists({ lists }: Column, wanted: string | undefined): Uint8Array {
  return Uint8Array.from(lists, (values) => (wanted === undefined || values.includes(wanted) ? 1 : 0));
}

function passingDays({ lists }: Column, wanted: DueFilter | undefined): Uint8Array {
  if (!wanted) return new Uint8Array(lists.length).fill(1);
  return Uint8Array.from(lists, (days) => (days.some((day) => day < wanted.on === (wanted.state === "overdue")) ? 1 : 0));
}

/** How many records have each value, from how many have each list of values. */
function countsOf({ lists }: Column, listCounts: Uint32Array): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [list, values] of lists.entries()) {
    const found = listCounts[list] ?? 0;
    if (found > 0) for (const value of values) counts[value] = (counts[value] ?? 0) + found;
  }
  return counts;
}

export interface Filtered {
  /** Slots that pass all filters. */
  readonly passing: Uint32Array;
  readonly facets: SearchFacets;
}

/**
 * Which of the slots pass the filters, and how many each value of a filter would give, the other filters staying as they are.
 * @param slots memory that is used for the slots that pass: new memory for each query would have to be given back
 */
export function filterSlots(
  { country, kind, audience, due }: FacetColumns,
  slots: Uint32Array,
  filters: SearchFilters,
): Filtered {
  const inCountry = passingLists(country, filters.country);
  const ofKind = passingLists(kind, filters.kind);
  const forAudience = passingLists(audience, filters.audience);
  const isDue = passingDays(due, filters.due);
  const countries = new Uint32Array(country.lists.length);
  const kinds = new Uint32Array(kind.lists.length);
  const audiences = new Uint32Array(audience.lists.length);
  const days = new Uint32Array(due.lists.length);
  let count = 0;
  for (const slot of slots) {
    const ofCountry = country.listOf[slot] ?? 0;
    const itsKind = kind.listOf[slot] ?? 0;
    const itsAudience = audience.listOf[slot] ?? 0;
    const itsDay = due.listOf[slot] ?? 0;
    const byCountry = inCountry[ofCountry] ?? 0;
    const byKind = ofKind[itsKind] ?? 0;
    const byAudience = forAudience[itsAudience] ?? 0;
    const byDay = isDue[itsDay] ?? 0;
    countries[ofCountry] = (countries[ofCountry] ?? 0) + (byKind & byAudience & byDay);
    kinds[itsKind] = (kinds[itsKind] ?? 0) + (byCountry & byAudience & byDay);
    audiences[itsAudience] = (audiences[itsAudience] ?? 0) + (byCountry & byKind & byDay);
    days[itsDay] = (days[itsDay] ?? 0) + (byCountry & byKind & byAudience);
    slots[count] = slot;
    count += byCountry & byKind & byAudience & byDay;
  }
  return {
    passing: slots.subarray(0, count),
    facets: {
      country: countsOf(country, countries),
      kind: countsOf(kind, kinds),
      audience: countsOf(audience, audiences),
      due: countsOf(due, days),
    },
  };
}

/** How many results are reviewed in time and how many overdue. @param today YYYY-MM-DD */
export function countFreshness({ due }: SearchFacets, today: string): Readonly<Record<DueFilter["state"], number>> {
  const counts = { "in-time": 0, overdue: 0 };
  for (const [day, count] of Object.entries(due)) counts[day < today ? "overdue" : "in-time"] += count;
  return counts;
}
