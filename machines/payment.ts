import { assign, setup } from "xstate";
import type { AnswerEvent, Questions } from "./question.ts";
import { dangersOfNow, sharedQuestions } from "./shared-questions.ts";
import { answered, firstValue, isIn } from "./steering.ts";

/** The questions about a payment or an insurance sum after a wound, in the order of the flow. */
export const paymentQuestions = {
  country: sharedQuestions.country,
  danger: sharedQuestions.danger,
  "help-now": sharedQuestions["help-now"],
  acting: { kind: "one", options: ["himself", "with-power", "without-power", "after-death", "missing"] },
  kin: { kind: "one", options: ["spouse", "parent", "child", "other"] },
  "injured-as": {
    kind: "one",
    options: ["conscript", "contract", "mobilised", "prison-recruit", "volunteer", "private-company"],
  },
  "service-now": { kind: "one", options: ["serving", "treatment", "discharged-health", "discharged", "away"] },
  "absent-record": { kind: "one", options: ["none", "mistaken", "left"] },
  case: sharedQuestions.case,
  claim: sharedQuestions.claim,
  harm: { kind: "one", options: ["disability", "grave", "light", "other", "not-assessed"] },
  payment: { kind: "many", options: ["decree", "insurance", "discharge-sum", "monthly", "regional"] },
  "payment-answer": {
    kind: "one",
    options: ["not-applied", "waiting", "returned", "refused-in-words", "refused", "paid-less", "court-lost"],
  },
  "payment-filed-on": { kind: "date" },
  "payment-refused-on": { kind: "date" },
  "judgment-on": { kind: "date" },
  "payment-grounds": {
    kind: "many",
    options: ["papers", "severity", "not-combat", "own-fault", "status", "region", "late", "absence", "no-reason"],
  },
  "injury-papers": {
    kind: "many",
    options: ["form-100", "discharge-summary", "severity", "circumstances", "board", "disability-paper", "none"],
  },
  pressing: { kind: "many", options: ["returned-untreated", "bribe", "crisis", "none"] },
} as const satisfies Questions;

export type PaymentQuestion = keyof typeof paymentQuestions;

interface Remembered {
  /** Class of the country the person is in. */
  readonly place: string;
  /** Who pursues the payment. */
  readonly acting: string;
}

/**
 * The flow of a payment after a wound: refused, silent, or paid in part. A state is a question and carries its name; its event
 * carries the answer's values. What is paid, how much and until when is content, not a branch here.
 */
export const paymentMachine = setup({
  types: {
    context: {} as Remembered,
    events: {} as AnswerEvent<PaymentQuestion>,
  },
  actions: {
    rememberPlace: assign({ place: firstValue }),
    rememberActing: assign({ acting: firstValue }),
  },
  guards: {
    answered,
    isIn,
    isGone: ({ context }) => ["after-death", "missing"].includes(context.acting),
    staysInRussia: ({ context, event }) => event.values.includes("none") && context.place === "origin",
  },
}).createMachine({
  id: "payment",
  context: { place: "unknown", acting: "unknown" },
  initial: "country",
  states: {
    // Where the wounded man is, and whether anything must be done before talking on.
    country: { on: { country: { target: "danger", actions: "rememberPlace" } } },
    danger: {
      on: {
        danger: [{ guard: { type: "answered", params: dangersOfNow }, target: "help-now" }, { target: "acting" }],
      },
    },
    "help-now": { on: { "help-now": "acting" } },

    // Who pursues the payment: the man himself, a relative, or the family of a man who died or is missing.
    acting: {
      on: {
        acting: [
          { guard: { type: "answered", params: ["after-death", "missing"] }, target: "kin", actions: "rememberActing" },
          { target: "injured-as", actions: "rememberActing" },
        ],
      },
    },
    kin: { on: { kin: "injured-as" } },

    // Service then and now, and a record of absence: it decides whether applying is safe at all.
    "injured-as": { on: { "injured-as": [{ guard: "isGone", target: "absent-record" }, { target: "service-now" }] } },
    "service-now": { on: { "service-now": "absent-record" } },
    "absent-record": {
      on: {
        "absent-record": [
          { guard: "isGone", target: "payment" },
          { guard: "staysInRussia", target: "harm" },
          { guard: { type: "answered", params: ["none"] }, target: "claim" },
          { target: "case" },
        ],
      },
    },
    case: { on: { case: [{ guard: { type: "isIn", params: ["origin"] }, target: "harm" }, { target: "claim" }] } },
    claim: { on: { claim: "harm" } },

    // The wound, the payment, and what was answered.
    harm: { on: { harm: "payment" } },
    payment: { on: { payment: "payment-answer" } },
    "payment-answer": {
      on: {
        "payment-answer": [
          { guard: { type: "answered", params: ["waiting"] }, target: "payment-filed-on" },
          {
            guard: { type: "answered", params: ["returned", "refused-in-words", "refused", "paid-less"] },
            target: "payment-refused-on",
          },
          { guard: { type: "answered", params: ["court-lost"] }, target: "judgment-on" },
          { target: "injury-papers" },
        ],
      },
    },
    "payment-filed-on": { on: { "payment-filed-on": "injury-papers" } },
    "payment-refused-on": { on: { "payment-refused-on": "payment-grounds" } },
    "judgment-on": { on: { "judgment-on": "payment-grounds" } },
    "payment-grounds": { on: { "payment-grounds": "injury-papers" } },

    // Papers and people.
    "injury-papers": { on: { "injury-papers": "pressing" } },
    pressing: { on: { pressing: "plan" } },
    plan: { type: "final" },
  },
});
