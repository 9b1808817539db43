import type { Flow } from "../../machines/flow.ts";
import type { ValueContext } from "../../machines/values.ts";
import type { Bag } from "./bag.ts";
import { readAnswer, type AnswerProblem } from "./form.ts";

/** What became of a form that was sent: the answers with the new one among them, or why it was not taken. */
export type Taken = { readonly bag: Bag } | { readonly problem: AnswerProblem };

/**
 * Takes the answer to a question from its form, on both rails. Null if the flow has no such question. Where it changes whom the plan is
 * for, the other answers are dropped: the country of one person is not that of another.
 */
export function takeAnswer(flow: Flow, bag: Bag, question: string, form: FormData, context: ValueContext): Taken | null {
  const definition = Object.hasOwn(flow.questions, question) ? flow.questions[question] : undefined;
  if (!definition) return null;
  const read = readAnswer(definition, form, context);
  if ("problem" in read) return read;
  const isOther = definition.kind === "one" && definition.decidesPerson && bag[question]?.join() !== read.answer.join();
  return { bag: { ...(isOther ? {} : bag), [question]: read.answer } };
}
