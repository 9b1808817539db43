/** Something wrong in the content: where, what, and how to mend it. */
export interface Fault {
  /** Path below the content folder, for example `countries/kz/ru.md`. */
  readonly file: string;
  /** Line number, from 1. */
  readonly line: number;
  readonly problem: string;
  readonly cure: string;
}

/** The one form in which faults are printed: `file:line: what is wrong; how to mend it`. */
export function formatFault({ file, line, problem, cure }: Fault): string {
  return `${file}:${String(line)}: ${problem}; ${cure}`;
}
