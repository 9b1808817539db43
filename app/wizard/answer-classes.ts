import { addDays } from "../../machines/days.ts";
import { dayAges, noneAnswer, seenAnswer, unknownAnswer, type Question } from "../../machines/question.ts";
import { valuesOfAnswer, type ValueContext } from "../../machines/values.ts";
import type { PlanRules } from "./rules.ts";

/** Answers that no rule and no machine can tell apart, with one of them as their example. */
export interface AnswerClass {
  readonly answer: readonly string[];
  readonly values: readonly string[];
}

function subsets(options: readonly string[]): string[][] {
  return options.reduce<string[][]>((sets, option) => [...sets, ...sets.map((set) => [...set, option])], [[]]);
}

/** What a country changes in a plan beyond its class: rules that name it, help that is limited to it, time limits that it has. */
function countrySignature(country: string, rules: PlanRules): string {
  const named = rules.advice.flatMap(({ kind, id, when, countries }) => {
    const inWhen = when.some(({ country: wanted }) => wanted?.includes(country));
    return inWhen || countries.includes(country) ? [`${kind}/${id}`] : [];
  });
  return JSON.stringify([named, Object.keys(rules.deadlines[country] ?? {}).sort()]);
}

/**
 * Every class of answers to a question: single options, all allowed combinations of several, one day of each age,
 * one country of each kind that rules can tell apart, and "I don't know".
 */
export function answerClasses(question: Question, rules: PlanRules, context: ValueContext): readonly AnswerClass[] {
  const undecided = question.kind === "pause" ? [] : [[unknownAnswer]];
  return [...answersOf(question, rules, context), ...undecided].map((answer) => ({
    answer,
    values: valuesOfAnswer(question, answer, context),
  }));
}

function answersOf(question: Question, rules: PlanRules, context: ValueContext): readonly (readonly string[])[] {
  switch (question.kind) {
    case "pause":
      return [[seenAnswer]];
    case "one":
      return question.options.map((option) => [option]);
    case "many": {
      const combinations = subsets(question.options.filter((option) => option !== noneAnswer)).filter(({ length }) => length > 0);
      return question.options.includes(noneAnswer) ? [...combinations, [noneAnswer]] : combinations;
    }
    case "date":
      return dayAges.map(({ days }, index) => [
        addDays(context.today, -(Number.isFinite(days) ? days : (dayAges[index - 1]?.days ?? 0) + 1)),
      ]);
    case "country": {
      const examples = new Map<string, string>();
      for (const country of [...Object.keys(question.elsewhere), ...Object.keys(context.countryClasses)]) {
        const placeClass = question.elsewhere[country] ?? context.countryClasses[country] ?? unknownAnswer;
        const signature = `${placeClass} ${countrySignature(country, rules)}`;
        if (!examples.has(signature)) examples.set(signature, country);
      }
      return [...examples.values()].map((country) => [country]);
    }
  }
}
