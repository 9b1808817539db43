import { describe, expect, it } from "vitest";
import { computeDeadline, lastDayOf } from "../../app/wizard/deadline.ts";
import type { Deadline } from "../../app/guidance/schema/fact.ts";

const limit = (count: number, unit: Deadline["unit"], weekend: Deadline["weekend"] = "unknown"): Deadline => ({
  count,
  unit,
  from: "decision-served",
  weekend,
});

describe("the last day of a time limit", () => {
  it.each([
    ["calendar days", limit(5, "calendar-day"), "2026-11-01", "2026-11-06"],
    ["weeks over a year's end", limit(2, "week"), "2026-12-24", "2027-01-07"],
    ["working days pass over the weekend", limit(5, "working-day"), "2026-11-20", "2026-11-27"],
    ["a month from the 31st ends with the shorter month", limit(1, "month"), "2027-01-31", "2027-02-28"],
    ["a month into a leap February", limit(1, "month"), "2028-01-31", "2028-02-29"],
    ["a year", limit(1, "year"), "2026-06-12", "2027-06-12"],
    ["24 hours", limit(24, "hour"), "2026-11-20", "2026-11-21"],
    ["less than a day ends the same day", limit(12, "hour"), "2026-11-20", "2026-11-20"],
    ["a Saturday stays where nothing is known", limit(1, "week"), "2026-11-14", "2026-11-21"],
    ["a Saturday moves to Monday where the rule says so", limit(1, "week", "moves"), "2026-11-14", "2026-11-23"],
  ])("%s", (_name, deadline, from, last) => {
    expect(lastDayOf(deadline, from)).toBe(last);
  });
});

describe("what a person is told", () => {
  const rule = { value: limit(2, "week"), confidence: "high" as const };

  it("names the last day, or says that it has passed", () => {
    expect(computeDeadline([rule], "2026-11-10", "2026-11-22")).toEqual({ state: "due", lastDay: "2026-11-24", certain: true });
    expect(computeDeadline([rule], "2026-11-01", "2026-11-22")).toEqual({
      state: "passed",
      lastDay: "2026-11-15",
      certain: true,
    });
  });

  it("takes the shortest of several rules and is not certain of it", () => {
    const shorter = { value: limit(5, "calendar-day"), confidence: "high" as const };
    expect(computeDeadline([rule, shorter], "2026-11-20", "2026-11-22")).toEqual({
      state: "due",
      lastDay: "2026-11-25",
      certain: false,
    });
  });

  it("is not certain of a rule with low confidence", () => {
    expect(computeDeadline([{ ...rule, confidence: "low" }], "2026-11-20", "2026-11-22")).toMatchObject({ certain: false });
  });

  it("never guesses", () => {
    expect(computeDeadline([], "2026-11-20", "2026-11-22")).toEqual({ state: "rule-unknown" });
    expect(computeDeadline([{ value: "unknown", confidence: "low" }], "2026-11-20", "2026-11-22")).toEqual({
      state: "rule-unknown",
    });
    expect(computeDeadline([rule], null, "2026-11-22")).toEqual({ state: "day-missing" });
    expect(computeDeadline([{ value: "none", confidence: "high" }], null, "2026-11-22")).toEqual({ state: "no-limit" });
  });

  it("counts an old claim by the old rule, and is not certain where only the new one is known", () => {
    const old = { value: limit(2, "week"), confidence: "high" as const, validTo: "2026-06-11" };
    const recent = { value: limit(5, "calendar-day"), confidence: "high" as const, validFrom: "2026-06-12" };
    const last = (rules: Parameters<typeof computeDeadline>[0], regime: Parameters<typeof computeDeadline>[3]): unknown =>
      computeDeadline(rules, "2026-11-10", "2026-11-12", regime);
    expect(last([old, recent], "before-pact")).toEqual({ state: "due", lastDay: "2026-11-24", certain: true });
    expect(last([old, recent], "since-pact")).toEqual({ state: "due", lastDay: "2026-11-15", certain: true });
    expect(last([old, recent], null)).toEqual({ state: "due", lastDay: "2026-11-15", certain: true });
    expect(last([old, recent], "unknown"), "the shortest of both").toEqual({
      state: "due",
      lastDay: "2026-11-15",
      certain: false,
    });
    expect(last([recent], "before-pact")).toEqual({ state: "due", lastDay: "2026-11-15", certain: false });
    expect(last([rule], "before-pact"), "a rule without a beginning holds for both").toMatchObject({ certain: true });
  });
});
