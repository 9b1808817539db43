import type { ListedSource } from "../catalogue.ts";
import type { Fault } from "../fault.ts";
import type { ContentFiles } from "../read.ts";
import { partialDate } from "../schema/primitives.ts";
import { lineInYaml } from "../yaml.ts";
import { readNamedDays } from "./numbers.ts";
import type { EntryProse } from "./prose.ts";
import { lineOfSource } from "./sourced.ts";

/** Whether a date lies after today, as far as it is exact: the year 2026 does not while it lasts. */
function isFuture(date: string, today: string): boolean {
  return date > today.slice(0, date.length);
}

const futureCure = "correct it: it says when something was published, held, was seen or was done";

/** Fields of `entry.yaml` that speak of the past. What is to come stands in `validFrom` and `validTo`. */
const pastFields: readonly string[] = ["asOf", "checkedOn", "since", "on"];

/** Values of certain fields anywhere in an entry's data, with the path to each. */
function valuesOf(
  data: unknown,
  fields: readonly string[],
  path: readonly PropertyKey[] = [],
): { path: PropertyKey[]; value: string }[] {
  if (typeof data === "string") return fields.includes(String(path.at(-1))) ? [{ path: [...path], value: data }] : [];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    valuesOf(value, fields, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

function periodProblem(period: string, today: string): string | undefined {
  const parts = period.split("/");
  if (parts.length > 2 || !parts.every((part) => partialDate.safeParse(part).success))
    return `the period ${period} cannot be read`;
  const [start = "", end = start] = parts;
  if (start.slice(0, end.length) > end) return `the period ${period} ends before it starts`;
  return isFuture(end, today) ? `the period ${period} ends in the future` : undefined;
}

function checkData({ entry }: EntryProse, today: string): Fault[] {
  const place = (path: PropertyKey[]): { file: string; line: number } => ({
    file: entry.file,
    line: lineInYaml(entry.yaml, path),
  });
  const future = valuesOf(entry.data, pastFields)
    .filter(({ value }) => isFuture(value, today))
    .map(({ path, value }) => ({
      ...place(path),
      problem: `${String(path.at(-1))} ${value} lies in the future`,
      cure: futureCure,
    }));
  const periods = valuesOf(entry.data, ["period"]).flatMap(({ path, value }) => {
    const problem = periodProblem(value, today);
    return problem === undefined
      ? []
      : [{ ...place(path), problem, cure: "write a year, a month or two of them as 2022-04/2025-04" }];
  });
  return [...future, ...periods];
}

/** Most days that a month can have. */
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function checkText({ texts }: EntryProse, today: string): Fault[] {
  return [...texts].flatMap(([language, { raw, sections }]) =>
    [...sections].flatMap(([anchor, blocks]) =>
      blocks.flatMap(({ text, line }) => {
        const faults = readNamedDays(text, language)
          .filter(({ day, month }) => day < 1 || day > (longestMonths[month - 1] ?? 31))
          .map(({ written }) => ({
            file: raw.file,
            line,
            problem: `there is no ${written} in the calendar`,
            cure: "look the day up in the source",
          }));
        const change = anchor === "changes" ? /^(\d{4}(?:-\d{2}){0,2}):/.exec(text)?.[1] : undefined;
        if (change === undefined) return faults;
        if (!partialDate.safeParse(change).success)
          return [...faults, { file: raw.file, line, problem: `${change} is no date`, cure: "look the day up in the source" }];
        if (isFuture(change, today))
          return [...faults, { file: raw.file, line, problem: `the change ${change} lies in the future`, cure: futureCure }];
        return faults;
      }),
    ),
  );
}

/** Dates of an entry can be read, exist in the calendar and, where they speak of the past, are not in the future. @param today YYYY-MM-DD */
export function checkDates(prose: EntryProse, today: string): Fault[] {
  return [...checkData(prose, today), ...checkText(prose, today)];
}

/** No source was published in the future. @param today YYYY-MM-DD */
export function checkSourceDates(sources: ReadonlyMap<string, ListedSource>, files: ContentFiles, today: string): Fault[] {
  return [...sources.values()]
    .filter(({ published }) => published !== undefined && isFuture(published, today))
    .map((source) => ({
      ...lineOfSource(source, files),
      problem: `the source ${source.id} is published on ${source.published ?? ""}, in the future`,
      cure: futureCure,
    }));
}
