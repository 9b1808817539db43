import type { Flow, Position } from "../../machines/flow.ts";
import type { ValueContext } from "../../machines/values.ts";
import { answerClasses, type AnswerClass } from "./answer-classes.ts";
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
  /** Ways from the first question to a plan, answers being counted by class. */
  readonly paths: bigint;
  readonly longestPath: number;
  readonly advice: number;
  readonly problems: readonly string[];
}

type Alternative = Readonly<Record<string, readonly string[]>>;
type ClassesOf = (question: string) => readonly AnswerClass[];

interface Graph {
  readonly positions: ReadonlyMap<string, Position>;
  readonly edges: number;
  readonly problems: readonly string[];
}

/** Walks every place of the flow once and reports questions that are never asked and answers that lead nowhere. */
function exploreFlow(flow: Flow, classesOf: ClassesOf): Graph {
  const positions = new Map<string, Position>([[flow.start.key, flow.start]]);
  const problems = new Set<string>();
  let edges = 0;
  for (const position of positions.values()) {
    if (position.question === null) continue;
    if (!flow.questions[position.question])
      problems.add(`the machine asks ${position.question}, which is no question of the wizard`);
    for (const { answer, values } of classesOf(position.question)) {
      const next = position.next(values);
      edges += 1;
      if (!next) problems.add(`the answer ${answer.join("+")} to ${position.question} leads nowhere; give the state a way on`);
      else if (!positions.has(next.key)) positions.set(next.key, next);
    }
  }
  const asked = new Set([...positions.values()].map(({ question }) => question));
  for (const question of Object.keys(flow.questions)) {
    if (!asked.has(question)) problems.add(`the question ${question} is never asked; lead a state to it or remove it`);
  }
  if (!asked.has(null)) problems.add("no plan can be reached");
  return { positions, edges, problems: [...problems] };
}

/** Number of paths to a plan and length of the longest. Throws on a flow that runs in a circle. */
function countPaths(flow: Flow, classesOf: ClassesOf): { paths: bigint; longest: number } {
  const known = new Map<string, { paths: bigint; longest: number } | null>();
  const count = (position: Position): { paths: bigint; longest: number } => {
    if (position.question === null) return { paths: 1n, longest: 0 };
    const before = known.get(position.key);
    if (before === null) throw new Error(`the flow of ${flow.id} runs in a circle at ${position.question}`);
    if (before) return before;
    known.set(position.key, null);
    let paths = 0n;
    let longest = 0;
    for (const { values } of classesOf(position.question)) {
      const next = position.next(values);
      if (!next) continue;
      const rest = count(next);
      paths += rest.paths;
      longest = Math.max(longest, rest.longest + 1);
    }
    const result = { paths, longest };
    known.set(position.key, result);
    return result;
  };
  return count(flow.start);
}

