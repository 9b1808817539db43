import { daysBetween, isDay } from "./days.ts";
import { dayAges, noneAnswer, seenAnswer, unknownAnswer, type Question } from "./question.ts";

/** What the reduction of answers to values has to know beyond the answer: the countries with their classes, and today's date. */
export interface ValueContext {
  /** Class of each country that has a page, by its two-letter id. */
  readonly countryClasses: Readonly<Record<string, string>>;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
}

/** The earliest day that a question about a day accepts: nobody who answers was already in this situation before. */
export const earliestDay = "2014-01-01";

/** Whether an answer may be given to a question. Days lie neither in the future nor before `earliestDay`. */
export function isAllowed(question: Question, answer: readonly string[], context: ValueContext): boolean {
  if (answer.length === 0 || new Set(answer).size !== answer.length) return false;
  const [first = ""] = answer;
  if (question.kind === "pause") return answer.length === 1 && first === seenAnswer;
  if (first === unknownAnswer) return answer.length === 1;
  switch (question.kind) {
    case "one":
      return answer.length === 1 && question.options.includes(first);
    case "many":
      return answer.every((option) => question.options.includes(option)) && (answer.length === 1 || !answer.includes(noneAnswer));
    case "country":
      return answer.length === 1 && (Object.hasOwn(context.countryClasses, first) || Object.hasOwn(question.elsewhere, first));
    case "date":
      return answer.length === 1 && isDay(first) && first <= context.today && first >= earliestDay;
  }
}

/**
 * The values of an allowed answer: what conditions (`when`) and machines see of it.
 * A country gives its class and itself, a day its age, several options themselves and `without-…` for each one that was not ticked.
 */
export function valuesOfAnswer(question: Question, answer: readonly string[], context: ValueContext): readonly string[] {
  const [first = unknownAnswer] = answer;
  if (first === unknownAnswer) return [unknownAnswer];
  switch (question.kind) {
    case "one":
    case "pause":
      return answer;
    case "many":
      return [...answer, ...absences(question.options.filter((option) => !answer.includes(option)))];
    case "country":
      return [question.elsewhere[first] ?? context.countryClasses[first] ?? unknownAnswer, first];
    case "date": {
      const age = daysBetween(first, context.today);
      return [dayAges.find(({ days }) => age <= days)?.value ?? unknownAnswer];
    }
  }
}

function absences(options: readonly string[]): string[] {
  return options.filter((option) => option !== noneAnswer).map((option) => `without-${option}`);
}

/** Every value that an answer to this question can have, given the ids of the countries that have a page. */
export function possibleValues(question: Question, countries: readonly string[]): readonly string[] {
  switch (question.kind) {
    case "one":
      return [...question.options, unknownAnswer];
    case "many":
      return [...question.options, ...absences(question.options), unknownAnswer];
    case "country":
      return [...question.classes, ...Object.keys(question.elsewhere), ...countries, unknownAnswer];
    case "date":
      return [...dayAges.map(({ value }) => value), unknownAnswer];
    case "pause":
      return [seenAnswer];
  }
}
