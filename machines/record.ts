import { assign, setup } from "xstate";
import type { AnswerEvent, Questions } from "./question.ts";
import { dangersOfNow, sharedQuestions } from "./shared-questions.ts";
import { answered, firstValue } from "./steering.ts";

/** The questions of a soldier whom the army wrongly recorded as absent, in the order of the flow. */
export const recordQuestions = {
  country: sharedQuestions.country,
  danger: sharedQuestions.danger,
  "help-now": sharedQuestions["help-now"],
  service: sharedQuestions.service,
  whereabouts: { kind: "one", options: ["hospital", "leave", "home", "unit", "out-of-reach"] },
  "record-seen": { kind: "one", options: ["paper", "told", "listed", "feared"] },
  "learned-on": { kind: "date" },
  case: sharedQuestions.case,
  "away-reason": {
    kind: "one",
    options: ["hospital", "leave", "transfer", "combat", "emergency", "never-away", "left-himself"],
  },
  "left-on": sharedQuestions["left-on"],
  "absence-papers": {
    kind: "many",
    options: ["hospital-papers", "board-papers", "leave-papers", "travel-papers", "messages", "none"],
  },
  "unit-told": { kind: "one", options: ["written", "by-hospital", "by-word", "not-told"] },
  "letters-sent": { kind: "one", options: ["none", "waiting", "refused"] },
  "written-on": { kind: "date" },
  pay: { kind: "one", options: ["going", "stopped"] },
  return: { kind: "one", options: ["ready", "after-treatment", "no"] },
  "acts-for": { kind: "one", options: ["lawyer", "attorney", "kin", "nobody"] },
} as const satisfies Questions;

export type RecordQuestion = keyof typeof recordQuestions;

interface Remembered {
  /** Class of the country the person is in. */
  readonly place: string;
  /** Whether he has been detained: then it is known where he is. */
  readonly held: boolean;
}

/**
 * The flow of a soldier who is recorded as absent without leave or wanted although his absence was lawful, or who fears it.
 * His wife answers the same questions about him. That he left without a reason is an answer too, and leads to other advice.
 */
export const recordMachine = setup({
  types: {
    context: {} as Remembered,
    events: {} as AnswerEvent<RecordQuestion>,
  },
  actions: {
    rememberPlace: assign({ place: firstValue }),
    rememberHeld: assign({ held: ({ event }) => event.values.includes("detained") }),
  },
  guards: {
    answered,
    whereIsOpen: ({ context }) => !context.held && ["origin", "unknown"].includes(context.place),
  },
}).createMachine({
  id: "record",
  context: { place: "unknown", held: false },
  initial: "country",
  states: {
    // Where the soldier is, and whether anything must be done before talking on.
    country: { on: { country: { target: "danger", actions: "rememberPlace" } } },
    danger: {
      on: {
        danger: [
          { guard: { type: "answered", params: dangersOfNow }, target: "help-now", actions: "rememberHeld" },
          { target: "service" },
        ],
      },
    },
    "help-now": { on: { "help-now": "service" } },
    service: { on: { service: [{ guard: "whereIsOpen", target: "whereabouts" }, { target: "record-seen" }] } },
    whereabouts: { on: { whereabouts: "record-seen" } },

    // What is recorded, and since when he knows: from that day runs the time for a lawsuit.
    "record-seen": {
      on: {
        "record-seen": [{ guard: { type: "answered", params: ["feared"] }, target: "case" }, { target: "learned-on" }],
      },
    },
    "learned-on": { on: { "learned-on": "case" } },
    case: { on: { case: "away-reason" } },

    // Why he was away, since when, and what proves it.
    "away-reason": {
      on: {
        "away-reason": [{ guard: { type: "answered", params: ["never-away"] }, target: "absence-papers" }, { target: "left-on" }],
      },
    },
    "left-on": { on: { "left-on": "absence-papers" } },
    "absence-papers": { on: { "absence-papers": "unit-told" } },
    "unit-told": { on: { "unit-told": "letters-sent" } },

    // What has been written already.
    "letters-sent": {
      on: {
        "letters-sent": [{ guard: { type: "answered", params: ["waiting"] }, target: "written-on" }, { target: "pay" }],
      },
    },
    "written-on": { on: { "written-on": "pay" } },

    // Money, what he wants, and who can act for him.
    pay: { on: { pay: "return" } },
    return: { on: { return: "acts-for" } },
    "acts-for": { on: { "acts-for": "plan" } },
    plan: { type: "final" },
  },
});
