/** The locale for dates and numbers: British dates in English, since readers are in Europe and Asia. */
export function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

const dateForms = [
  { year: "numeric" },
  { year: "numeric", month: "long" },
  { year: "numeric", month: "long", day: "numeric" },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

const dateFormatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it, and a page has a hundred dates. */
function dateFormatter(language: string, exactness: number): Intl.DateTimeFormat | undefined {
  const form = dateForms[exactness];
  if (!form) return undefined;
  const key = `${language} ${String(exactness)}`;
  const known = dateFormatters.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { ...form, timeZone: "UTC" });
  dateFormatters.set(key, known);
  return known;
}

/** A date in words, as exact as it is: `2026-02-12` gives «12 февраля 2026», `2026-02` «февраль 2026», `2026` «2026». */
export function formatDate(date: string, language: string): string {
  const formatter = dateFormatter(language, date.split("-").length - 1);
  if (!formatter || Number.isNaN(Date.parse(date))) return date;
  const words = formatter.format(new Date(date));
  // Russian ends in «г.», which no sentence of ours needs. A day and its month stay on one line.
  return words.replace(/\s*г\.$/, "").replace(/^(\d+) /, "$1\u00a0");
}

/** A day with its weekday, for the last day of a time limit: «вторник, 15 декабря 2026 г.». The wizard's page writes it in the same form. */
export function formatWeekday(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** A year or a span of dates joined by a slash: `2025-01/2025-11` gives «январь 2025 — ноябрь 2025». */
export function formatPeriod(period: string, language: string): string {
  return period
    .split("/")
    .map((date) => formatDate(date, language))
    .join(" — ");
}

/** An amount of money, without decimals where there are none. */
export function formatMoney(amount: number, currency: string, language: string): string {
  return new Intl.NumberFormat(localeOf(language), { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" }).format(
    amount,
  );
}

/** A number with the separators of the language. */
export function formatNumber(number: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language)).format(number);
}

/** A language's name in another language, for example «испанский»; its code if it has no name. */
export function languageName(code: string, language: string): string {
  return new Intl.DisplayNames(localeOf(language), { type: "language" }).of(code) ?? code;
}

/** A country's name in a language, from its two-letter code. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames(localeOf(language), { type: "region" }).of(code.toUpperCase()) ?? code;
}
