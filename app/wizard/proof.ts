import type { Flow, Position } from "../../machines/flow.ts";
import { noneAnswer, unknownAnswer } from "../../machines/question.ts";
import type { ValueContext } from "../../machines/values.ts";
import { answerClasses, type AnswerClass } from "./answer-classes.ts";
import type { Bag } from "./bag.ts";
import { edgesFrom, exploreFlow, type ClassesOf, type FlowGraph } from "./flow-graph.ts";
import { countPlans } from "./plan-count.ts";
import type { AdviceRule, PlanRules } from "./rules.ts";

/** What the proof of one wizard found. Without problems it holds for every path. */
export interface Proof {
  readonly wizard: string;
  readonly questions: number;
  /** Answer classes summed over all questions. */
  readonly answers: number;
  /** Places of the flow that differ in how it goes on. */
  readonly positions: number;
  readonly edges: number;
  /** Ways from the first question to an end, answers being counted by class. */
  readonly paths: bigint;
  /** Those of them that end in a plan of this wizard; the others go on in another wizard. */
  readonly pathsToPlan: bigint;
  readonly longestPath: number;
  readonly advice: number;
  readonly problems: readonly string[];
}

/** What must come true together for a piece of advice to stand in a plan. */
interface Demand {
  readonly conditions: ReadonlyMap<string, readonly string[]>;
  /** Countries to which it is limited; empty for all. */
  readonly countries: readonly string[];
}

interface Counts {
  readonly paths: bigint;
  readonly pathsToPlan: bigint;
  readonly longest: number;
}

/** Number of paths to an end, of those to a plan, and length of the longest. Throws on a flow that runs in a circle. */
function countPaths(flow: Flow, graph: FlowGraph): Counts {
  const known = new Map<string, Counts | null>();
  const count = (position: Position): Counts => {
    if (position.question === null) return { paths: 1n, pathsToPlan: position.outcome === "plan" ? 1n : 0n, longest: 0 };
    const before = known.get(position.key);
    if (before === null) throw new Error(`the flow of ${flow.id} runs in a circle at ${position.question}`);
    if (before) return before;
    known.set(position.key, null);
    let paths = 0n;
    let pathsToPlan = 0n;
    let longest = 0;
    for (const { next } of edgesFrom(graph, position)) {
      const rest = count(next);
      paths += rest.paths;
      pathsToPlan += rest.pathsToPlan;
      longest = Math.max(longest, rest.longest + 1);
    }
    const result = { paths, pathsToPlan, longest };
    known.set(position.key, result);
    return result;
  };
  return count(flow.start);
}

function demandsOf({ when, countries }: AdviceRule): readonly Demand[] {
  return when.map((alternative) => ({ conditions: new Map(Object.entries(alternative)), countries }));
}

/** Whether an answer is of use to a demand: null if it is at odds with it, otherwise how many of its conditions it fulfils. */
function progress({ conditions, countries }: Demand, question: string, { answer, values }: AnswerClass): number | null {
  const wanted = conditions.get(question);
  if (wanted && !values.some((value) => wanted.includes(value))) return null;
  const limited = question === "country" && countries.length > 0;
  if (limited && !countries.includes(answer[0] ?? "")) return null;
  return (wanted ? 1 : 0) + (limited ? 1 : 0);
}

function sizeOf({ conditions, countries }: Demand): number {
  return conditions.size + (countries.length > 0 ? 1 : 0);
}

/** One answer on a path. */
interface Step {
  readonly question: string;
  readonly answer: readonly string[];
}

/** A path to an end on which all demands come true together, or null if there is none. */
function findPathWith(graph: FlowGraph, demands: readonly Demand[]): readonly Step[] | null {
  const total = demands.reduce((sum, demand) => sum + sizeOf(demand), 0);
  const seen = new Set<string>();
  const visit = (position: Position, met: number, path: readonly Step[]): readonly Step[] | null => {
    const { question, key } = position;
    if (question === null) return met === total ? path : null;
    const state = `${key} ${String(met)}`;
    if (seen.has(state)) return null;
    seen.add(state);
    for (const edge of edgesFrom(graph, position)) {
      const gains = demands.map((demand) => progress(demand, question, edge));
      if (gains.includes(null)) continue;
      const gained = gains.reduce<number>((sum, gain) => sum + (gain ?? 0), 0);
      const found = visit(edge.next, met + gained, [...path, { question, answer: edge.answer }]);
      if (found) return found;
    }
    return null;
  };
  return visit(graph.start, 0, []);
}

