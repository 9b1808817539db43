import { describe, expect, it } from "vitest";
import { z } from "zod";
import { factKeys, factValues, type FactKey } from "../../app/guidance/schema/fact.ts";
import { wordsOfAsOf, wordsOfFact } from "../../app/ui/fact-words.ts";
import { translations } from "./render.tsx";

const ru = translations.for("ru");
const en = translations.for("en");

const alternative = z.object({ enum: z.array(z.string()).default([]), const: z.string().optional() });
const schema = alternative.extend({ anyOf: z.array(alternative).default([]) });

/** The words that stand for a value in content, such as `none`, beside values made of numbers. */
function namedValues(fact: FactKey): string[] {
  const { anyOf, ...whole } = schema.parse(z.toJSONSchema(factValues[fact]));
  return [whole, ...anyOf].flatMap((one) => (one.const === undefined ? one.enum : [one.const]));
}

describe("the value of a fact", () => {
  it.each([
    [1, "1 день"],
    [3, "3 дня"],
    [5, "5 дней"],
    [21, "21 день"],
    [22, "22 дня"],
    [111, "111 дней"],
    [1.5, "1,5 дня"],
  ])("declines %d in Russian", (count, expected) => {
    expect(wordsOfFact({ fact: "decision-time", value: { count, unit: "day" } }, ru, "ru").value).toBe(expected);
  });

  it("declines in English", () => {
    expect(wordsOfFact({ fact: "decision-time", value: { count: 1, unit: "month" } }, en, "en").value).toBe("1 month");
    expect(wordsOfFact({ fact: "decision-time", value: { count: 3, unit: "month" } }, en, "en").value).toBe("3 months");
  });

  it("says from when a time limit runs, and in which span a stay is counted", () => {
    const deadline = { count: 21, unit: "working-day", from: "decision-served", weekend: "unknown" } as const;
    expect(wordsOfFact({ fact: "appeal-deadline", value: deadline }, ru, "ru")).toEqual({
      value: "21 рабочий день",
      detail: "со дня вручения решения",
    });
    const stay = { count: 90, unit: "day", within: { count: 180, unit: "day" } } as const;
    expect(wordsOfFact({ fact: "visa-free-stay", value: stay }, en, "en")).toEqual({
      value: "90 days",
      detail: "in any 180 days",
    });
  });

  it("gives numbers, shares and money as the language writes them", () => {
    const figure = { count: 3640, period: "2025-01/2025-11", of: "russians" } as const;
    expect(wordsOfFact({ fact: "applications", value: figure }, ru, "ru")).toEqual({
      value: "3\u00a0640",
      detail: "(январь 2025 — ноябрь 2025, граждане России)",
    });
    const share = { percent: 6.8, period: "2024", of: "everyone" } as const;
    expect(wordsOfFact({ fact: "protection-rate", value: share }, ru, "ru").value).toBe("6,8 %");
    const fee = { amount: 100, currency: "USD" };
    expect(wordsOfFact({ fact: "lodging-fee", value: fee }, ru, "ru").value).toBe("100\u00a0$");
    expect(wordsOfFact({ fact: "lodging-fee", value: fee }, en, "en").value).toBe("US$100");
  });

  it("has words in both languages for each value that a fact can have by name", () => {
    const named = factKeys.flatMap((fact) => namedValues(fact).map((value) => ({ fact, value })));
    expect(named).toContainEqual({ fact: "return-risk", value: "none-known" });
    expect(named).toContainEqual({ fact: "lodging-fee", value: "none" });
    for (const { fact, value } of named) {
      for (const t of [ru, en]) expect(t(`facts:value.${fact}.${value}`, { defaultValue: "" }), `${fact} ${value}`).not.toBe("");
    }
  });
});

describe("as of when a fact held", () => {
  it("is as exact as the date", () => {
    expect(wordsOfAsOf("2026-02-12", ru, "ru")).toBe("на 12\u00a0февраля 2026");
    expect(wordsOfAsOf("2026-02", ru, "ru")).toBe("на февраль 2026");
    expect(wordsOfAsOf("2019", ru, "ru")).toBe("на 2019 год");
    expect(wordsOfAsOf("2026-02-12", en, "en")).toBe("as of 12\u00a0February 2026");
  });
});
