import { daysBetween } from "../../machines/days.ts";

/** Within so many days of today a day and its month say which year is meant. */
const sameYearDays = 180;

/**
 * The last day of a time limit as the first lines of a plan name it, alike on the server and in the page: «22 ноября», or
 * «10 октября 2025» if that is long past or far off.
 * @param locale for example en-GB
 */
export function lastDayInShort(day: string, today: string, locale: string): string {
  const year = Math.abs(daysBetween(today, day)) > sameYearDays ? "numeric" : undefined;
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year, timeZone: "UTC" });
  const parts = format.formatToParts(new Date(day));
  // What stands behind the last part, such as the Russian «г.», says nothing here. The day and its month stay on one row.
  const telling = parts.at(-1)?.type === "literal" ? parts.slice(0, -1) : parts;
  return telling
    .map(({ value }) => value)
    .join("")
    .replace(" ", "\u00a0");
}