/** Answers up to an end at which a piece of advice holds, or null if there are none. */
export function answersWith(graph: FlowGraph, rule: AdviceRule): Bag | null {
  for (const demand of demandsOf(rule)) {
    const path = findPathWith(graph, [demand]);
    if (path) return Object.fromEntries(path.map(({ question, answer }) => [question, answer]));
  }
  return null;
}

/**
 * A path to an end on which none of the rules holds, or null if there is none: exact, over all paths.
 * It follows the flow and, beside it, which demands can still come true; a path is left as soon as one has.
 */
function findPathWithout(
  graph: FlowGraph,
  rules: readonly AdviceRule[],
  isEnd: (position: Position) => boolean,
): readonly string[] | null {
  const demands = rules.flatMap(demandsOf);
  const seen = new Set<string>();
  const visit = (position: Position, alive: ReadonlyMap<number, number>, path: readonly string[]): readonly string[] | null => {
    const { question } = position;
    if (isEnd(position)) return path;
    if (question === null) return null;
    const key = `${position.key} ${[...alive].join(";")}`;
    if (seen.has(key)) return null;
    seen.add(key);
    for (const edge of edgesFrom(graph, position)) {
      const after = new Map<number, number>();
      let fulfilled = false;
      for (const [index, left] of alive) {
        const demand = demands[index];
        const gain = demand ? progress(demand, question, edge) : null;
        if (gain === null) continue;
        if (left === gain) fulfilled = true;
        after.set(index, left - gain);
      }
      if (fulfilled) continue;
      const found = visit(edge.next, after, [...path, `${question}=${edge.answer.join("+")}`]);
      if (found) return found;
    }
    return null;
  };
  const alive = new Map(demands.map((demand, index) => [index, sizeOf(demand)]));
  if ([...alive.values()].includes(0)) return null;
  return visit(graph.start, alive, []);
}

/** Pairs of advice that must never stand in one plan and can, each with a path that leads to both. */
function findContradictions(graph: FlowGraph, rules: PlanRules): readonly string[] {
  const byName = new Map(rules.advice.map((rule) => [`${rule.kind}/${rule.id}`, rule]));
  return rules.advice.flatMap((rule) =>
    rule.contradicts.flatMap((name) => {
      const other = byName.get(name);
      if (!other) return [];
      const path = demandsOf(rule)
        .flatMap((one) => demandsOf(other).map((two) => findPathWith(graph, [one, two])))
        .find((found) => found !== null);
      return path
        ? [
            `${rule.kind}/${rule.id} stands beside ${name}, which it contradicts, on this path: ${path.map(({ question, answer }) => `${question}=${answer.join("+")}`).join(", ")}`,
          ]
        : [];
    }),
  );
}

/**
 * Answers that neither steer the flow nor stand in any condition. "I don't know" and "none" are excused: undecided, and the
 * absence of all the others, may change nothing. So is the option for which "I don't know" is taken.
 * A country or a day is never inert: it decides contacts, reading and time limits.
 */
function findInertAnswers(flow: Flow, graph: FlowGraph, rules: PlanRules, classesOf: ClassesOf): readonly string[] {
  const problems: string[] = [];
  for (const [name, question] of Object.entries(flow.questions)) {
    if (question.kind !== "one" && question.kind !== "many") continue;
    const positions = [...graph.positions.values()].filter((position) => position.question === name);
    const mentioned = new Set(rules.advice.flatMap(({ when }) => when.flatMap((alternative) => alternative[name] ?? [])));
    const wayOf = (values: readonly string[]): string => positions.map((position) => position.next(values)?.key).join(" ");
    const usual = wayOf(["unknown"]);
    for (const { answer, values } of classesOf(name)) {
      const [option = ""] = answer;
      if (answer.length > 1 || option === unknownAnswer || option === noneAnswer) continue;
      if (question.kind === "one" && question.unknownMeans === option) continue;
      if (wayOf(values) === usual && !mentioned.has(option) && !mentioned.has(`without-${option}`)) {
        problems.push(`the answer ${option} to ${name} changes nothing; name it in a condition, steer by it, or remove it`);
      }
    }
  }
  return problems;
}

