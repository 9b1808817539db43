import { assign, setup } from "xstate";
import type { AnswerEvent, Questions } from "./question.ts";
import { sharedQuestions } from "./shared-questions.ts";
import { answered, firstValue, isIn } from "./steering.ts";

/** The questions of a relative of someone who refuses to fight, in the order of the flow. `refuser-…` speaks of that person. */
export const familyQuestions = {
  country: sharedQuestions.country,
  "pressure-now": { kind: "one", options: ["search", "summoned", "held", "threatened", "none"] },
  "help-now": sharedQuestions["help-now"],
  relation: { kind: "one", options: ["spouse", "parent", "child", "sibling", "grandparent", "partner", "other"] },
  "refuser-where": {
    kind: "one",
    options: ["in-unit", "in-russia", "held", "prison", "abroad-safe", "abroad-transit", "missing"],
  },
  "refuser-service": { kind: "one", options: ["soldier", "prison-recruit", "liable", "discharged"] },
  "refuser-case": { kind: "one", options: ["recorded", "charged", "wanted", "none"] },
  happened: { kind: "many", options: ["visits", "questioned", "searched", "violence", "called-up", "own-case", "none"] },
  asked: { kind: "many", options: ["tell-where", "persuade", "sign", "phone", "shelter", "send-things", "none"] },
  "refuser-pay": { kind: "many", options: ["pay-stopped", "benefits", "court-missing", "none"] },
  work: { kind: "one", options: ["pressed", "dismissed", "none"] },
  "dismissed-on": { kind: "date" },
  children: { kind: "many", options: ["school", "guardianship", "abroad", "none"] },
  wish: { kind: "one", options: ["join", "bring-him", "stay"] },
  passport: sharedQuestions.passport,
  "refuser-claim": { kind: "one", options: ["none", "lodged", "refused", "refugee", "other-protection"] },
  "protected-on": { kind: "date" },
  claim: sharedQuestions.claim,
  contact: { kind: "many", options: ["ordinary", "messenger", "protected", "none"] },
  weighs: { kind: "many", options: ["crisis", "no-money", "no-lawyer", "none"] },
} as const satisfies Questions;

export type FamilyQuestion = keyof typeof familyQuestions;

interface Remembered {
  /** Class of the country the relative is in. */
  readonly place: string;
  /** Whether the person who refuses is abroad: only then is his claim asked for. */
  readonly refuserAbroad: boolean;
}

/** What a relative may have to face today: after these the wizard halts at what to do now. */
const pressureOfNow = ["search", "summoned", "held", "threatened"];

/** Classes of countries in which the relative himself may need protection. */
const abroad = ["transit", "eu", "other-refuge"];

/**
 * The flow of relatives. What is asked about the person who refuses stands before what the relatives need for themselves,
 * since it decides what may be said, kept silent, paid and claimed.
 */
export const familyMachine = setup({
  types: {
    context: {} as Remembered,
    events: {} as AnswerEvent<FamilyQuestion>,
  },
  actions: {
    rememberPlace: assign({ place: firstValue }),
    rememberRefuser: assign({
      refuserAbroad: ({ event }) => event.values.some((value) => value === "abroad-safe" || value === "abroad-transit"),
    }),
  },
  guards: {
    answered,
    isIn,
    refuserAbroad: ({ context }) => context.refuserAbroad,
  },
}).createMachine({
  id: "family",
  context: { place: "unknown", refuserAbroad: false },
  initial: "country",
  states: {
    // Where the relative is, and whether anything must be done before talking on.
    country: { on: { country: { target: "pressure-now", actions: "rememberPlace" } } },
    "pressure-now": {
      on: {
        "pressure-now": [{ guard: { type: "answered", params: pressureOfNow }, target: "help-now" }, { target: "relation" }],
      },
    },
    "help-now": { on: { "help-now": "relation" } },

    // Who he is to the relative: the law protects close relatives and nobody else. Then where he is and what hangs over him.
    relation: { on: { relation: "refuser-where" } },
    "refuser-where": { on: { "refuser-where": { target: "refuser-service", actions: "rememberRefuser" } } },
    "refuser-service": { on: { "refuser-service": "refuser-case" } },
    "refuser-case": { on: { "refuser-case": "happened" } },

    // What has been done to the relatives, and what is wanted of them.
    happened: { on: { happened: "asked" } },
    asked: { on: { asked: "refuser-pay" } },

    // Losses: his pay and the payments of the family, work (Russian law only), children.
    "refuser-pay": {
      on: {
        "refuser-pay": [{ guard: { type: "isIn", params: abroad }, target: "children" }, { target: "work" }],
      },
    },
    work: {
      on: {
        work: [{ guard: { type: "answered", params: ["dismissed"] }, target: "dismissed-on" }, { target: "children" }],
      },
    },
    "dismissed-on": { on: { "dismissed-on": "children" } },
    children: { on: { children: "wish" } },

    // Being together again: the papers of the relative, his claim, the relative's own.
    wish: {
      on: {
        wish: [
          { guard: { type: "answered", params: ["join"] }, target: "passport" },
          { guard: "refuserAbroad", target: "refuser-claim" },
          { guard: { type: "isIn", params: abroad }, target: "claim" },
          { target: "contact" },
        ],
      },
    },
    passport: {
      on: {
        passport: [
          { guard: "refuserAbroad", target: "refuser-claim" },
          { guard: { type: "isIn", params: abroad }, target: "claim" },
          { target: "contact" },
        ],
      },
    },
    "refuser-claim": {
      on: {
        "refuser-claim": [
          { guard: { type: "answered", params: ["refugee", "other-protection"] }, target: "protected-on" },
          { guard: { type: "isIn", params: abroad }, target: "claim" },
          { target: "contact" },
        ],
      },
    },
    "protected-on": {
      on: {
        "protected-on": [{ guard: { type: "isIn", params: abroad }, target: "claim" }, { target: "contact" }],
      },
    },
    claim: { on: { claim: "contact" } },

    // How they keep in touch, and what weighs most.
    contact: { on: { contact: "weighs" } },
    weighs: { on: { weighs: "plan" } },
    plan: { type: "final" },
  },
});
