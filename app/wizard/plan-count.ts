import type { Flow, Position } from "../../machines/flow.ts";
import { noneAnswer, unknownAnswer, type Question } from "../../machines/question.ts";
import type { AnswerClass } from "./answer-classes.ts";
import { createDiagrams, type Diagram, type Diagrams } from "./decision-diagram.ts";
import { edgesFrom, orderOf, type ClassesOf, type FlowGraph } from "./flow-graph.ts";
import { countImage } from "./image-count.ts";
import type { AdviceRule, PlanRules } from "./rules.ts";

/** The answers to a question as values of variables: one variable, or for a choice of several options one for each option. */
interface AnswerCode {
  readonly question: string;
  readonly variables: readonly number[];
  readonly sizes: readonly number[];
  /** The answer that values of its variables stand for. */
  readonly answerOf: (values: readonly number[]) => AnswerClass | undefined;
}

/** Ticking nothing stands for "I don't know" and, where this is an option, with one variable more for "none of these". */
function codeOfMany(question: string, options: readonly string[], classes: readonly AnswerClass[], first: number): AnswerCode {
  const ticked = options.filter((option) => option !== noneAnswer);
  const count = ticked.length + (options.includes(noneAnswer) ? 1 : 0);
  const nameOf = (answer: readonly string[]): string => [...answer].sort().join("+");
  const byName = new Map(classes.map((answerClass) => [nameOf(answerClass.answer), answerClass]));
  return {
    question,
    variables: Array.from({ length: count }, (_, index) => first + index),
    sizes: Array.from({ length: count }, () => 2),
    answerOf(values) {
      const answer = ticked.filter((_, index) => values[index] === 1);
      return byName.get(answer.length > 0 ? nameOf(answer) : values[ticked.length] === 1 ? noneAnswer : unknownAnswer);
    },
  };
}

function codeOf(question: string, definition: Question | undefined, classes: readonly AnswerClass[], first: number): AnswerCode {
  if (definition?.kind === "many") return codeOfMany(question, definition.options, classes, first);
  return { question, variables: [first], sizes: [classes.length], answerOf: ([value = 0]) => classes[value] };
}

/** What decides a plan, as functions of all answers. A question that is not asked makes no condition true. */
interface Conditions {
  readonly diagrams: Diagrams;
  /** Whether the flow comes to such a place. */
  readonly comesTo: (isThere: (position: Position) => boolean) => Diagram;
  /** Whether a question is asked and answered so. */
  readonly isAnswered: (question: string, isSo: (answer: AnswerClass) => boolean) => Diagram;
}

function conditionsOf(flow: Flow, graph: FlowGraph, classesOf: ClassesOf): Conditions {
  const codes = new Map<string, AnswerCode>();
  let next = 0;
  for (const question of orderOf(flow, graph).filter((place) => Object.hasOwn(flow.questions, place))) {
    const code = codeOf(question, flow.questions[question], classesOf(question), next);
    codes.set(question, code);
    next += code.variables.length;
  }
  const diagrams = createDiagrams([...codes.values()].flatMap(({ sizes }) => sizes));

  /** Goes on by the answer to a question. */
  const byAnswer = (question: string, goOn: (answer: AnswerClass) => Diagram): Diagram => {
    const code = codes.get(question);
    if (!code) return diagrams.never;
    const branch = (values: readonly number[]): Diagram => {
      const variable = code.variables[values.length];
      if (variable === undefined) {
        const answer = code.answerOf(values);
        return answer ? goOn(answer) : diagrams.never;
      }
      const size = code.sizes[values.length] ?? 0;
      return diagrams.choose(
        variable,
        Array.from({ length: size }, (_, value) => branch([...values, value])),
      );
    };
    return branch([]);
  };

  const comesTo: Conditions["comesTo"] = (isThere) => {
    const known = new Map<string, Diagram>();
    const from = (position: Position): Diagram => {
      const { question, key } = position;
      if (isThere(position)) return diagrams.always;
      if (question === null) return diagrams.never;
      const before = known.get(key);
      if (before) return before;
      const ways = new Map(edgesFrom(graph, position).map((edge) => [edge.answer.join("+"), edge.next]));
      const diagram = byAnswer(question, ({ answer }) => {
        const after = ways.get(answer.join("+"));
        return after ? from(after) : diagrams.never;
      });
      known.set(key, diagram);
      return diagram;
    };
    return from(graph.start);
  };

  const asked = new Map([...codes.keys()].map((name) => [name, comesTo(({ question }) => question === name)]));
  const isAnswered: Conditions["isAnswered"] = (question, isSo) =>
    diagrams.and(
      asked.get(question) ?? diagrams.never,
      byAnswer(question, (answer) => (isSo(answer) ? diagrams.always : diagrams.never)),
    );
  return { diagrams, comesTo, isAnswered };
}

/** When a piece of advice stands in a plan. */
function whenHolds({ when, countries }: AdviceRule, { diagrams, isAnswered }: Conditions): Diagram {
  const { always, never, and, or } = diagrams;
  const limited = countries.length > 0 ? isAnswered("country", ({ answer }) => countries.includes(answer[0] ?? "")) : always;
  return when
    .map((alternative) =>
      Object.entries(alternative)
        .map(([question, wanted]) => isAnswered(question, ({ values }) => values.some((value) => wanted.includes(value))))
        .reduce(and, limited),
    )
    .reduce(or, never);
}

/**
 * How many different plans a wizard can end in: exact, over all its paths. Two plans are the same when the same advice stands in
 * both (steps, warnings, documents, grounds, letters, organisations) and the person is in the same country, or in countries that no
 * rule tells apart (see `answerClasses`). Not told apart are plans with the same advice that differ only in the days and states of
 * time limits, or in the answers that they name as reasons. 0 for a wizard that only leads into others.
 */
export function countPlans(flow: Flow, graph: FlowGraph, rules: PlanRules, classesOf: ClassesOf): bigint {
  const conditions = conditionsOf(flow, graph, classesOf);
  const { never, and, always } = conditions.diagrams;
  const toPlan = conditions.comesTo(({ outcome }) => outcome === "plan");
  if (toPlan === never) return 0n;
  const countries = classesOf("country").map((country) =>
    conditions.isAnswered("country", ({ answer }) => answer[0] === country.answer[0]),
  );
  const advice = rules.advice.map((rule) => whenHolds(rule, conditions));
  const results = [toPlan, ...[...countries, ...advice].map((holds) => and(toPlan, holds))];
  // Paths that end elsewhere have all one result: nothing holds.
  return countImage(conditions.diagrams, results) - (toPlan === always ? 0n : 1n);
}
