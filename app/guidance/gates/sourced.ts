import type { ListedSource } from "../catalogue.ts";
import type { Fault } from "../fault.ts";
import type { ContentFiles, RawEntry } from "../read.ts";
import { sourcePaths } from "../source-paths.ts";
import type { Block } from "./blocks.ts";
import { readNumbers } from "./numbers.ts";
import type { EntryProse, Prose } from "./prose.ts";

/** Words with which a language says that something was looked for and not found. Such a sentence needs no source: nobody published it. */
const admissions: Readonly<Record<string, RegExp>> = {
  ru: /(?<!\p{L})не (?:\p{L}+ )?(?:нашли|нашлось|найден[аоы]?|знаем|смогли|видели|проверяли|проверили|выясняли|выяснили|удалось|читали|открывали)(?!\p{L})|(?<!\p{L})(?:сведений|источника|данных) (?:.{0,60} )?нет(?!\p{L})|неизвестн|не известн|(?<!\p{L})у нас (?:.{0,40} )?нет(?!\p{L})|не указан|не назван|без даты/iu,
  en: /\b(?:did not|had not|have not|has not|could not|do not|cannot|not able to)\s+(?:\w+ ){0,2}?(?:find|found|know|see|seen|check|checked|verify|confirm|establish|open|opened|read|look)\b|\bfound (?:no|not|none|nothing|neither)\b|\bseen (?:no|nothing|neither)\b|\b(?:name|give) (?:no|neither)\b|\b(?:un|not )known\b|\bwe (?:\w+ )?(?:have|had) (?:no|nothing|neither|not)\b|\bnor did we (?:find|see|check)\b|\bundated\b|\bno date\b|\bnot (?:given|named|stated)\b|\bwithout a date\b/iu,
};

const years = "(?:19|20)\\d\\d(?:\\s?[–—-]\\s?(?:(?:19|20)\\d\\d|\\d\\d))?";
/** Dates as prose writes them: a day and month with a year, a month with a year, a year alone, several of them in a row. */
const dates = new RegExp(`(?:\\d{1,2} )?(?:\\p{L}+ )?${years}(?: (?:и|and|or|или) ${years})*`, "gu");

function admitsIgnorance(text: string, language: string): boolean {
  return admissions[language]?.test(text) ?? false;
}

/** Units in which time limits and terms are counted. */
const units: Readonly<Record<string, RegExp>> = {
  ru: /(?<!\p{L})(?:рабоч\p{L}+ |календарн\p{L}+ )?(?:час|дн|день|дня|сут|недел|месяц|год|лет(?!\p{L})|процент)/giu,
  en: /\b(?:working |calendar )?(?:hours?|days?|weeks?|months?|years?|per ?cent)\b/giu,
};

/** Papers that have a number for a name: «форма 100». */
const numberedPapers: Readonly<Record<string, RegExp>> = { ru: /(?<!\p{L})форм\p{L}* \d+/giu, en: /\bform \d+/giu };

/** A number in digits, or a number word that counts a unit of time: «пять рабочих дней». */
function hasNumber(text: string, language: string): boolean {
  if (/\d/.test(text.replaceAll(numberedPapers[language] ?? /(?!)/g, ""))) return true;
  return [...text.matchAll(units[language] ?? /(?!)/g)].some(({ index }) => {
    const before = /\p{L}+[ -]$/u.exec(text.slice(0, index))?.[0] ?? "";
    const isPronoun = /^(?:об[аеои]|both)/iu.test(before);
    return !isPronoun && [...(readNumbers(before, language)?.words.keys() ?? [])].some((value) => Number(value) > 1);
  });
}

/** The sentences of a text that claim something: what says that it was not found is left out, if it names no number but dates. */
function claims(text: string, language: string): string {
  return text
    .split(/(?<=[.!?…])\s+/)
    .filter((sentence) => !admitsIgnorance(sentence, language) || /\d/.test(sentence.replaceAll(dates, "")))
    .join(" ");
}

/** Whether a text states what must come from somewhere: a number, a date, a sum, a share, an article. */
function statesFact(text: string, language: string): boolean {
  return hasNumber(claims(text, language), language);
}

/** A block is sourced by its own footnotes, by those of what introduces its list, and, if it introduces one, by those of its items. */
function isSourced(block: Block, blocks: readonly Block[]): boolean {
  for (let place: Block | undefined = block; place; place = place.parent) if (place.sources.length > 0) return true;
  return blocks.some(({ parent, sources }) => parent === block && sources.length > 0);
}

