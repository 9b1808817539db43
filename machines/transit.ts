import { assign, setup } from "xstate";
import type { AnswerEvent, Questions } from "./question.ts";
import { dangersOfNow, sharedQuestions } from "./shared-questions.ts";
import { answered, firstValue } from "./steering.ts";

/** The questions of a person in a country that may hand them over, in the order of the flow. */
export const transitQuestions = {
  country: sharedQuestions.country,
  danger: sharedQuestions.danger,
  "help-now": sharedQuestions["help-now"],
  "held-for": { kind: "one", options: ["wanted", "stay", "russians", "entry"] },
  service: sharedQuestions.service,
  fighting: sharedQuestions.fighting,
  case: sharedQuestions.case,
  passport: sharedQuestions.passport,
  crossing: { kind: "one", options: ["checked", "unchecked"] },
  stay: sharedQuestions.stay,
  "arrived-on": sharedQuestions["arrived-on"],
  claim: sharedQuestions.claim,
  "refused-on": sharedQuestions["refused-on"],
  certificate: { kind: "one", options: ["valid", "expired", "not-given"] },
  prepared: { kind: "many", options: ["lawyer", "trusted", "power", "copies", "none"] },
  ties: { kind: "many", options: ["visa", "relatives", "public", "none"] },
  family: sharedQuestions.family,
  threats: sharedQuestions.threats,
} as const satisfies Questions;

export type TransitQuestion = keyof typeof transitQuestions;

interface Remembered {
  /** Class of the country the person is in. */
  readonly place: string;
  /** Somebody holds the person, sends them away or does not let them through. */
  readonly held: boolean;
}

/**
 * The flow of a person in a country that may hand them over. Whoever is elsewhere learns what to do now and where to ask on.
 * What differs from country to country is content, not a branch here.
 */
export const transitMachine = setup({
  types: {
    context: {} as Remembered,
    events: {} as AnswerEvent<TransitQuestion>,
  },
  actions: {
    rememberPlace: assign({ place: firstValue }),
    rememberHeld: assign({
      held: ({ event }) => event.values.some((value) => ["detained", "removal", "border-stop"].includes(value)),
    }),
  },
  guards: {
    answered,
    isElsewhere: ({ context }) => ["origin", "eu", "other-refuge"].includes(context.place),
    isHeld: ({ context }) => context.held,
  },
}).createMachine({
  id: "transit",
  context: { place: "unknown", held: false },
  initial: "country",
  states: {
    // Where the person is, and whether anything must be done before talking on.
    country: { on: { country: { target: "danger", actions: "rememberPlace" } } },
    danger: {
      on: {
        danger: [
          { guard: { type: "answered", params: dangersOfNow }, target: "help-now", actions: "rememberHeld" },
          { guard: "isElsewhere", target: "plan" },
          { target: "service" },
        ],
      },
    },
    "help-now": {
      on: {
        "help-now": [{ guard: "isElsewhere", target: "plan" }, { guard: "isHeld", target: "held-for" }, { target: "service" }],
      },
    },
    "held-for": { on: { "held-for": "service" } },

    // What Russia wants the person for, and what closes the ways on.
    service: { on: { service: "fighting" } },
    fighting: { on: { fighting: "case" } },
    case: { on: { case: "passport" } },
    passport: { on: { passport: "crossing" } },

    // The stay here.
    crossing: { on: { crossing: "stay" } },
    stay: { on: { stay: "arrived-on" } },
    "arrived-on": { on: { "arrived-on": "claim" } },

    // The claim here.
    claim: {
      on: {
        claim: [
          { guard: { type: "answered", params: ["refused"] }, target: "refused-on" },
          { guard: { type: "answered", params: ["said", "lodged"] }, target: "certificate" },
          { target: "prepared" },
        ],
      },
    },
    "refused-on": { on: { "refused-on": "certificate" } },
    certificate: { on: { certificate: "prepared" } },

    // What is ready, and where a way on could lead.
    prepared: { on: { prepared: "ties" } },
    ties: { on: { ties: "family" } },

    // People.
    family: { on: { family: "threats" } },
    threats: { on: { threats: "plan" } },
    plan: { type: "final" },
  },
});
