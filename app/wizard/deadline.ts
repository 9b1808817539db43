import { addDays, addMonths } from "../../machines/days.ts";
import { isValidOn } from "../guidance/freshness.ts";
import type { Deadline } from "../guidance/schema/fact.ts";

/** What is needed of a time limit to compute its last day. */
type Limit = Pick<Deadline, "count" | "unit" | "weekend">;

/** A time limit of a country, or of a step itself, as rules carry it. */
export interface DeadlineRule {
  readonly value: Limit | "none" | "unknown";
  readonly confidence: "high" | "medium" | "low";
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** What is known about a time limit for a person. */
export type DeadlineResult =
  /** The last day, YYYY-MM-DD. `certain` is false if the rule is unsure: then it is to be confirmed today. */
  | { readonly state: "due" | "passed"; readonly lastDay: string; readonly certain: boolean }
  /** The rule is known, the day from which it runs is not. */
  | { readonly state: "day-missing" }
  /** The law sets no limit. */
  | { readonly state: "no-limit" }
  /** Nobody could tell us the limit. */
  | { readonly state: "rule-unknown" };

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function addWorkingDays(day: string, count: number): string {
  let result = day;
  for (let left = count; left > 0;) {
    result = addDays(result, 1);
    if (!isWeekend(result)) left -= 1;
  }
  return result;
}

/**
 * The last day of a time limit that runs from a day (both YYYY-MM-DD). The day of the event itself is not counted.
 * Public holidays are not known and so never lengthen a limit; a limit in hours ends on the last full day, at the latest the same day.
 * A limit that ends on a weekend is moved to Monday only where the rule is known to move.
 */
export function lastDayOf(deadline: Limit, from: string): string {
  const end = endOf(deadline, from);
  if (deadline.weekend !== "moves") return end;
  let moved = end;
  while (isWeekend(moved)) moved = addDays(moved, 1);
  return moved;
}

function endOf({ count, unit }: Limit, from: string): string {
  switch (unit) {
    case "hour":
      return addDays(from, Math.floor(count / 24));
    case "calendar-day":
      return addDays(from, count);
    case "working-day":
      return addWorkingDays(from, count);
    case "week":
      return addDays(from, 7 * count);
    case "month":
      return addMonths(from, count);
    case "year":
      return addMonths(from, 12 * count);
  }
}

/**
 * Which rules a claim in the EU runs under: those before the Pact, if it was lodged before 12 June 2026 (Regulation 2024/1348,
 * article 79(3)), or the present ones.
 */
export const regimes = ["before-pact", "since-pact"] as const;
export type Regime = (typeof regimes)[number];

/** The last day of the old rules. */
const lastDayBeforePact = "2026-06-11";

/** The rules that can apply to a claim, and whether they are known to be its own. */
function rulesUnder(
  rules: readonly DeadlineRule[],
  regime: Regime | "unknown" | null,
  today: string,
): { readonly applicable: readonly DeadlineRule[]; readonly own: boolean } {
  const present = rules.filter((rule) => isValidOn(rule, today));
  const old = rules.filter((rule) => isValidOn(rule, lastDayBeforePact));
  if (regime === null || regime === "since-pact") return { applicable: present, own: true };
  if (regime === "before-pact") return old.length > 0 ? { applicable: old, own: true } : { applicable: present, own: false };
  const either = [...new Set([...present, ...old])];
  return { applicable: either, own: either.length === present.length && either.length === old.length };
}

/**
 * What a person must know about a time limit. Where several rules stand for it, the shortest one counts and is not certain; nor is
 * a present rule for a claim that runs under the old ones, which nobody could tell us.
 * @param all rules of the country, past ones included
 * @param from the answered day of the event, or null if it was not given
 * @param regime null where the question does not arise
 */
export function computeDeadline(
  all: readonly DeadlineRule[],
  from: string | null,
  today: string,
  regime: Regime | "unknown" | null = null,
): DeadlineResult {
  const { applicable: rules, own } = rulesUnder(all, regime, today);
  const known = rules.flatMap(({ value, confidence }) => (typeof value === "string" ? [] : [{ deadline: value, confidence }]));
  if (known.length === 0) return rules.some(({ value }) => value === "none") ? { state: "no-limit" } : { state: "rule-unknown" };
  if (from === null) return { state: "day-missing" };
  const [shortest] = known
    .map(({ deadline, confidence }) => ({ lastDay: lastDayOf(deadline, from), confidence }))
    .sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  if (!shortest) return { state: "rule-unknown" };
  return {
    state: shortest.lastDay < today ? "passed" : "due",
    lastDay: shortest.lastDay,
    certain: own && rules.length === 1 && shortest.confidence !== "low",
  };
}
