import { assign, setup } from "xstate";
import type { AnswerEvent, Questions } from "./question.ts";
import { dangersOfNow, sharedQuestions } from "./shared-questions.ts";
import { answered, firstValue, isIn } from "./steering.ts";

/** The questions of the person who refuses to fight, in the order of the flow. */
export const asylumQuestions = {
  country: sharedQuestions.country,
  danger: sharedQuestions.danger,
  "help-now": sharedQuestions["help-now"],
  service: sharedQuestions.service,
  summons: { kind: "one", options: ["paper", "electronic", "none"] },
  left: { kind: "one", options: ["left-unit", "not-returned", "never-arrived", "still-serving"] },
  "left-on": sharedQuestions["left-on"],
  fighting: sharedQuestions.fighting,
  refused: { kind: "one", options: ["order-to-fight", "to-report", "unlawful-order", "contract-signing", "nothing-said"] },
  reason: { kind: "many", options: ["war-wrong", "conscience", "crimes", "treatment", "health", "fear", "family"] },
  voiced: { kind: "one", options: ["publicly", "to-command", "to-close", "never"] },
  case: sharedQuestions.case,
  passport: sharedQuestions.passport,
  papers: {
    kind: "many",
    options: ["military-id", "summons-paper", "orders", "medical", "case-papers", "messages", "none"],
  },
  exit: { kind: "one", options: ["free", "restricted"] },
  entered: { kind: "one", options: ["own-visa", "other-visa", "without-visa", "other-claim"] },
  stay: sharedQuestions.stay,
  "arrived-on": sharedQuestions["arrived-on"],
  claim: sharedQuestions.claim,
  "lodged-under": { kind: "one", options: ["before-pact", "since-pact"] },
  "refused-on": sharedQuestions["refused-on"],
  refusal: { kind: "one", options: ["ordinary", "accelerated", "transfer"] },
  family: sharedQuestions.family,
  threats: sharedQuestions.threats,
} as const satisfies Questions;

export type AsylumQuestion = keyof typeof asylumQuestions;

interface Remembered {
  /** Class of the country the person is in. */
  readonly place: string;
}

/**
 * The flow of the person who refuses to fight. A state is a question and carries its name; its event carries the answer's values.
 * What differs from country to country is content, not a branch here.
 */
export const asylumMachine = setup({
  types: {
    context: {} as Remembered,
    events: {} as AnswerEvent<AsylumQuestion>,
  },
  actions: {
    rememberPlace: assign({ place: firstValue }),
  },
  guards: {
    answered,
    answeredIn: ({ context, event }, { values, place }: { values: readonly string[]; place: string }) =>
      isIn({ context }, [place]) && answered({ event }, values),
    isIn,
  },
}).createMachine({
  id: "asylum",
  context: { place: "unknown" },
  initial: "country",
  states: {
    // Where the person is, and whether anything must be done before talking on.
    country: { on: { country: { target: "danger", actions: "rememberPlace" } } },
    danger: {
      on: {
        danger: [{ guard: { type: "answered", params: dangersOfNow }, target: "help-now" }, { target: "service" }],
      },
    },
    "help-now": { on: { "help-now": "service" } },

    // Service: men in a unit are asked about leaving it, the others about a summons.
    service: {
      on: {
        service: [
          { guard: { type: "answered", params: ["reservist", "liable"] }, target: "summons" },
          { guard: { type: "answered", params: ["discharged"] }, target: "fighting" },
          { target: "left" },
        ],
      },
    },
    summons: { on: { summons: "refused" } },
    left: {
      on: {
        left: [
          { guard: { type: "answered", params: ["left-unit", "not-returned", "never-arrived"] }, target: "left-on" },
          { target: "fighting" },
        ],
      },
    },
    "left-on": { on: { "left-on": "fighting" } },
    fighting: { on: { fighting: "refused" } },

    // What was refused and why: this decides which ground can carry a claim.
    refused: { on: { refused: "reason" } },
    reason: { on: { reason: "voiced" } },
    voiced: { on: { voiced: "case" } },
    case: { on: { case: "passport" } },

    // Papers.
    passport: { on: { passport: "papers" } },
    papers: {
      on: {
        papers: [
          { guard: { type: "isIn", params: ["origin"] }, target: "exit" },
          { guard: { type: "isIn", params: ["eu"] }, target: "entered" },
          { target: "stay" },
        ],
      },
    },

    // The way out, or the stay and the claim in the country where the person is.
    exit: { on: { exit: "family" } },
    entered: { on: { entered: "arrived-on" } },
    stay: { on: { stay: "arrived-on" } },
    "arrived-on": { on: { "arrived-on": "claim" } },
    claim: {
      on: {
        claim: [
          { guard: { type: "answeredIn", params: { values: ["refused"], place: "eu" } }, target: "lodged-under" },
          { guard: { type: "answered", params: ["refused"] }, target: "refused-on" },
          { target: "family" },
        ],
      },
    },
    // The Pact of 12 June 2026 applies to claims lodged since: the day of lodging decides which time limits run.
    "lodged-under": { on: { "lodged-under": "refused-on" } },
    "refused-on": { on: { "refused-on": "refusal" } },
    refusal: { on: { refusal: "family" } },

    // People.
    family: { on: { family: "threats" } },
    threats: { on: { threats: "plan" } },
    plan: { type: "final" },
  },
});
