import { describe, expect, it } from "vitest";
import { countryName, formatDate, formatPeriod, languageName } from "../../app/i18n/format.ts";

describe("dates in words", () => {
  it("are as exact as the date, and keep day and month on one line", () => {
    expect(formatDate("2026-06-12", "ru")).toBe("12\u00a0июня 2026");
    expect(formatDate("2026-06-12", "en")).toBe("12\u00a0June 2026");
    expect(formatDate("2026-06", "ru")).toBe("июнь 2026");
    expect(formatDate("2026", "en")).toBe("2026");
  });

  it("do not shift by a time zone", () => {
    expect(formatDate("2026-01-01", "en")).toBe("1\u00a0January 2026");
  });

  it("leave what is no date as it is", () => {
    expect(formatDate("soon", "ru")).toBe("soon");
  });

  it("join the ends of a span", () => {
    expect(formatPeriod("2024", "ru")).toBe("2024");
    expect(formatPeriod("2025-01/2025-11", "en")).toBe("January 2025 — November 2025");
  });
});

describe("names", () => {
  it("of languages and countries are in the reader's language", () => {
    expect(languageName("es", "ru")).toBe("испанский");
    expect(countryName("fr", "en")).toBe("France");
  });
});
