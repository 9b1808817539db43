import { z } from "zod";
import type { Fault } from "../guidance/fault.ts";
import type { ContentFiles } from "../guidance/read.ts";
import { lineInYaml, parseYaml } from "../guidance/yaml.ts";
import { holdsSearches, readSearches } from "./read-searches.ts";
import { searchKinds, type SearchKind } from "./records.ts";
import { emptyVocabulary, keyOfAllEntries, stemPhrase, type SectionWords, type Vocabulary } from "./vocabulary.ts";

const phrase = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((text) => stemPhrase(text).length > 0, "it has no word in it");

const wording = z
  .record(z.string().regex(/^[a-z]{2}$/), z.array(phrase).min(1))
  .describe("Words or phrases by language code; any form of a word will do");

const meaning = z.strictObject({
  words: wording.describe("Ways to say one thing; each finds the others"),
  finds: wording
    .optional()
    .describe("If given, `words` find these too, but these do not find `words`: for jargon and for words of wider meaning"),
});

const sectionWords = z.strictObject({
  sections: z
    .array(
      z
        .string()
        .regex(/^[a-z]+\/(?:\*|[a-z0-9-]+)(?:#[a-z0-9-]+)?$/, "write kind/id#anchor, or kind/*#anchor for all entries of a kind"),
    )
    .min(1),
  words: wording.describe("Words that readers use and the section does not"),
});

const ignoredWords = z
  .record(
    z.string().regex(/^[a-z]{2}$/),
    z.string().transform((words) => words.split(/\s+/)),
  )
  .describe("Words by language code, parted by blanks");

const synonyms = "search/synonyms.yaml";
const jargon = "search/jargon.yaml";
const places = "search/places.yaml";
const ignored = "search/ignored.yaml";
const meaningFiles = [synonyms, jargon, places];
const sectionFileOf = (kind: SearchKind): string => `search/sections/${kind}.yaml`;
const allFiles = [...meaningFiles, ignored, ...searchKinds.map(sectionFileOf)];

function readFile<S extends z.ZodType>(files: ContentFiles, file: string, schema: S, faults: Fault[]): z.infer<S> | null {
  const text = files.get(file);
  if (text === undefined) return null;
  const { value, faults: found } = parseYaml(schema, text, file);
  faults.push(...found);
  return value;
}

/** Why a file of section words may not name a section. Null if it may. */
function faultOfKey(key: string, kind: SearchKind, exists: (key: string) => boolean): Pick<Fault, "problem" | "cure"> | null {
  if (!exists(key)) return { problem: `there is no ${key}`, cure: "correct the kind, the id or the section, or remove the line" };
  const ownKind = searchKinds.find((other) => key.startsWith(`${other}/`));
  if (ownKind === undefined || ownKind === kind) return null;
  return { problem: `${key} is not of the ${kind}`, cure: `move its words to ${sectionFileOf(ownKind)}` };
}

/**
 * Reads the words for sections of a kind. Sections that the file names and that do not exist are faults: a renamed section would silently
 * lose its words.
 */
function readSectionWords(
  files: ContentFiles,
  kind: SearchKind,
  exists: (key: string) => boolean,
  faults: Fault[],
): readonly SectionWords[] {
  const file = sectionFileOf(kind);
  const entries = readFile(files, file, z.array(sectionWords), faults) ?? [];
  for (const [index, entry] of entries.entries()) {
    for (const [position, key] of entry.sections.entries()) {
      const fault = faultOfKey(key, kind, exists);
      if (fault) faults.push({ file, line: lineInYaml(files.get(file) ?? "", [index, "sections", position]), ...fault });
    }
  }
  return entries;
}

/**
 * Reads the vocabulary from `content/search/`. A file that is missing is empty. The vocabulary is null if there is a fault.
 * @param keys keys of all search records, to check the sections named
 */
export function readVocabulary(
  files: ContentFiles,
  keys: Iterable<string>,
): { readonly vocabulary: Vocabulary | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  for (const file of files.keys()) {
    if (file.startsWith("search/") && !allFiles.includes(file) && !holdsSearches(file)) {
      faults.push({
        file,
        line: 1,
        problem: "the search has no such file",
        cure: `move its lines to one of ${allFiles.join(", ")}, or to search/asked/<kind>/<language>.md`,
      });
    }
  }
  const known = new Set<string>();
  for (const key of keys) known.add(key).add(keyOfAllEntries(key));
  const { searches, faults: faultsOfSearches } = readSearches(files, (key) => known.has(key));
  faults.push(...faultsOfSearches);
  const vocabulary: Vocabulary = {
    meanings: meaningFiles.flatMap((file) => readFile(files, file, z.array(meaning), faults) ?? []),
    sectionWords: searchKinds.flatMap((kind) => readSectionWords(files, kind, (key) => known.has(key), faults)),
    searches,
    ignored: readFile(files, ignored, ignoredWords, faults) ?? emptyVocabulary.ignored,
  };
  return { vocabulary: faults.length > 0 ? null : vocabulary, faults };
}
