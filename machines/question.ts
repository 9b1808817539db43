/**
 * What a wizard may ask. A person's answer to a question is a list of strings: one option, several options, a country or a day.
 * For rules an answer is reduced to *values* (see `values.ts`), and only values reach a machine.
 */
export type Question =
  | {
      readonly kind: "one";
      readonly options: readonly string[];
      /** The option for which "I don't know" is taken, where the flow must choose a way. */
      readonly unknownMeans?: string;
      /** Whether it decides whom the other answers are about: with another answer to it they are another person's, and are dropped. */
      readonly decidesPerson?: boolean;
    }
  | { readonly kind: "many"; readonly options: readonly string[] }
  | { readonly kind: "country"; readonly classes: readonly string[]; readonly elsewhere: Readonly<Record<string, string>> }
  | { readonly kind: "date" }
  /** No question but a halt: what must be done now is shown, and the reader goes on. */
  | { readonly kind: "pause" };

/** Every question also takes this answer. It means undecided, never "no". */
export const unknownAnswer = "unknown";

/** In a question of kind `many`, the option that excludes the others. */
export const noneAnswer = "none";

/** The only answer to a pause. */
export const seenAnswer = "seen";

/** How long ago an answered day lies, in whole days, smallest class first. */
export const dayAges = [
  { value: "within-week", days: 7 },
  { value: "within-month", days: 31 },
  { value: "within-year", days: 366 },
  { value: "earlier", days: Number.POSITIVE_INFINITY },
] as const;

export type Questions = Readonly<Record<string, Question>>;

/** What a machine receives: one event a question, with the values of the answer. */
export interface AnswerEvent<Q extends string = string> {
  readonly type: Q;
  readonly values: readonly string[];
}
