import { formatDate, formatMoney, formatNumber, formatPeriod } from "../i18n/format.ts";
import type { Translate } from "../i18n/translations.ts";
import type { Fact } from "../guidance/schema/fact.ts";

/** A fact's value in words. */
export interface FactWords {
  /** The value itself: «5 календарных дней». */
  readonly value: string;
  /** What it is counted from or belongs to: «со дня приезда». */
  readonly detail?: string;
}

/**
 * Puts the value of a fact into words, with units and plurals of the language.
 * @param fact its kind and value; `unknown` gives the word for "not known"
 */
export function wordsOfFact({ fact, value }: Pick<Fact, "fact" | "value">, t: Translate, language: string): FactWords {
  if (value === "unknown") return { value: t("facts:unknown") };
  if (typeof value === "string") {
    // Which words go with which fact only the schema knows; a test proves that every value has its words.
    return { value: t(`facts:value.${fact}.${value}`, { defaultValue: value }) };
  }
  if ("currency" in value) return { value: formatMoney(value.amount, value.currency, language) };
  if ("percent" in value) {
    return {
      value: t("facts:percent", { percent: formatNumber(value.percent, language) }),
      // In brackets, lest two numbers stand side by side.
      detail: `(${formatPeriod(value.period, language)}, ${t(`facts:of.${value.of}`)})`,
    };
  }
  if ("of" in value) {
    return {
      value: formatNumber(value.count, language),
      detail: `(${formatPeriod(value.period, language)}, ${t(`facts:of.${value.of}`)})`,
    };
  }
  const duration = t(`facts:duration.${value.unit}`, { count: value.count });
  if ("from" in value) return { value: duration, detail: t(`facts:from.${value.from}`) };
  if (value.within) return { value: duration, detail: t(`facts:within.${value.within.unit}`, { count: value.within.count }) };
  return { value: fact === "work-after" ? t("facts:waiting", { duration }) : duration };
}

/** As of when something held: «на 12 февраля 2026», «на 2019 год». @param date YYYY, YYYY-MM or YYYY-MM-DD */
export function wordsOfAsOf(date: string, t: Translate, language: string): string {
  const words = formatDate(date, language);
  return date.length === 4 ? t("facts:asOf", { context: "year", date: words }) : t("facts:asOf", { date: words });
}
