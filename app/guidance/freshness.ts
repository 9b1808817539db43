import type { Review } from "./schema/primitives.ts";

/** State of an entry's review on a day. Computed, never written down. */
export interface Freshness {
  readonly reviewedOn: string;
  /** Whether a lawyer has checked the entry. */
  readonly checkedByLawyer: boolean;
  /** Last day on which the entry counts as fresh, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly overdue: boolean;
}

const dayLength = 86_400_000;

/** @param today YYYY-MM-DD */
export function freshness(review: Review, today: string): Freshness {
  const due = new Date(Date.parse(`${review.on}T00:00:00Z`) + review.every * dayLength).toISOString().slice(0, 10);
  return { reviewedOn: review.on, checkedByLawyer: review.by === "lawyer", dueOn: due, overdue: today > due };
}

/** Whether something with validity dates applies on a day. */
export function isValidOn(
  span: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  today: string,
): boolean {
  return (span.validFrom === undefined || span.validFrom <= today) && (span.validTo === undefined || today <= span.validTo);
}
