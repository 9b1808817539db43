import type { Catalogue } from "../catalogue.ts";
import type { Fault, Warning } from "../fault.ts";
import { loadCatalogue } from "../load.ts";
import { readEntries, readLanguages, type ContentFiles } from "../read.ts";
import { checkContacts } from "./contacts.ts";
import { checkDates, checkSourceDates } from "./dates.ts";
import { doubtfulFacts, hardPages, oldSources, readingOf, unverifiedContacts, type PageReading } from "./doubts.ts";
import { checkPrivateNames } from "./private-names.ts";
import { readProse } from "./prose.ts";
import { checkSameContent } from "./same-content.ts";
import { checkSizes } from "./sizes.ts";
import { checkSourced, checkSourcesUsed } from "./sourced.ts";

/** What is known about content before it may be published. */
export interface ContentCheck {
  /** Null if the content cannot be loaded. It can be loaded although a gate found a fault. */
  readonly catalogue: Catalogue | null;
  /** What must be mended before publishing. */
  readonly faults: readonly Fault[];
  /** What an editor should know; it does not keep anything from being published. */
  readonly warnings: readonly Warning[];
  /** Every text with its words and reading ease. */
  readonly readings: readonly PageReading[];
}

/**
 * Everything that content must pass before it is published: loading (`loadCatalogue`) and, once it loads, the gates. Takes a second
 * or two, so a running site only loads; pure as loading is.
 * @param today YYYY-MM-DD
 */
export function checkContent(files: ContentFiles, today: string): ContentCheck {
  const { catalogue, faults: loadFaults, warnings: loadWarnings } = loadCatalogue(files, today);
  if (!catalogue) return { catalogue, faults: loadFaults, warnings: loadWarnings, readings: [] };
  const { sources } = catalogue;
  const entries = Object.values(readEntries(files, readLanguages(files, []), []))
    .flat()
    .map((entry) => readProse(entry, files));
  const faults = [
    ...entries.flatMap((entry) => [
      ...checkSourced(entry),
      ...checkSameContent(entry),
      ...checkDates(entry, today),
      ...checkSizes(catalogue, entry),
    ]),
    ...checkSourcesUsed(entries, sources, files),
    ...checkSourceDates(sources, files, today),
    ...checkContacts(entries),
    ...checkPrivateNames(entries, sources, files),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  const readings = entries.flatMap(readingOf);
  const warnings = [
    ...loadWarnings,
    ...oldSources(sources, files, today),
    ...entries.flatMap((entry) => [...doubtfulFacts(entry), ...unverifiedContacts(entry)]),
    ...hardPages(readings),
  ];
  return { catalogue, faults, warnings, readings };
}