/** Plans without a step that the answers themselves bring or without a contact, and halts without a step for now or a contact. */
function findUnanswered(flow: Flow, graph: FlowGraph, rules: PlanRules): readonly string[] {
  const isConditional = ({ when }: AdviceRule): boolean => when.every((alternative) => Object.keys(alternative).length > 0);
  const inPlan = ({ outcome }: Position): boolean => outcome === "plan";
  const atPause = ({ question }: Position): boolean => question !== null && flow.questions[question]?.kind === "pause";
  const steps = rules.advice.filter((rule) => rule.kind === "steps");
  const contacts = rules.advice.filter(({ kind }) => kind === "organisations");
  const demanded = [
    ["no step answers this path", steps.filter(isConditional), inPlan],
    ["nobody to contact on this path", contacts, inPlan],
    ["nothing to do now is shown on this path", steps.filter(({ urgency }) => urgency === "now"), atPause],
    ["nobody to call now is shown on this path", contacts, atPause],
  ] as const;
  return demanded.flatMap(([problem, advice, isEnd]) => {
    const path = findPathWithout(graph, advice, isEnd);
    return path ? [`${problem}: ${path.join(", ")}`] : [];
  });
}

/** A flow's answer classes and what can be reached by them. */
function explored(
  flow: Flow,
  rules: PlanRules,
  context: ValueContext,
): { readonly graph: FlowGraph; readonly classesOf: ClassesOf } {
  const classes = new Map(
    Object.entries(flow.questions).map(([name, question]) => [name, answerClasses(question, rules, context)]),
  );
  const classesOf: ClassesOf = (question) => classes.get(question) ?? [];
  return { graph: exploreFlow(flow, classesOf), classesOf };
}

/** How many plans of a wizard differ in their advice or their country; `countPlans` says precisely what is told apart. 0 for a flow with faults. */
export function countDistinctPlans(flow: Flow, rules: PlanRules, context: ValueContext): bigint {
  const { graph, classesOf } = explored(flow, rules, context);
  return graph.problems.length === 0 ? countPlans(flow, graph, rules, classesOf) : 0n;
}

/**
 * Proves a wizard over all its paths: every question can be reached, every answer leads on, every path ends in another wizard or
 * in a plan with at least one step that the answers themselves bring and at least one contact, every halt shows what to do now and
 * whom to call, every piece of advice can appear, none stands beside advice that it contradicts, no answer is inert.
 * Wording is proved when content is loaded. Of a flow with faults no paths are counted.
 */
export function proveWizard(flow: Flow, rules: PlanRules, context: ValueContext): Proof {
  const { graph, classesOf } = explored(flow, rules, context);
  const problems = [...graph.problems];
  const { paths, pathsToPlan, longest } =
    problems.length === 0 ? countPaths(flow, graph) : { paths: 0n, pathsToPlan: 0n, longest: 0 };

  const unreachable = rules.advice.filter((rule) => answersWith(graph, rule) === null);
  problems.push(...unreachable.map(({ kind, id }) => `${kind}/${id} can never appear in a plan; correct its condition`));

  problems.push(...findUnanswered(flow, graph, rules));
  problems.push(...findContradictions(graph, rules));
  problems.push(...findInertAnswers(flow, graph, rules, classesOf));

  return {
    wizard: flow.id,
    questions: Object.keys(flow.questions).length,
    answers: Object.keys(flow.questions).reduce((sum, name) => sum + classesOf(name).length, 0),
    positions: graph.positions.size,
    edges: [...graph.edges.values()].reduce((sum, { length }) => sum + length, 0),
    paths,
    pathsToPlan,
    longestPath: longest,
    advice: rules.advice.length,
    problems,
  };
}
