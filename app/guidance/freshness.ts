import { addDays } from "../../machines/days.ts";
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

/** Last day on which a review counts as fresh, YYYY-MM-DD. */
export function dueDay({ on, every }: Review): string {
  return addDays(on, every);
}

/** How fresh an entry is on a day. @param today YYYY-MM-DD */
export function freshness(review: Review, today: string): Freshness {
  const dueOn = dueDay(review);
  return { reviewedOn: review.on, checkedByLawyer: review.by === "lawyer", dueOn, overdue: today > dueOn };
}

/** Whether something with validity dates applies on a day. */
export function isValidOn(
  span: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  today: string,
): boolean {
  return (span.validFrom === undefined || span.validFrom <= today) && (span.validTo === undefined || today <= span.validTo);
}
