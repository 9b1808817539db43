import { assign, setup } from "xstate";
import type { AnswerEvent, Questions } from "./question.ts";
import { dangersOfNow, sharedQuestions } from "./shared-questions.ts";
import { answered, firstValue } from "./steering.ts";

/** The questions of the front door, in the order of the flow. What is asked here is not asked again in the wizard it leads to. */
export const startQuestions = {
  who: {
    kind: "one",
    options: ["self", "relative", "helper", "for-relatives"],
    unknownMeans: "self",
    decidesPerson: true,
  },
  country: sharedQuestions.country,
  danger: sharedQuestions.danger,
  "help-now": sharedQuestions["help-now"],
  matter: { kind: "one", options: ["protection", "record", "payment"], unknownMeans: "protection" },
} as const satisfies Questions;

export type StartQuestion = keyof typeof startQuestions;

interface Remembered {
  readonly who: string;
  /** Class of the country in which the person of the plan is: whoever asks, or those for whom he answers. */
  readonly place: string;
}

/**
 * The front door: who is asking, where the person of the plan is, whether something threatens now, and what it is about. Its final
 * states are the wizards that go on. A relative who needs help himself goes on to the family's questions. Whoever acts for another
 * goes on to the same questions in the third person: for one who refuses to fight, or for relatives, be it as their helper or as the
 * one who refuses. The family's questions ask by themselves what threatens relatives now.
 */
export const startMachine = setup({
  types: {
    context: {} as Remembered,
    events: {} as AnswerEvent<StartQuestion>,
  },
  actions: {
    rememberWho: assign({ who: firstValue }),
    rememberPlace: assign({ place: firstValue }),
  },
  guards: {
    answered,
    isRelative: ({ context }) => context.who === "relative",
    isHelper: ({ context }) => context.who === "helper",
    isForRelatives: ({ context }) => context.who === "for-relatives",
    answeredByHelper: ({ context, event }, value: string) => context.who === "helper" && event.values.includes(value),
    helperInTransit: ({ context }) => context.who === "helper" && context.place === "transit",
    isInTransit: ({ context }) => context.place === "transit",
  },
}).createMachine({
  id: "start",
  context: { who: "unknown", place: "unknown" },
  initial: "who",
  states: {
    who: { on: { who: { target: "country", actions: "rememberWho" } } },
    country: {
      on: {
        country: [
          { guard: "isRelative", target: "family", actions: "rememberPlace" },
          { guard: "isForRelatives", target: "family-another", actions: "rememberPlace" },
          { target: "danger", actions: "rememberPlace" },
        ],
      },
    },
    danger: {
      on: {
        danger: [{ guard: { type: "answered", params: dangersOfNow }, target: "help-now" }, { target: "matter" }],
      },
    },
    "help-now": { on: { "help-now": "matter" } },
    matter: {
      on: {
        matter: [
          { guard: { type: "answeredByHelper", params: "record" }, target: "record-another" },
          { guard: { type: "answered", params: ["record"] }, target: "record" },
          { guard: { type: "answeredByHelper", params: "payment" }, target: "payment-another" },
          { guard: { type: "answered", params: ["payment"] }, target: "payment" },
          { guard: "helperInTransit", target: "transit-another" },
          { guard: "isInTransit", target: "transit" },
          { guard: "isHelper", target: "asylum-another" },
          { target: "asylum" },
        ],
      },
    },
    family: { type: "final" },
    "family-another": { type: "final" },
    asylum: { type: "final" },
    "asylum-another": { type: "final" },
    transit: { type: "final" },
    "transit-another": { type: "final" },
    record: { type: "final" },
    "record-another": { type: "final" },
    payment: { type: "final" },
    "payment-another": { type: "final" },
  },
});