/** Whether some path to a plan fulfils the alternative. */
function isReachable(flow: Flow, alternative: Alternative, countries: readonly string[], classesOf: ClassesOf): boolean {
  const wanted = Object.keys(alternative);
  const seen = new Set<string>();
  const visit = (position: Position, met: number): boolean => {
    const { question } = position;
    if (question === null) return met === wanted.length;
    const key = `${position.key} ${String(met)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const allowed = alternative[question];
    const place = question === "country" && countries.length > 0 ? countries : null;
    return classesOf(question).some(({ answer, values }) => {
      if (allowed && !values.some((value) => allowed.includes(value))) return false;
      if (place && !place.includes(answer[0] ?? "")) return false;
      const next = position.next(values);
      return next !== null && visit(next, allowed ? met + 1 : met);
    });
  };
  return visit(flow.start, 0);
}

/**
 * A path on which none of the rules holds, or null if there is none: exact, over all paths.
 * It follows the flow and, beside it, which alternatives can still come true; a path is left as soon as one has.
 */
function findPathWithout(flow: Flow, rules: readonly AdviceRule[], classesOf: ClassesOf): readonly string[] | null {
  const alternatives = rules.flatMap(({ when, countries }) =>
    when.map((alternative) => ({ conditions: new Map(Object.entries(alternative)), countries })),
  );
  const seen = new Set<string>();
  const visit = (position: Position, alive: ReadonlyMap<number, number>, path: readonly string[]): readonly string[] | null => {
    const { question } = position;
    if (question === null) return path;
    const key = `${position.key} ${[...alive].join(";")}`;
    if (seen.has(key)) return null;
    seen.add(key);
    for (const { answer, values } of classesOf(question)) {
      const next = position.next(values);
      if (!next) continue;
      const after = new Map<number, number>();
      let fulfilled = false;
      for (const [index, left] of alive) {
        const alternative = alternatives[index];
        if (!alternative) continue;
        const { conditions, countries } = alternative;
        const wanted = conditions.get(question);
        const limited = question === "country" && countries.length > 0;
        if (wanted && !values.some((value) => wanted.includes(value))) continue;
        if (limited && !countries.includes(answer[0] ?? "")) continue;
        const remaining = left - (wanted ? 1 : 0) - (limited ? 1 : 0);
        if (remaining === 0) fulfilled = true;
        after.set(index, remaining);
      }
      if (fulfilled) continue;
      const found = visit(next, after, [...path, `${question}=${answer.join("+")}`]);
      if (found) return found;
    }
    return null;
  };
  const alive = new Map(
    alternatives.map(({ conditions, countries }, index) => [index, conditions.size + (countries.length > 0 ? 1 : 0)]),
  );
  if ([...alive.values()].includes(0)) return null;
  return visit(flow.start, alive, []);
}

/**
 * Answers that neither steer the flow nor stand in any condition. "I don't know" is excused: undecided may change nothing.
 * A country or a day is never inert: it decides contacts, reading and time limits.
 */
function findInertAnswers(flow: Flow, graph: Graph, rules: PlanRules, classesOf: ClassesOf): readonly string[] {
  const problems: string[] = [];
  for (const [name, question] of Object.entries(flow.questions)) {
    if (question.kind !== "one" && question.kind !== "many") continue;
    const positions = [...graph.positions.values()].filter((position) => position.question === name);
    const mentioned = new Set(rules.advice.flatMap(({ when }) => when.flatMap((alternative) => alternative[name] ?? [])));
    const wayOf = (values: readonly string[]): string => positions.map((position) => position.next(values)?.key).join(" ");
    const usual = wayOf(["unknown"]);
    for (const { answer, values } of classesOf(name)) {
      if (answer.length > 1 || answer[0] === "unknown") continue;
      const [option = ""] = answer;
      if (wayOf(values) === usual && !mentioned.has(option) && !mentioned.has(`without-${option}`)) {
        problems.push(`the answer ${option} to ${name} changes nothing; name it in a condition, steer by it, or remove it`);
      }
    }
  }
  return problems;
}

/**
 * Proves a wizard over all its paths: every question can be reached, every answer leads on, every path ends in a plan with
 * at least one step that the answers themselves bring and at least one contact, every piece of advice can appear, no answer is inert.
 * Wording is proved when content is loaded.
 */
export function proveWizard(flow: Flow, rules: PlanRules, context: ValueContext): Proof {
  const classes = new Map(
    Object.entries(flow.questions).map(([name, question]) => [name, answerClasses(question, rules, context)]),
  );
  const classesOf: ClassesOf = (question) => classes.get(question) ?? [];
  const graph = exploreFlow(flow, classesOf);
  const problems = [...graph.problems];
  const { paths, longest } = problems.length === 0 ? countPaths(flow, classesOf) : { paths: 0n, longest: 0 };

  const unreachable = rules.advice.filter(
    ({ when, countries }) => !when.some((alternative) => isReachable(flow, alternative, countries, classesOf)),
  );
  problems.push(...unreachable.map(({ kind, id }) => `${kind}/${id} can never appear in a plan; correct its condition`));

  const isConditional = ({ when }: AdviceRule): boolean => when.every((alternative) => Object.keys(alternative).length > 0);
  const stepless = findPathWithout(
    flow,
    rules.advice.filter((rule) => rule.kind === "steps" && isConditional(rule)),
    classesOf,
  );
  if (stepless) problems.push(`no step answers this path: ${stepless.join(", ")}`);
  const contactless = findPathWithout(
    flow,
    rules.advice.filter(({ kind }) => kind === "organisations"),
    classesOf,
  );
  if (contactless) problems.push(`nobody to contact on this path: ${contactless.join(", ")}`);
  problems.push(...findInertAnswers(flow, graph, rules, classesOf));

  return {
    wizard: flow.id,
    questions: Object.keys(flow.questions).length,
    answers: [...classes.values()].reduce((sum, { length }) => sum + length, 0),
    positions: graph.positions.size,
    edges: graph.edges,
    paths,
    longestPath: longest,
    advice: rules.advice.length,
    problems,
  };
}
