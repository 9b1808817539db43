import { setup } from "xstate";
import { describe, expect, it } from "vitest";
import { flowOf, type Flow } from "../../machines/flow.ts";
import type { AnswerEvent, Questions } from "../../machines/question.ts";
import { countDistinctPlans, proveWizard } from "../../app/wizard/proof.ts";
import type { AdviceRule, PlanRules } from "../../app/wizard/rules.ts";
import { rule } from "./rule.ts";

const context = { countryClasses: { kz: "transit", fr: "eu" }, today: "2026-11-22" };

const questions = {
  country: { kind: "country", classes: ["transit", "eu"], elsewhere: { ru: "origin" } },
  claim: { kind: "one", options: ["none", "lodged"] },
  threats: { kind: "many", options: ["consulate", "money", "none"] },
} as const satisfies Questions;

interface State {
  readonly on?: Record<string, string | { guard: "isLodged"; target: string }[]>;
  readonly type?: "final";
}

function flow(states: Record<string, State>, asked: Questions = questions): Flow {
  const machine = setup({
    types: { events: {} as AnswerEvent },
    guards: { isLodged: ({ event }) => event.values.includes("lodged") },
  }).createMachine({ initial: "country", states: { ...states, plan: { type: "final" } } });
  return flowOf("small", machine, asked);
}

const straight = {
  country: { on: { country: "claim" } },
  claim: { on: { claim: "threats" } },
  threats: { on: { threats: "plan" } },
};

const sound = [
  rule("steps", "lodge", [{ claim: ["none", "unknown"] }]),
  rule("steps", "wait", [{ claim: ["lodged"] }]),
  rule("warnings", "consulate", [{ threats: ["consulate"] }]),
  rule("steps", "money", [{ threats: ["money"] }]),
  rule("documents", "calm", [{ threats: ["none"] }]),
  rule("organisations", "everyone", [{}]),
];

/** A condition that comes true as soon as the last question is answered, whatever the answer. */
const afterAnyThreat = [{ threats: ["none", "unknown", "consulate", "money"] }];

function prove(advice: readonly AdviceRule[], which: Flow = flow(straight)): readonly string[] {
  const rules: PlanRules = { advice, deadlines: {}, countryClasses: context.countryClasses };
  return proveWizard(which, rules, context).problems;
}

describe("the proof of a wizard", () => {
  it("finds nothing wrong with a sound one, and counts its paths", () => {
    const rules: PlanRules = { advice: sound, deadlines: {}, countryClasses: context.countryClasses };
    const proof = proveWizard(flow(straight), rules, context);
    expect(proof.problems).toEqual([]);
    // Countries: origin, transit, eu, unknown; claim: two and unknown; threats: three combinations, none, unknown.
    expect(proof.paths).toBe(BigInt(4 * 3 * 5));
    expect(proof.pathsToPlan).toBe(proof.paths);
    // Countries: no rule tells the classes apart, but their answers do; claim: lodged or not; threats: one combination of advice an answer, none for unknown.
    expect(countDistinctPlans(flow(straight), rules, context)).toBe(BigInt(4 * 2 * 5));
    expect(proof.longestPath).toBe(3);
  });

  it("names a question that is never asked", () => {
    const short = { country: { on: { country: "threats" } }, claim: straight.claim, threats: straight.threats };
    expect(prove(sound, flow(short))).toContain("the question claim is never asked; lead a state to it or remove it");
  });

  it("names an answer that leads nowhere", () => {
    const stuck = { ...straight, claim: { on: { claim: [{ guard: "isLodged" as const, target: "threats" }] } } };
    expect(prove(sound, flow(stuck))).toContain("the answer none to claim leads nowhere; give the state a way on");
  });

  it("shows a path that no step answers", () => {
    const problems = prove(sound.filter(({ id }) => id !== "wait"));
    expect(problems.some((problem) => problem.startsWith("no step answers this path:") && problem.includes("claim=lodged"))).toBe(
      true,
    );
  });

  it("does not count a step that everybody gets", () => {
    const problems = prove([...sound.filter(({ id }) => id !== "wait"), rule("steps", "always", [{}])]);
    expect(problems.some((problem) => problem.startsWith("no step answers this path:"))).toBe(true);
  });

  it("shows a path with nobody to contact, countries included", () => {
    const local = [...sound.filter(({ id }) => id !== "everyone"), rule("organisations", "local", [{}], ["kz"])];
    const problems = prove(local);
    expect(
      problems.some((problem) => problem.startsWith("nobody to contact on this path: country=") && !problem.includes("=kz")),
    ).toBe(true);
  });

  it("names advice that can never appear, also because its country excludes its condition", () => {
    const dead = rule("warnings", "dead", [{ country: ["eu"] }], ["kz"]);
    expect(prove([...sound, dead])).toContain("warnings/dead can never appear in a plan; correct its condition");
  });

  it("shows a path on which advice stands beside what it contradicts, and accepts conditions that exclude each other", () => {
    const back = rule("steps", "return", [{ claim: ["none"] }]);
    const beside = { ...rule("warnings", "stay-away", [{ threats: ["money"] }]), contradicts: ["steps/return"] };
    const problems = prove([...sound, back, beside]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^warnings\/stay-away stands beside steps\/return.*claim=none, threats=money$/);
    const apart = { ...rule("warnings", "stay-away", [{ claim: ["lodged"] }]), contradicts: ["steps/return"] };
    expect(prove([...sound, back, apart])).toEqual([]);
  });

  it("asks for no plan where a path goes on in another wizard, and names an end that is never reached", () => {
    const asked = { country: questions.country };
    const onward = flowOf(
      "door",
      setup({ types: { events: {} as AnswerEvent } }).createMachine({
        initial: "country",
        states: { country: { on: { country: "asylum" } }, asylum: { type: "final" }, family: { type: "final" } },
      }),
      asked,
    );
    expect(prove([], onward)).toEqual(["the end family can never be reached"]);
  });

  describe("at a halt", () => {
    const asked = { ...questions, "help-now": { kind: "pause" } } as const satisfies Questions;
    const halting = flow(
      { ...straight, claim: { on: { claim: "help-now" } }, "help-now": { on: { "help-now": "threats" } } },
      asked,
    );
    const now = (when: AdviceRule["when"]): AdviceRule => ({ ...rule("steps", "now", when), urgency: "now" });

    it("finds what to do now and whom to call", () => {
      expect(prove([...sound, now([{ claim: ["none", "lodged", "unknown"] }])], halting)).toEqual([]);
    });

    it("shows a path with nothing to do now, however urgent what later answers bring", () => {
      expect(prove([...sound, now([{ claim: ["none", "lodged"] }, { threats: ["money"] }])], halting)).toEqual([
        expect.stringMatching(/^nothing to do now is shown on this path: country=\w+, claim=unknown$/),
      ]);
    });

    it("shows a path with nobody to call now, though the plan will name somebody", () => {
      const late = sound.map((one) => (one.id === "everyone" ? { ...one, when: afterAnyThreat } : one));
      expect(prove([...late, now([{}])], halting)).toEqual([
        expect.stringMatching(/^nobody to call now is shown on this path: country=\w+, claim=\w+$/),
      ]);
    });
  });

  it("names an answer without effect", () => {
    expect(prove(sound.filter(({ id }) => id !== "consulate"))).toContain(
      "the answer consulate to threats changes nothing; name it in a condition, steer by it, or remove it",
    );
  });
});
