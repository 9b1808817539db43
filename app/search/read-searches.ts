import type { Fault } from "../guidance/fault.ts";
import type { ContentFiles } from "../guidance/read.ts";
import { searchKinds, type SearchKind } from "./records.ts";
import type { SectionWords } from "./vocabulary.ts";
import { cleanText, wordsOf } from "./words.ts";

const pathPattern = new RegExp(`^search/asked/(${searchKinds.join("|")})/([a-z]{2})\\.md$`);
const longestSearch = 80;

/** Whether a file of the content folder holds searches; `readSearches` reads it. */
export function holdsSearches(file: string): boolean {
  return pathPattern.test(file);
}

type FaultInLine = Pick<Fault, "problem" | "cure">;

/** Why a line may not be a search for a section. Null if it may. */
function faultOfSearch(search: string, others: ReadonlySet<string>): FaultInLine | null {
  if (search.length > longestSearch)
    return {
      problem: `a search of more than ${String(longestSearch)} characters`,
      cure: "shorten it to what a reader would type",
    };
  if (wordsOf(cleanText(search)).length === 0)
    return { problem: "a search without a word", cure: "write words, or remove the line" };
  if (others.has(search)) return { problem: `"${search}" stands twice for one section`, cure: "remove the line" };
  return null;
}

function faultOfHeading(key: string, kind: SearchKind, exists: (key: string) => boolean, known: boolean): FaultInLine | null {
  if (!key.startsWith(`${kind}/`)) return { problem: `${key} is not of the ${kind}`, cure: `move it to the file of its kind` };
  if (!exists(key))
    return { problem: `there is no ${key}`, cure: "correct the kind, the id or the section, or remove its lines" };
  if (known) return { problem: `${key} has two headings`, cure: "move its searches under one of them" };
  return null;
}

function readFile(
  text: string,
  kind: SearchKind,
  exists: (key: string) => boolean,
  blame: (line: number, fault: FaultInLine) => void,
): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, Set<string>>();
  let current: Set<string> | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const [, heading] = /^## (\S+)\s*$/.exec(line) ?? [];
    const [, search] = /^- (.+?)\s*$/.exec(line) ?? [];
    if (heading !== undefined) {
      const fault = faultOfHeading(heading, kind, exists, sections.has(heading));
      if (fault) blame(index + 1, fault);
      sections.set(heading, (current = sections.get(heading) ?? new Set()));
    } else if (search !== undefined && current) {
      const fault = faultOfSearch(search, current);
      if (fault) blame(index + 1, fault);
      current.add(search);
    } else if (search !== undefined) {
      blame(index + 1, { problem: "a search before the first section", cure: 'write "## kind/id#anchor" above it' });
    } else if (line.trim() !== "" && current) {
      blame(index + 1, {
        problem: "neither a section nor a search",
        cure: 'begin a section with "## kind/id#anchor", a search with "- "',
      });
    }
  }
  return new Map([...sections].map(([key, searches]) => [key, [...searches]]));
}

/**
 * Reads what readers type for sections from `content/search/asked/<kind>/<language>.md`: sections as headings, searches as a list beneath.
 * What stands before the first heading is for editors. Sections that do not exist are faults: a renamed one would silently lose its searches.
 * @param exists whether there is a section, or a section of all entries of a kind, with such a key
 */
export function readSearches(
  files: ContentFiles,
  exists: (key: string) => boolean,
): { readonly searches: readonly SectionWords[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const searches: SectionWords[] = [];
  for (const [file, text] of files) {
    const [, kindName, language] = pathPattern.exec(file) ?? [];
    const kind = searchKinds.find((one) => one === kindName);
    if (kind === undefined || language === undefined) continue;
    const sections = readFile(text, kind, exists, (line, fault) => faults.push({ file, line, ...fault }));
    for (const [key, words] of sections) searches.push({ sections: [key], words: { [language]: words } });
  }
  return { searches, faults };
}