/** Lists of open questions: their heading or first line says that the answers were not found. */
function listsUnknowns({ parent, headings }: Block, language: string): boolean {
  return [...headings, ...(parent ? [parent.text] : [])].some((text) => admitsIgnorance(text, language));
}

function hasSources({ data }: RawEntry): boolean {
  return "sources" in data && data.sources.length > 0;
}

/** The text of a letter is what its sender writes: blanks are not claims, and its laws stand on the sources of the whole entry. */
function isLetterText(entry: RawEntry, anchor: string): boolean {
  return entry.kind === "letters" && anchor === "letter";
}

function unsourcedBlocks(entry: RawEntry, { raw, sections }: Prose, language: string): Fault[] {
  return [...sections].flatMap(([anchor, blocks]) =>
    blocks
      .filter(
        (block) =>
          block.kind !== "heading" &&
          statesFact(block.ownText.replaceAll(/\{\{.*?\}\}/gs, ""), language) &&
          !(isLetterText(entry, anchor) && hasSources(entry)) &&
          !isSourced(block, blocks) &&
          !listsUnknowns(block, language),
      )
      .map(({ line }) => ({
        file: raw.file,
        line,
        problem: "a number or date without a source",
        cure: isLetterText(entry, anchor)
          ? "name the source in entry.yaml, since a letter has no footnotes"
          : "end the paragraph or item with its footnote [^source-id], or say it without the number",
      })),
  );
}

/** Numbers of titles and summaries stand for what the body and the facts say with its source. */
function unsourcedHeads({ entry, texts }: EntryProse): Fault[] {
  const factText = "facts" in entry.data ? JSON.stringify(entry.data.facts) : "";
  const factsWithoutSource =
    "facts" in entry.data ? entry.data.facts.filter(({ sources }) => sources.length === 0).map(({ id }) => id) : [];
  return [...texts].flatMap(([language, { raw, head, sections }]) => {
    const body = [...sections.values()].flatMap((blocks) => blocks.map(({ text }) => text)).join("\n");
    return head.flatMap(({ path, line, text }) => {
      const [field = "", fact = ""] = path;
      const numbers = claims(text, language).match(/\d+/g) ?? [];
      if (field === "notes") {
        if (numbers.length === 0 || !factsWithoutSource.includes(fact)) return [];
        return [
          {
            file: raw.file,
            line,
            problem: `the note ${fact} states a number or date, but its fact has no source`,
            cure: "name the source in entry.yaml, or say it without the number",
          },
        ];
      }
      if (hasSources(entry)) return [];
      return [...new Set(numbers)]
        .filter((number) => !new RegExp(`(?<!\\d)0?${number}(?!\\d)`).test(`${body}\n${factText}`))
        .map((number) => ({
          file: raw.file,
          line,
          problem: `the ${field} says ${number}, but neither the text nor a fact does`,
          cure: "say it in the text with its source, or leave it out here",
        }));
    });
  });
}

/** Whatever states a number, a date, a sum, a share or an article says where it comes from. */
export function checkSourced(prose: EntryProse): Fault[] {
  if (prose.entry.kind === "wizards") return [];
  return [
    ...[...prose.texts].flatMap(([language, text]) => unsourcedBlocks(prose.entry, text, language)),
    ...unsourcedHeads(prose),
  ];
}

/** Where a source is defined. */
export function lineOfSource({ id, group }: ListedSource, files: ContentFiles): { readonly file: string; readonly line: number } {
  const file = `sources/${group}.yaml`;
  const lines = (files.get(file) ?? "").split("\n");
  return { file, line: Math.max(1, lines.findIndex((line) => new RegExp(`\\bid: ["']?${id}["']?(?:$|[\\s,}])`).test(line)) + 1) };
}

/** Every source is cited somewhere: in a text or in an `entry.yaml`. */
export function checkSourcesUsed(
  entries: readonly EntryProse[],
  sources: ReadonlyMap<string, ListedSource>,
  files: ContentFiles,
): Fault[] {
  const used = new Set(
    entries.flatMap(({ entry, texts }) => [
      ...sourcePaths(entry.data).map(({ id }) => id),
      ...[...texts.values()].flatMap(({ sections }) => [...sections.values()].flat().flatMap((block) => block.sources)),
    ]),
  );
  return [...sources.values()]
    .filter(({ id }) => !used.has(id))
    .map((source) => ({
      ...lineOfSource(source, files),
      problem: `the source ${source.id} is cited nowhere`,
      cure: "cite it where its fact stands, or remove it",
    }));
}
