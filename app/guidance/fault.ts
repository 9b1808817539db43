/** Something wrong in the content: where, what, and how to mend it. */
export interface Fault {
  /** Path below the content folder, for example `countries/kz/ru.md`. */
  readonly file: string;
  /** Line number, from 1. */
  readonly line: number;
  readonly problem: string;
  readonly cure: string;
}

/** What a warning is about, and what its group is called. */
export const warningGroups = {
  review: "reviews are overdue",
  translation: "translations are behind their original",
  tile: "countries have no square in the pictures of the world",
  "old-source": "sources are older than 18 months",
  "low-confidence": "facts are of low confidence",
  "unverified-contact": "contacts were never checked",
  "hard-to-read": "texts are hard to read",
} as const;

/** Something that an editor should know but that does not stop anything. */
export interface Warning extends Fault {
  readonly about: keyof typeof warningGroups;
}

/** The one form in which faults are printed: `file:line: what is wrong; how to mend it`. */
export function formatFault({ file, line, problem, cure }: Fault): string {
  return `${file}:${String(line)}: ${problem}; ${cure}`;
}
