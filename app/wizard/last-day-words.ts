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
  const words = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year, timeZone: "UTC" }).format(new Date(day));
  // Russian ends in «г.», which says nothing here. The day and its month stay on one row.
  return words.replace(/\s*г\.$/, "").replace(" ", "\u00a0");
}
