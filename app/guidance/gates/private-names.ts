import type { ListedSource } from "../catalogue.ts";
import type { Fault } from "../fault.ts";
import { allowedNamesPath, type ContentFiles } from "../read.ts";
import { allowedNamesFile } from "../schema/allowed-names.ts";
import { parseYaml } from "../yaml.ts";
import { piecesOf, type EntryProse } from "./prose.ts";
import { lineOfSource } from "./sourced.ts";
import { rememberByWord, suspectNames, type KnownWords } from "./suspect-names.ts";

/** Most letters by which the cases of a Russian word differ at its end. */
const longestEnding = 3;

/** How many letters two words share at their beginning. */
function sharedLetters(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared;
}

/** Words in groups by their first letters, so that only few have to be compared. */
function groupByStart(words: Iterable<string>, length: number): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const start = word.slice(0, length);
    const group = groups.get(start);
    if (group) group.push(word);
    else groups.set(start, [word]);
  }
  return groups;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
}

/**
 * Common words are those written small anywhere in the content, and their other cases: «Контактов» where «контакты» stands, but not
 * «Кузнецов» where «кузнец» stands. Allowed names are those of the list and those that have a place of their own: countries,
 * organisations, publishers.
 */
function knownWords(
  entries: readonly EntryProse[],
  sources: ReadonlyMap<string, ListedSource>,
  allowed: readonly string[],
): KnownWords {
  const pieces = entries.flatMap(({ texts }) => [...texts.values()].flatMap(piecesOf));
  const common = new Set(pieces.flatMap(({ text }) => wordsOf(text).filter((word) => /^\p{Ll}/u.test(word))));
  const commonByStart = groupByStart(common, 5);
  const isCaseOf = (word: string, other: string): boolean => {
    const shared = sharedLetters(word, other);
    return word.length - shared <= longestEnding && other.length > shared && other.length - shared <= longestEnding;
  };
  const titles = entries.flatMap(({ entry }) =>
    entry.kind === "countries" || entry.kind === "organisations" ? [...entry.texts.values()].map(({ head }) => head.title) : [],
  );
  const publishers = [...sources.values()].map(({ publisher }) => publisher);
  const names = [...allowed, ...titles, ...publishers].flatMap(wordsOf).filter((word) => word.length >= 3);
  const namesByStart = groupByStart(new Set(names), 3);
  const isFormOf = (word: string, name: string): boolean => {
    const shared = sharedLetters(word, name);
    return name.length - shared <= 2 && word.length - shared <= longestEnding;
  };
  return {
    isCommon: rememberByWord((written) => {
      const word = written.toLowerCase();
      return common.has(word) || (commonByStart.get(word.slice(0, 5)) ?? []).some((other) => isCaseOf(word, other));
    }),
    isAllowed: rememberByWord((word) => (namesByStart.get(word.slice(0, 3)) ?? []).some((name) => isFormOf(word, name))),
  };
}

/** No private person's name stands in a text or in a source's title. */
export function checkPrivateNames(
  entries: readonly EntryProse[],
  sources: ReadonlyMap<string, ListedSource>,
  files: ContentFiles,
): Fault[] {
  const parsed = parseYaml(allowedNamesFile, files.get(allowedNamesPath) ?? "[]", allowedNamesPath);
  const known = knownWords(
    entries,
    sources,
    (parsed.value ?? []).map(({ name }) => name),
  );
  const faultsIn = (text: string, place: { readonly file: string; readonly line: number }, cure: string): Fault[] =>
    suspectNames(text, known).map(({ name, reason }) => ({
      ...place,
      problem: `${name} may be a private person's name (${reason})`,
      cure: `${cure}; if it is none, or a case or office-holder that has to be named, add it to ${allowedNamesPath}`,
    }));
  return [
    ...parsed.faults,
    ...entries.flatMap(({ texts }) =>
      [...texts.values()].flatMap((prose) =>
        piecesOf(prose).flatMap(({ line, text }) =>
          faultsIn(text, { file: prose.raw.file, line }, "describe the person without the name"),
        ),
      ),
    ),
    ...[...sources.values()]
      .filter(({ lang }) => lang === "ru" || lang === "en")
      .flatMap((source) => faultsIn(source.title, lineOfSource(source, files), "replace it by […]")),
  ];
}
