import { isDay } from "../../machines/days.ts";
import { unknownAnswer, type Question } from "../../machines/question.ts";
import { earliestDay, isAllowed, type ValueContext } from "../../machines/values.ts";

/**
 * Names of the fields of a question's form. `begin` stands in a wizard's first form only: answers given before are dropped, since
 * they may be another person's.
 */
export const fields = {
  begin: "begin",
  question: "question",
  answer: "answer",
  day: "day",
  month: "month",
  year: "year",
} as const;

/** Why an answer was not taken. Each has its message in the interface strings `wizard:problem`. */
export const answerProblems = ["nothing-chosen", "none-and-other", "no-such-day", "day-in-future", "day-too-early"] as const;
export type AnswerProblem = (typeof answerProblems)[number];

export type ReadAnswer = { readonly answer: readonly string[] } | { readonly problem: AnswerProblem };

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

function readDay(form: FormData, today: string): ReadAnswer {
  const [day, month, year] = [text(form, fields.day), text(form, fields.month), text(form, fields.year)];
  if (!day && !month && !year) return { problem: "nothing-chosen" };
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isDay(written)) return { problem: "no-such-day" };
  if (written > today) return { problem: "day-in-future" };
  if (written < earliestDay) return { problem: "day-too-early" };
  return { answer: [written] };
}

/**
 * Reads the answer to a question from its form, on the server and in the page alike.
 * "I don't know" beside a written day or other options counts as a contradiction only where `none` does; a ticked
 * "I don't know" alone is an answer.
 */
export function readAnswer(question: Question, form: FormData, context: ValueContext): ReadAnswer {
  const chosen = form.getAll(fields.answer).filter((value): value is string => typeof value === "string" && value !== "");
  if (question.kind === "date")
    return chosen.includes(unknownAnswer) ? { answer: [unknownAnswer] } : readDay(form, context.today);
  if (chosen.length === 0) return { problem: "nothing-chosen" };
  if (isAllowed(question, chosen, context)) return { answer: chosen };
  return { problem: question.kind === "many" ? "none-and-other" : "nothing-chosen" };
}
