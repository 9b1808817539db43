import { unknownAnswer, type AnswerEvent } from "./question.ts";

/** Guard: the answer that is being given has one of these values. */
export function answered({ event }: { readonly event: AnswerEvent }, values: readonly string[]): boolean {
  return event.values.some((value) => values.includes(value));
}

/** Guard: the person is in a country of one of these classes. */
export function isIn({ context }: { readonly context: { readonly place: string } }, classes: readonly string[]): boolean {
  return classes.includes(context.place);
}

/** What is remembered of an answer that steers later: its first value, of a country its class. */
export function firstValue({ event }: { readonly event: AnswerEvent }): string {
  return event.values[0] ?? unknownAnswer;
}
