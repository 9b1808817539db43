import type { Fact, FactKey } from "./schema/fact.ts";

/**
 * The place of a value among values of its fact. Smaller comes first: what is gravest, shortest or most open.
 * Values of different groups (currencies, people counted) cannot be compared; the groups stand one after the other.
 */
interface Place {
  readonly group: number | string;
  readonly size: number;
}

/** Words in their order. Of `return-risk` the gravest comes first, else what is best for the person. */
const wordOrder: Readonly<Partial<Record<FactKey, readonly string[]>>> = {
  "return-risk": ["refusers-handed-over", "refusers-seized", "others-handed-over", "none-known"],
  "entry-document": ["internal-passport", "foreign-passport"],
  "entry-visa": ["not-needed", "electronic", "needed"],
  "humanitarian-visa": ["open", "restricted", "suspended", "none"],
  "appeal-suspensive": ["yes", "on-request", "depends", "no"],
  "legal-aid": ["free", "means-tested", "organisations-only", "none"],
};

/** Facts in which "none" is nothing at all, and so comes before every length or amount; elsewhere it means without limit. */
const noneIsNothing: readonly FactKey[] = ["visa-free-stay", "lodging-fee"];

const peopleOrder = ["russians", "russian-men", "everyone"];

/** Lengths in hours. Working days are counted as seven calendar days for five. */
const hours = {
  hour: 1,
  day: 24,
  "calendar-day": 24,
  "working-day": (24 * 7) / 5,
  week: 24 * 7,
  month: (24 * 365) / 12,
  year: 24 * 365,
} as const;

function placeOf({ fact, value }: Pick<Fact, "fact" | "value">): Place {
  const placed = (size: number, group: number | string = 0): Place => ({ group, size });
  if (typeof value === "string") {
    const order = wordOrder[fact];
    if (order) return placed(order.includes(value) ? order.indexOf(value) : order.length);
    if (value === "at-once") return placed(0);
    return placed(value === "none" && noneIsNothing.includes(fact) ? -1 : Number.POSITIVE_INFINITY);
  }
  if ("currency" in value) return placed(value.amount, value.currency);
  if ("percent" in value) return placed(-value.percent, peopleOrder.indexOf(value.of));
  if ("of" in value) return placed(-value.count, peopleOrder.indexOf(value.of));
  return placed(value.count * hours[value.unit]);
}

/** Whether a fact says something: "not known" has no place among values. */
function isKnown({ value }: Pick<Fact, "value">): boolean {
  return value !== "unknown";
}

/**
 * Compares known values of one fact, as `sort` wants it. Return risk: the gravest first. Lengths: the shortest first, "no limit"
 * last. Figures: Russians before everyone, then the largest first. Other words: what is best for the person first.
 */
export function compareValues(a: Pick<Fact, "fact" | "value">, b: Pick<Fact, "fact" | "value">): number {
  const [placeA, placeB] = [placeOf(a), placeOf(b)];
  if (placeA.group !== placeB.group) {
    if (typeof placeA.group === "number" && typeof placeB.group === "number") return placeA.group - placeB.group;
    // "Nothing to pay" comes before all currencies.
    return String(placeA.group).localeCompare(String(placeB.group), "en");
  }
  return placeA.size === placeB.size ? 0 : placeA.size < placeB.size ? -1 : 1;
}

export const sortColumns = ["country", "value", "asOf", "confidence"] as const;
export type SortColumn = (typeof sortColumns)[number];
export const sortDirections = ["ascending", "descending"] as const;
export type SortDirection = (typeof sortDirections)[number];

/** A country with what it says about one fact. */
export interface FactRow {
  /** Title of the country in the language of the page. */
  readonly title: string;
  readonly facts: readonly Fact[];
}

const confidenceOrder = ["high", "medium", "low"];

const columnOrder: Readonly<Record<Exclude<SortColumn, "country">, (a: Fact, b: Fact) => number>> = {
  value: compareValues,
  asOf: (a, b) => a.asOf.localeCompare(b.asOf, "en"),
  confidence: (a, b) => confidenceOrder.indexOf(a.confidence) - confidenceOrder.indexOf(b.confidence),
};

/**
 * Rows of a fact's table in the order asked for. A country with several values stays one row: its values stand in the same order,
 * and the first of them decides its place. What is not known comes after what is, what is not stated last, in both directions;
 * equals stand by name.
 */
export function sortRows<R extends FactRow>(
  rows: readonly R[],
  column: SortColumn,
  direction: SortDirection,
  language: string,
): readonly R[] {
  const sign = direction === "ascending" ? 1 : -1;
  const byName = (a: R, b: R): number => a.title.localeCompare(b.title, language);
  if (column === "country") return rows.toSorted((a, b) => sign * byName(a, b));
  const order = columnOrder[column];
  const ordered = (a: Fact, b: Fact): number => Number(isKnown(b)) - Number(isKnown(a)) || sign * order(a, b);
  return rows
    .map((row) => ({ ...row, facts: row.facts.toSorted(ordered) }))
    .sort((a, b) => {
      const [firstA] = a.facts;
      const [firstB] = b.facts;
      if (!firstA || !firstB) return Number(!firstA) - Number(!firstB) || byName(a, b);
      return ordered(firstA, firstB) || byName(a, b);
    });
}
