import { daysBetween } from "../../machines/days.ts";
import { computeDeadline, regimes, type DeadlineResult, type DeadlineRule, type Regime } from "./deadline.ts";
import type { Answered } from "./replay.ts";
import type { AdviceDeadline, AdviceRule, PlanRules } from "./rules.ts";

/** One line of a plan: which advice, why, until when. */
export interface PlanLine {
  readonly rule: AdviceRule;
  /** Questions whose answers brought the line into the plan; empty if it holds for everyone. */
  readonly because: readonly string[];
  readonly deadline: DeadlineResult | null;
  /** Whether the review of this advice is overdue. */
  readonly overdue: boolean;
}

/** The groups of a plan's lines, in the order in which they are shown. */
export const planGroups = ["steps", "doNot", "dangers", "supports", "weakens", "documents", "letters", "contacts"] as const;
export type PlanGroup = (typeof planGroups)[number];

export interface Plan extends Readonly<Record<PlanGroup, readonly PlanLine[]>> {
  /** At most five lines for the first screen: the most urgent steps, those that soon are too late, a danger of today, then bans. */
  readonly first: readonly PlanLine[];
  /** What to read, as `kind/id` or `kind/id#anchor`; the country's page first. */
  readonly reading: readonly string[];
}

/** Every line of a plan, group by group. */
export function linesOf(made: Plan): readonly PlanLine[] {
  return planGroups.flatMap((group) => made[group]);
}

/** Whether a line of the plan is something to tick off, on paper too. */
export function isTicked({ kind }: Pick<AdviceRule, "kind">): boolean {
  return kind === "steps" || kind === "documents" || kind === "letters";
}

/**
 * The questions of the first alternative of a condition that the answers fulfil, or null if none holds. Who helps only in some
 * countries is named because of the country too.
 */
function reasonOf(
  { when, countries }: AdviceRule,
  values: ReadonlyMap<string, readonly string[]>,
  country: string,
): readonly string[] | null {
  if (countries.length > 0 && !countries.includes(country)) return null;
  const place = countries.length > 0 ? ["country"] : [];
  for (const alternative of when) {
    const conditions = Object.entries(alternative);
    if (conditions.every(([question, wanted]) => values.get(question)?.some((value) => wanted.includes(value)))) {
      return [...new Set([...place, ...conditions.map(([question]) => question)])];
    }
  }
  return null;
}

function limitsOf({ fact, rule }: AdviceDeadline, rules: PlanRules, country: string): readonly DeadlineRule[] {
  if (rule) return [rule];
  return (fact === undefined ? undefined : rules.deadlines[country]?.[fact]) ?? [];
}

/** Which rules of the EU a claim runs under, as far as it was asked. */
function regimeOf(path: readonly Answered[]): Regime | "unknown" | null {
  const answered = path.find(({ question }) => question === "lodged-under");
  return answered ? (regimes.find((regime) => answered.values.includes(regime)) ?? "unknown") : null;
}

const mostFirstLines = 5;
const firstSteps = 3;
/** A last day as near as this, in days, cannot wait for the lines below the first screen. */
const pressingDays = 7;

/**
 * The steps from which the first lines are taken: those for today, those whose last day is near, then the others. What is possible
 * only after a time limit waits as long as the limit runs. Each group keeps its order.
 */
function stepsByUrgency(steps: readonly PlanLine[], today: string): readonly PlanLine[] {
  const running = new Set(
    steps.flatMap(({ rule, deadline }) => (deadline?.state === "due" ? (rule.deadline?.missed ?? []) : [])),
  );
  const timely = steps.filter(({ rule }) => !running.has(`${rule.kind}/${rule.id}`));
  const urgent = timely.filter(({ rule }) => rule.urgency === "now");
  const pressing = timely.filter((line) => !urgent.includes(line) && isPressing(line, today));
  return [...urgent, ...pressing, ...timely.filter((line) => !urgent.includes(line) && !pressing.includes(line))];
}

function isPressing({ deadline }: PlanLine, today: string): boolean {
  return deadline?.state === "due" && daysBetween(today, deadline.lastDay) <= pressingDays;
}

/**
 * Three steps, and further ones whose last day is near; a danger that threatens today, then bans; whatever room is left goes to
 * further steps.
 */
function firstLines(
  steps: readonly PlanLine[],
  dangers: readonly PlanLine[],
  doNot: readonly PlanLine[],
  today: string,
): readonly PlanLine[] {
  const ordered = stepsByUrgency(steps, today);
  const last = ordered.map((line) => isPressing(line, today)).lastIndexOf(true);
  const wanted = Math.min(Math.max(firstSteps, last + 1), ordered.length, mostFirstLines);
  const urgent = dangers.filter(({ rule }) => rule.urgency === "now").slice(0, Math.min(1, mostFirstLines - wanted));
  const bans = doNot.slice(0, mostFirstLines - wanted - urgent.length);
  return [...ordered.slice(0, mostFirstLines - urgent.length - bans.length), ...urgent, ...bans];
}

/**
 * The plan that answers lead to: every piece of advice whose condition holds, with the answers that caused it.
 * Pure, and the same on the server, in the page and in a file.
 * @param path answered questions on the path; parked answers never get here
 * @param today YYYY-MM-DD
 */
export function plan(path: readonly Answered[], rules: PlanRules, today: string): Plan {
  const values = new Map(path.map(({ question, values: found }) => [question, found]));
  const country = path.find(({ question }) => question === "country")?.answer[0] ?? "";
  const dayOf = (event: string): string | null => {
    const day = path.find(({ question }) => question === event)?.answer[0];
    return day === undefined || day === "unknown" ? null : day;
  };
  const regime = regimeOf(path);
  const lines = rules.advice.flatMap((rule): PlanLine[] => {
    const because = reasonOf(rule, values, country);
    if (!because) return [];
    const deadline = rule.deadline
      ? computeDeadline(limitsOf(rule.deadline, rules, country), dayOf(rule.deadline.event), today, regime)
      : null;
    return [{ rule, because, deadline, overdue: today > rule.dueOn }];
  });
  const of = (kind: AdviceRule["kind"], against?: boolean): readonly PlanLine[] =>
    lines.filter(({ rule }) => rule.kind === kind && (against === undefined || rule.against === against));
  const steps = of("steps");
  const doNot = of("warnings", true);
  const dangers = of("warnings", false);
  const hasPage = Object.hasOwn(rules.countryClasses, country);
  return {
    first: firstLines(steps, dangers, doNot, today),
    steps,
    doNot,
    dangers,
    documents: of("documents"),
    supports: of("grounds", false),
    weakens: of("grounds", true),
    letters: of("letters"),
    contacts: of("organisations"),
    reading: [...new Set([...(hasPage ? [`countries/${country}`] : []), ...lines.flatMap(({ rule }) => rule.read)])],
  };
}

/** What of a plan cannot wait for further questions: what to do and to avoid today, and who can help. */
export function planForNow(made: Plan): Plan {
  const urgent = (lines: readonly PlanLine[]): readonly PlanLine[] => lines.filter(({ rule }) => rule.urgency === "now");
  return {
    first: [],
    steps: urgent(made.steps),
    doNot: urgent(made.doNot),
    dangers: urgent(made.dangers),
    documents: [],
    supports: [],
    weakens: [],
    letters: [],
    contacts: made.contacts,
    reading: [],
  };
}
