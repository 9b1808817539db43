import fc from "fast-check";
import { addDays } from "../../machines/days.ts";
import type { Flow } from "../../machines/flow.ts";
import { noneAnswer, unknownAnswer, type Question } from "../../machines/question.ts";
import { answerClasses } from "../../app/wizard/answer-classes.ts";
import type { Bag } from "../../app/wizard/bag.ts";
import { lastDayOf } from "../../app/wizard/deadline.ts";
import type { IslandData } from "../../app/wizard/island-data.ts";
import { plan, type PlanLine } from "../../app/wizard/plan.ts";
import { remembering } from "../../app/wizard/remembering.ts";
import { replay, type Answered } from "../../app/wizard/replay.ts";

/** A plan and the answers that lead to it. */
export interface HeavyPlan {
  readonly path: readonly Answered[];
  readonly first: readonly PlanLine[];
  /** How many of its first lines have a time limit that ends today. */
  readonly endToday: number;
  /** How many answers lead to the halt where something threatens now; null if there is none on the way. */
  readonly halt: number | null;
}

/** How far back a day is tried: the longest limit is counted in years. */
const daysBack = 1200;

/** How many limits that end today are sought in one plan. */
const limits = [0, 1, 2, 3];

/** How often a climb goes on from the heaviest plan so far. */
const climbs = 12;

/** A place of a climb. */
interface Reached extends HeavyPlan {
  readonly bag: Bag;
  readonly taken: number;
}

/** Days of an event for which some time limit ends today, one that is long past, one that is not. */
function tellingDays(event: string, { rules, today }: IslandData): readonly (readonly string[])[] {
  const limits = rules.advice.flatMap(({ deadline }) => {
    if (deadline?.event !== event) return [];
    const { fact, rule } = deadline;
    return rule ? [rule] : Object.values(rules.deadlines).flatMap((facts) => facts[fact ?? ""] ?? []);
  });
  const days = new Set([20, 500].map((back) => addDays(today, -back)));
  for (const { value } of limits) {
    if (typeof value === "string") continue;
    for (let back = 0; back <= daysBack; back += 1) {
      const day = addDays(today, -back);
      if (lastDayOf(value, day) === today) days.add(day);
    }
  }
  return [...[...days].map((day) => [day]), [unknownAnswer]];
}

/** Answers worth trying at a question in the place of the present one; of several options one more or one fewer. */
function choices(question: Question, name: string, data: IslandData, present: readonly string[]): readonly (readonly string[])[] {
  if (question.kind === "date") return tellingDays(name, data);
  if (question.kind !== "many") {
    const context = { countryClasses: data.rules.countryClasses, today: data.today };
    return answerClasses(question, data.rules, context).map(({ answer }) => answer);
  }
  const ticked = present.filter((option) => option !== noneAnswer && option !== unknownAnswer);
  const others = question.options
    .filter((option) => option !== noneAnswer)
    .map((option) => (ticked.includes(option) ? ticked.filter((one) => one !== option) : [...ticked, option]));
  const alone = [noneAnswer, unknownAnswer].filter((option) => option === unknownAnswer || question.options.includes(option));
  return [...others.filter(({ length }) => length > 0), ...alone.map((option) => [option])];
}

/**
 * Plans whose first lines take as much room as a climb from many starts finds: for every number of time limits that end today, with and
 * without a halt on the way.
 * @param room how much room a first line takes
 */
export function heaviestPlans(wizard: Flow, data: IslandData, room: (line: PlanLine) => number): readonly HeavyPlan[] {
  const flow = remembering(wizard);
  const context = { countryClasses: data.rules.countryClasses, today: data.today };
  // Only steps and warnings stand among the first lines.
  const rules = { ...data.rules, advice: data.rules.advice.filter(({ kind }) => kind === "steps" || kind === "warnings") };
  const known = new Map<string, readonly (readonly string[])[]>();
  const choicesFor = (name: string, present: readonly string[]): readonly (readonly string[])[] => {
    const question = flow.questions[name];
    if (!question) return [];
    const key = question.kind === "many" ? `${name} ${present.join()}` : name;
    const found = known.get(key) ?? choices(question, name, data, present);
    known.set(key, found);
    return found;
  };
  const weigh = (bag: Bag): Reached => {
    const { path } = replay(flow, bag, context);
    const { first } = plan(path, rules, data.today);
    const endToday = first.filter(({ deadline }) => deadline?.state === "due" && deadline.lastDay === data.today).length;
    const halt = path.findIndex(({ question }) => flow.questions[question]?.kind === "pause");
    return { bag, path, first, endToday, halt: halt < 0 ? null : halt, taken: first.reduce((sum, line) => sum + room(line), 0) };
  };
  const climb = (start: Bag, score: (reached: Reached) => number): Reached => {
    let here = weigh(start);
    for (let moved = true; moved;) {
      moved = false;
      for (const { question } of here.path) {
        for (const answer of choicesFor(question, here.bag[question] ?? [])) {
          const there = weigh({ ...here.bag, [question]: answer });
          if (score(there) <= score(here)) continue;
          here = there;
          moved = true;
        }
      }
    }
    return here;
  };
  const questions = Object.keys(flow.questions);
  const bags = fc.record(Object.fromEntries(questions.map((name) => [name, fc.constantFrom(...choicesFor(name, []))])));
  const kinds = limits.flatMap((endToday) => [true, false].map((halts) => ({ endToday, halts })));
  const starts = fc.sample(bags, { seed: 1, numRuns: climbs * kinds.length });
  const heaviest = new Map<string, Reached>();
  for (const [index, start] of starts.entries()) {
    const { endToday, halts } = kinds[index % kinds.length] ?? { endToday: 0, halts: false };
    const score = (reached: Reached): number =>
      reached.taken - 1000 * (Math.abs(reached.endToday - endToday) + ((reached.halt !== null) === halts ? 0 : 1));
    // Every other climb starts from the heaviest plan so far with some answers changed: peaks stand near other peaks.
    const afresh = Math.floor(index / kinds.length) % 2 === 0;
    const before = afresh ? undefined : heaviest.get(`${String(endToday)} ${String(halts)}`);
    const kept = before ? questions.filter((_, place) => (place + index) % 4 !== 0) : [];
    const reached = climb({ ...start, ...Object.fromEntries(kept.map((name) => [name, before?.bag[name] ?? []])) }, score);
    const kind = `${String(reached.endToday)} ${String(reached.halt !== null)}`;
    if ((heaviest.get(kind)?.taken ?? 0) < reached.taken) heaviest.set(kind, reached);
  }
  return [...heaviest.values()];
}
