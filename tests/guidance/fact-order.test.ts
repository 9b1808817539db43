import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues, sortColumns, sortDirections, sortRows, type FactRow } from "../../app/guidance/fact-order.ts";
import { fact as factSchema, factKeys, type Fact } from "../../app/guidance/schema/fact.ts";
import { loadCatalogue } from "../../app/guidance/load.ts";
import { readContentFolder } from "../../app/guidance/folder.ts";

function fact(key: string, value: unknown, more: object = {}): Fact {
  return factSchema.parse({ fact: key, value, asOf: "2026-01-01", confidence: "high", sources: ["s"], ...more });
}

/** Values of a fact in the order into which they are sorted. */
function sorted(key: string, values: readonly unknown[]): unknown[] {
  return values
    .map((value) => fact(key, value))
    .toSorted(compareValues)
    .map(({ value }) => value);
}

const limit = (count: number, unit: string): object => ({ count, unit, from: "decision-served", weekend: "unknown" });

describe("values of a fact", () => {
  it("stand the gravest first for the risk of return", () => {
    const values = ["refusers-handed-over", "refusers-seized", "others-handed-over", "none-known"];
    expect(sorted("return-risk", values.toReversed())).toEqual(values);
  });

  it("stand the shortest first for time limits of all units, and no limit last", () => {
    const values = [
      limit(48, "hour"),
      limit(3, "calendar-day"),
      limit(5, "working-day"),
      limit(8, "calendar-day"),
      limit(2, "week"),
      limit(15, "calendar-day"),
      limit(1, "month"),
      limit(1, "year"),
      "none",
    ];
    expect(sorted("appeal-deadline", values.toReversed())).toEqual(values);
  });

  it("take none for nothing where it means nothing", () => {
    const stay = { count: 30, unit: "day" };
    expect(sorted("visa-free-stay", [stay, "none"])).toEqual(["none", stay]);
    const fees = ["none", { amount: 50, currency: "EUR" }, { amount: 100, currency: "EUR" }, { amount: 1, currency: "USD" }];
    expect(sorted("lodging-fee", fees.toReversed())).toEqual(fees);
  });

  it("stand work at once before a wait before none", () => {
    const values = ["at-once", { count: 3, unit: "month" }, { count: 6, unit: "month" }, "not-allowed"];
    expect(sorted("work-after", values.toReversed())).toEqual(values);
  });

  it("compare figures of the same people only, the largest first", () => {
    const figure = (count: number, of: string): object => ({ count, period: "2024", of });
    const values = [figure(9, "russians"), figure(3, "russians"), figure(50, "russian-men"), figure(900, "everyone")];
    expect(sorted("applications", values.toReversed())).toEqual(values);
  });
});

describe("rows of a table", () => {
  const row = (title: string, ...facts: Fact[]): FactRow => ({ title, facts });
  const rows = [
    row("Б", fact("return-risk", "none-known", { asOf: "2026-02", confidence: "low" })),
    row("А"),
    row("Г", fact("return-risk", "unknown", { asOf: "2026-11-21", confidence: "low", sources: [] })),
    row(
      "В",
      fact("return-risk", "others-handed-over", { asOf: "2022-05-05", confidence: "medium" }),
      fact("return-risk", "refusers-handed-over", { id: "other", asOf: "2023" }),
    ),
    row("Ё", fact("return-risk", "none-known", { asOf: "2025", confidence: "medium" })),
  ];
  const order = (...given: ["country" | "value" | "asOf" | "confidence", "ascending" | "descending"]): string =>
    sortRows(rows, ...given, "ru")
      .map(({ title }) => title)
      .join("");

  it("stand by the alphabet of the language", () => {
    expect(order("country", "ascending")).toBe("АБВГЁ");
    expect(order("country", "descending")).toBe("ЁГВБА");
  });

  it("stand by what decides them, what is not known after it and what is not stated last, whatever the direction", () => {
    expect(order("value", "ascending")).toBe("ВБЁГА");
    expect(order("value", "descending")).toBe("БЁВГА");
    expect(order("asOf", "descending")).toBe("БЁВГА");
    expect(order("asOf", "ascending")).toBe("ВЁБГА");
    expect(order("confidence", "ascending")).toBe("ВЁБГА");
  });

  it("keep both values of a country together, in the same order as the rows", () => {
    const valuesOfV = (direction: "ascending" | "descending"): unknown =>
      sortRows(rows, "value", direction, "ru")
        .find(({ title }) => title === "В")
        ?.facts.map(({ value }) => value);
    expect(valuesOfV("ascending")).toEqual(["refusers-handed-over", "others-handed-over"]);
    expect(valuesOfV("descending")).toEqual(["others-handed-over", "refusers-handed-over"]);
  });
});

describe("the facts of the content", async () => {
  const { catalogue } = loadCatalogue(await readContentFolder("content"), "2026-11-22");
  const all = [...(catalogue?.entries.countries.values() ?? [])].flatMap(({ data }) => data.facts);

  it("are ordered the same way whichever two are compared, and no row is lost", () => {
    for (const key of factKeys) {
      const ofKey = all.filter((candidate) => candidate.fact === key && candidate.value !== "unknown");
      if (ofKey.length === 0) continue;
      const any = fc.constantFrom(...ofKey);
      fc.assert(
        fc.property(any, any, any, (a, b, c) => {
          expect(compareValues(a, b)).toBe(0 - compareValues(b, a));
          if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0) expect(compareValues(a, c)).toBeLessThanOrEqual(0);
        }),
        { numRuns: 200 },
      );
      const rows = ofKey.map((one) => ({ title: one.id, facts: [one] }));
      for (const column of sortColumns) {
        for (const direction of sortDirections) {
          expect(sortRows(rows, column, direction, "ru").flatMap(({ facts }) => facts)).toHaveLength(ofKey.length);
        }
      }
    }
  });
});
