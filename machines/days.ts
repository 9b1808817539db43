const dayLength = 86_400_000;

/** Midnight at the start of a day (YYYY-MM-DD), in milliseconds since 1970. NaN if it is no day. */
function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = timeOf(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from one day to another (both YYYY-MM-DD); negative if `to` lies before `from`. NaN if either is no day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / dayLength);
}

/** The day a number of days after another (YYYY-MM-DD), or before it if the number is negative. Throws a RangeError if it is no day. */
export function addDays(day: string, count: number): string {
  return new Date(timeOf(day) + count * dayLength).toISOString().slice(0, 10);
}

/**
 * The day a number of months after another (YYYY-MM-DD), or before it if the number is negative. It never leaves the month it
 * comes to: 31 January plus one month is the last day of February.
 */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
