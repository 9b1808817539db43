import { addMonths } from "../../../machines/days.ts";
import type { ListedSource } from "../catalogue.ts";
import type { Warning } from "../fault.ts";
import type { ContentFiles } from "../read.ts";
import { lineInYaml } from "../yaml.ts";
import type { EntryProse } from "./prose.ts";
import { countWords, readingEase } from "./reading-ease.ts";
import { lineOfSource } from "./sourced.ts";

/** Months after which a report is old. Laws and judgments do not age by their date; their changes are what reviews look for. */
const oldAfterMonths = 18;

/** Sources that are no law or judgment and older than 18 months. @param today YYYY-MM-DD */
export function oldSources(sources: ReadonlyMap<string, ListedSource>, files: ContentFiles, today: string): Warning[] {
  const limit = addMonths(today, -oldAfterMonths);
  return [...sources.values()]
    .filter(
      ({ published, kind }) =>
        published !== undefined && published < limit.slice(0, published.length) && kind !== "law" && kind !== "court",
    )
    .map((source) => ({
      about: "old-source",
      ...lineOfSource(source, files),
      problem: `the source ${source.id} is of ${source.published ?? ""}`,
      cure: "look for a newer one; where there is none, the text says how old it is",
    }));
}

/** Facts of low confidence that are not simply unknown. */
export function doubtfulFacts({ entry }: EntryProse): Warning[] {
  if (!("facts" in entry.data)) return [];
  return entry.data.facts.flatMap(({ id, value, confidence }, index) =>
    confidence !== "low" || value === "unknown"
      ? []
      : [
          {
            about: "low-confidence",
            file: entry.file,
            line: lineInYaml(entry.yaml, ["facts", index]),
            problem: `the fact ${id} is of low confidence`,
            cure: "look for an official text or a second, independent source",
          },
        ],
  );
}

/** Contacts that are known but have never been seen where they should stand. */
export function unverifiedContacts({ entry }: EntryProse): Warning[] {
  if (!("contacts" in entry.data)) return [];
  return entry.data.contacts.flatMap(({ value, how }, index) =>
    how !== "not-checked"
      ? []
      : [
          {
            about: "unverified-contact",
            file: entry.file,
            line: lineInYaml(entry.yaml, ["contacts", index]),
            problem: `${value} was never checked`,
            cure: "open what the organisation publishes and set how and checkedOn",
          },
        ],
  );
}

/** A text below this is hard. English: Flesch's “plain English” begins at 60. Russian: the same place among our pages, since its scale runs lower. */
const leastEase: Readonly<Record<string, number>> = { ru: 40, en: 60 };
/** Below this many words a measure of reading ease says little. */
const leastWords = 100;

/** How much there is to read on a page and how easily it reads. */
export interface PageReading {
  readonly file: string;
  readonly language: string;
  readonly words: number;
  /** Undefined for a language without a formula. */
  readonly ease: number | undefined;
}

/** Words and reading ease of an entry in each language: summary and body. */
export function readingOf({ texts }: EntryProse): readonly PageReading[] {
  return [...texts].map(([language, { raw, sections }]) => {
    const pieces = [raw.head.summary, ...[...sections.values()].flat().map(({ text }) => text)];
    return { file: raw.file, language, words: countWords(pieces), ease: readingEase(pieces, language) };
  });
}

/** Pages that read harder than they should. */
export function hardPages(pages: readonly PageReading[]): Warning[] {
  return pages.flatMap(({ file, language, words, ease }) => {
    const least = leastEase[language];
    if (least === undefined || ease === undefined || words < leastWords || ease >= least) return [];
    return [
      {
        about: "hard-to-read",
        file,
        line: 1,
        problem: `its reading ease is ${String(ease)}, below ${String(least)}`,
        cure: "make sentences shorter and words plainer",
      },
    ];
  });
}
