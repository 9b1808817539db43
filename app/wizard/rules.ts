import { asksAll, type Flow } from "../../machines/flow.ts";
import { freshness, isValidOn } from "../guidance/freshness.ts";
import { countryClasses, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { adviceKinds, type AdviceKind, type EntryData } from "../guidance/schema/entry.ts";
import type { Urgency } from "../guidance/schema/primitives.ts";
import type { DeadlineRule } from "./deadline.ts";

/** Where the time limit of a step comes from: a fact of the country, or a rule that the step itself carries. */
export interface AdviceDeadline {
  /** The question whose answered day starts it. */
  readonly event: string;
  readonly fact?: string | undefined;
  readonly rule?: DeadlineRule | undefined;
  /** What is still possible after it, as `steps/id`. */
  readonly missed?: string | undefined;
}

/** One entry of advice, reduced to what decides whether and where it stands in a plan. Plain data: it travels inside the wizard's page. */
export interface AdviceRule {
  readonly kind: AdviceKind;
  readonly id: string;
  readonly when: readonly Readonly<Record<string, readonly string[]>>[];
  readonly urgency: Urgency;
  readonly order: number;
  /** Whether a warning forbids, or a ground weakens a claim. */
  readonly against: boolean;
  /** Countries to which it is limited; empty for all. */
  readonly countries: readonly string[];
  readonly deadline: AdviceDeadline | null;
  /** Advice that must never stand in one plan with this, as `kind/id`. */
  readonly contradicts: readonly string[];
  readonly read: readonly string[];
  /** Last day on which the entry counts as freshly reviewed. */
  readonly dueOn: string;
}

/** Everything that `plan` needs besides answers. */
export interface PlanRules {
  readonly advice: readonly AdviceRule[];
  /** Time limits that its steps name, by country and fact; past ones too, since old claims run under them. */
  readonly deadlines: Readonly<Record<string, Readonly<Record<string, readonly DeadlineRule[]>>>>;
  readonly countryClasses: Readonly<Record<string, string>>;
}

function urgencyOf({ data }: Entry<AdviceKind>): Urgency {
  return "urgency" in data ? data.urgency : "know";
}

function isAgainst({ data }: Entry<AdviceKind>): boolean {
  return ("form" in data && data.form === "do-not") || ("direction" in data && data.direction === "weakens");
}

function deadlinesOf(
  { data }: Entry<"countries">,
  facts: ReadonlySet<string>,
  today: string,
): Readonly<Record<string, readonly DeadlineRule[]>> {
  const rules: Record<string, DeadlineRule[]> = {};
  for (const { fact, value, confidence, validFrom, validTo } of data.facts) {
    if (!facts.has(fact) || (validFrom !== undefined && validFrom > today)) continue;
    const deadline = typeof value === "object" && "from" in value ? value : value === "none" ? "none" : "unknown";
    (rules[fact] ??= []).push({ value: deadline, confidence, validFrom, validTo });
  }
  return rules;
}

function deadlineOf({ event, fact, rule, missed }: NonNullable<EntryData<"steps">["deadline"]>): AdviceDeadline {
  if (!rule) return { event, fact, missed };
  const { count, unit, weekend, confidence } = rule;
  return { event, rule: { value: { count, unit, weekend }, confidence }, missed };
}

/** The rules of a flow that apply on a day (YYYY-MM-DD), in the order of the plan: by kind, urgency, order. */
export function rulesOf(catalogue: Catalogue, flow: Pick<Flow, "id" | "questions">, today: string): PlanRules {
  const { id: wizard, questions } = flow;
  const rank: Record<Urgency, number> = { now: 0, soon: 1, know: 2 };
  const advice = adviceKinds.flatMap((kind) =>
    [...catalogue.entries[kind].values()]
      .filter(({ data }) => data.wizards.includes(wizard) && isValidOn(data, today))
      .map((entry): AdviceRule => {
        const { data, id } = entry;
        return {
          kind,
          id,
          when: data.when.filter((alternative) => asksAll(questions, alternative)),
          urgency: urgencyOf(entry),
          order: data.order,
          against: isAgainst(entry),
          countries: "countries" in data && !data.countries.includes("all") ? data.countries : [],
          deadline: "deadline" in data && data.deadline ? deadlineOf(data.deadline) : null,
          contradicts: data.contradicts,
          read: data.read,
          dueOn: freshness(data.review, today).dueOn,
        };
      })
      .sort((a, b) => rank[a.urgency] - rank[b.urgency] || a.order - b.order || a.id.localeCompare(b.id)),
  );
  const facts = new Set(advice.flatMap(({ deadline }) => deadline?.fact ?? []));
  return {
    advice,
    deadlines: Object.fromEntries(
      [...catalogue.entries.countries.values()].map((entry) => [entry.id, deadlinesOf(entry, facts, today)]),
    ),
    countryClasses: countryClasses(catalogue),
  };
}
