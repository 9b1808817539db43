import { assign, setup } from "xstate";
import { describe, expect, it } from "vitest";
import { flowOf } from "../../machines/flow.ts";
import type { AnswerEvent } from "../../machines/question.ts";
import { isAllowed, possibleValues, valuesOfAnswer, type ValueContext } from "../../machines/values.ts";
import { replay } from "../../app/wizard/replay.ts";

const context: ValueContext = { countryClasses: { kz: "transit", fr: "eu" }, today: "2026-11-22" };

const questions = {
  country: { kind: "country", classes: ["transit", "eu"], elsewhere: { ru: "origin" } },
  claim: { kind: "one", options: ["none", "refused"] },
  "refused-on": { kind: "date" },
  threats: { kind: "many", options: ["consulate", "no-money", "none"] },
} as const;

const machine = setup({
  types: { context: {} as { place: string }, events: {} as AnswerEvent },
  guards: { answered: ({ event }, values: readonly string[]) => event.values.some((value) => values.includes(value)) },
}).createMachine({
  context: { place: "" },
  initial: "country",
  states: {
    country: { on: { country: { target: "claim", actions: assign({ place: ({ event }) => event.values[0] ?? "" }) } } },
    claim: {
      on: { claim: [{ guard: { type: "answered", params: ["refused"] }, target: "refused-on" }, { target: "threats" }] },
    },
    "refused-on": { on: { "refused-on": "threats" } },
    threats: { on: { threats: "plan" } },
    plan: { type: "final" },
  },
});
const flow = flowOf("small", machine, questions);

describe("replay", () => {
  it("asks the first question of an empty bag", () => {
    expect(replay(flow, {}, context)).toEqual({ path: [], current: "country", outcome: null, refused: [], parked: {} });
  });

  it("follows the answers until one is missing", () => {
    const { path, current } = replay(flow, { country: ["kz"], claim: ["refused"] }, context);
    expect(path).toEqual([
      { question: "country", answer: ["kz"], values: ["transit", "kz"] },
      { question: "claim", answer: ["refused"], values: ["refused"] },
    ]);
    expect(current).toBe("refused-on");
  });

  it("reaches the plan", () => {
    const bag = { country: ["fr"], claim: ["none"], threats: ["consulate", "no-money"] };
    expect(replay(flow, bag, context).current).toBeNull();
  });

  it("parks answers off the path and finds them again after a change of mind", () => {
    const bag = { country: ["kz"], claim: ["refused"], "refused-on": ["2026-11-01"], threats: ["none"] };
    const changed = replay(flow, { ...bag, claim: ["none"] }, context);
    expect(changed.current).toBeNull();
    expect(changed.parked).toEqual({ "refused-on": ["2026-11-01"] });
    expect(replay(flow, bag, context).parked).toEqual({});
  });

  it("asks again what is no longer allowed and keeps the rest", () => {
    const bag = { country: ["kz"], claim: ["gone-answer"], threats: ["none"] };
    expect(replay(flow, bag, context)).toMatchObject({ current: "claim", refused: ["claim"], parked: { threats: ["none"] } });
  });

  it("forgets questions that the wizard does not have", () => {
    expect(replay(flow, { constructor: ["1"], foreign: ["x"] }, context).parked).toEqual({});
  });
});

describe("answers and their values", () => {
  it("are checked by kind", () => {
    expect(isAllowed(questions.claim, ["none"], context)).toBe(true);
    expect(isAllowed(questions.claim, ["none", "refused"], context)).toBe(false);
    expect(isAllowed(questions.claim, [], context)).toBe(false);
    expect(isAllowed(questions.threats, ["consulate", "none"], context)).toBe(false);
    expect(isAllowed(questions.threats, ["consulate", "consulate"], context)).toBe(false);
    expect(isAllowed(questions.threats, ["unknown", "consulate"], context)).toBe(false);
    expect(isAllowed(questions.country, ["xx"], context)).toBe(false);
    expect(isAllowed(questions.country, ["toString"], context)).toBe(false);
    expect(isAllowed(questions["refused-on"], ["2026-11-23"], context)).toBe(false);
    expect(isAllowed(questions["refused-on"], ["2026-02-30"], context)).toBe(false);
    expect(isAllowed(questions["refused-on"], ["2026-11-22"], context)).toBe(true);
  });

  it("name what was not ticked, and nothing after I don't know", () => {
    expect(valuesOfAnswer(questions.threats, ["consulate"], context)).toEqual(["consulate", "without-no-money"]);
    expect(valuesOfAnswer(questions.threats, ["unknown"], context)).toEqual(["unknown"]);
  });

  it("reduce days to their age and countries to class and name", () => {
    expect(valuesOfAnswer(questions["refused-on"], ["2026-11-15"], context)).toEqual(["within-week"]);
    expect(valuesOfAnswer(questions["refused-on"], ["2026-11-14"], context)).toEqual(["within-month"]);
    expect(valuesOfAnswer(questions["refused-on"], ["2020-01-01"], context)).toEqual(["earlier"]);
    expect(valuesOfAnswer(questions.country, ["ru"], context)).toEqual(["origin", "ru"]);
  });

  it("are all listed as possible", () => {
    expect(possibleValues(questions.country, ["kz", "fr"])).toEqual(["transit", "eu", "ru", "kz", "fr", "unknown"]);
  });
});
