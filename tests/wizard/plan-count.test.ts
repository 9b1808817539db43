import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flow, Position } from "../../machines/flow.ts";
import type { Question } from "../../machines/question.ts";
import { answerClasses } from "../../app/wizard/answer-classes.ts";
import { edgesFrom, exploreFlow, type FlowGraph } from "../../app/wizard/flow-graph.ts";
import { createDiagrams, type Diagram } from "../../app/wizard/decision-diagram.ts";
import { countImage } from "../../app/wizard/image-count.ts";
import { linesOf, plan } from "../../app/wizard/plan.ts";
import { countPlans } from "../../app/wizard/plan-count.ts";
import type { Answered } from "../../app/wizard/replay.ts";
import type { AdviceRule, PlanRules } from "../../app/wizard/rules.ts";
import { rule } from "./rule.ts";

const context = { countryClasses: { kz: "transit", fr: "eu", de: "eu" }, today: "2026-11-22" };

const kinds: readonly Question[] = [
  { kind: "one", options: ["a", "b"] },
  { kind: "one", options: ["a", "b", "c"] },
  { kind: "many", options: ["a", "b", "none"] },
  { kind: "many", options: ["a", "b", "c"] },
  { kind: "date" },
  { kind: "pause" },
];
const values = ["a", "b", "c", "none", "unknown", "without-a", "without-b", "within-week", "earlier", "seen"];

/** A flow whose questions follow one another, some left out according to the answers before, as numbers from a generator decide. */
function flowOfNumbers(questions: Readonly<Record<string, Question>>, numbers: readonly number[]): Flow {
  const names = Object.keys(questions);
  const number = (index: number): number => numbers[index % numbers.length] ?? 0;
  const at = (place: number, remembered: number): Position => {
    const question = names[place] ?? null;
    const outcome = question === null ? (number(remembered) % 7 === 6 ? "elsewhere" : "plan") : null;
    return {
      question,
      outcome,
      key: `${String(place)} ${String(remembered)}`,
      next(answer) {
        const told = number(place + answer.reduce((sum, value) => sum + value.charCodeAt(0) + value.length, 0));
        const after = told % 3 === 0 ? (remembered + told) % 4 : remembered;
        const over = number(place * 5 + after + told) % 4 === 3 ? 2 : 1;
        return at(Math.min(place + over, names.length), after);
      },
    };
  };
  return { id: "random", questions, start: at(0, 0), outcomes: ["plan", "elsewhere"] };
}

const adviceOf = (questions: readonly string[]): fc.Arbitrary<AdviceRule> =>
  fc
    .record({
      when: fc.array(
        fc.dictionary(
          fc.constantFrom(...questions),
          fc.uniqueArray(fc.constantFrom(...values, "eu", "transit", "kz"), { minLength: 1 }),
          {
            maxKeys: 3,
          },
        ),
        { minLength: 1, maxLength: 3 },
      ),
      countries: fc.constantFrom<readonly string[]>([], [], [], ["kz"], ["fr", "kz"]),
    })
    .map(({ when, countries }) => rule("steps", JSON.stringify([when, countries]), when, countries));

const cases = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 4 }).chain((asked) => {
  const country: Question = { kind: "country", classes: ["transit", "eu"], elsewhere: { ru: "origin" } };
  const questions = Object.fromEntries(
    [country, ...asked].map((question, index) => [index === 0 ? "country" : `q${String(index)}`, question]),
  );
  return fc.record({
    questions: fc.constant(questions),
    numbers: fc.array(fc.nat(100), { minLength: 7, maxLength: 31 }),
    advice: fc.array(adviceOf(Object.keys(questions)), { maxLength: 9 }),
  });
});

/** Walks every path and makes its plan. */
function plansOneByOne(graph: FlowGraph, rules: PlanRules): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (position: Position, path: readonly Answered[]): void => {
    const { question } = position;
    if (question === null) {
      const country = path.find((answered) => answered.question === "country")?.answer[0];
      const made = linesOf(plan(path, rules, context.today)).map(({ rule }) => rule.id);
      if (position.outcome === "plan") found.add(JSON.stringify([country, made]));
      return;
    }
    for (const { answer, values: seen, next } of edgesFrom(graph, position))
      walk(next, [...path, { question, answer, values: seen }]);
  };
  walk(graph.start, []);
  return found;
}

describe("the number of different plans", () => {
  it("is what making the plan of every path gives", () => {
    let several = 0;
    fc.assert(
      fc.property(cases, ({ questions, numbers, advice }) => {
        const flow = flowOfNumbers(questions, numbers);
        const rules = { advice, deadlines: {}, countryClasses: context.countryClasses };
        const classesOf = (name: string) => {
          const question = questions[name];
          return question ? answerClasses(question, rules, context) : [];
        };
        const graph = exploreFlow(flow, classesOf);
        const plans = plansOneByOne(graph, rules);
        if (plans.size > 12) several += 1;
        expect(countPlans(flow, graph, rules, classesOf)).toBe(BigInt(plans.size));
      }),
      // So many that the last line does not hang on chance: about one flow in ten has more than a dozen plans.
      { numRuns: 400 },
    );
    expect(several).toBeGreaterThan(10);
  });
});

describe("the number of different results", () => {
  const sizes = [2, 3, 2, 2, 4, 2];
  const tables = fc.array(
    fc.record({
      asks: fc.uniqueArray(fc.nat(sizes.length - 1), { maxLength: 4 }),
      results: fc.array(fc.boolean(), { minLength: 1, maxLength: 48 }),
    }),
    { maxLength: 9 },
  );

  it("is what trying all values gives, for functions of any kind", () => {
    fc.assert(
      fc.property(tables, (functions) => {
        const diagrams = createDiagrams(sizes);
        const result = ({ asks, results }: (typeof functions)[number], given: readonly number[]): boolean =>
          results[asks.reduce((sum, variable) => sum * 4 + (given[variable] ?? 0), 0) % results.length] ?? false;
        const diagramOf = (one: (typeof functions)[number], given: readonly number[]): Diagram => {
          const size = sizes[given.length];
          if (size === undefined) return result(one, given) ? diagrams.always : diagrams.never;
          return diagrams.choose(
            given.length,
            Array.from({ length: size }, (_, value) => diagramOf(one, [...given, value])),
          );
        };
        const all = sizes.reduce<readonly (readonly number[])[]>(
          (before, size) => before.flatMap((given) => Array.from({ length: size }, (_, value) => [...given, value])),
          [[]],
        );
        const different = new Set(all.map((given) => functions.map((one) => (result(one, given) ? "1" : "0")).join("")));
        expect(
          countImage(
            diagrams,
            functions.map((one) => diagramOf(one, [])),
          ),
        ).toBe(BigInt(different.size));
      }),
      { numRuns: 100 },
    );
  });
});
