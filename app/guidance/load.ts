import { createHash } from "node:crypto";
import type { Catalogue, Entry, EntryText, QuestionText, Section } from "./catalogue.ts";
import { checkReferences, checkStructure, checkWording } from "./check.ts";
import type { Fault, Warning } from "./fault.ts";
import { freshness } from "./freshness.ts";
import { readChanges, readQuestion, renderSection, type Resolver } from "./markdown.ts";
import { readEntries, readLanguages, readSources, type ContentFiles, type RawEntry, type RawText } from "./read.ts";
import type { EntryData, Kind } from "./schema/entry.ts";
import type { Source } from "./schema/source.ts";
import { sourcePaths } from "./source-paths.ts";
import { readTiles, warnOfMissingTiles } from "./tiles.ts";
import { hashOfText, staleParts } from "./translation.ts";
import { lineInYaml } from "./yaml.ts";

export interface LoadResult {
  /** Null if there is any fault: a broken revision is never served. */
  readonly catalogue: Catalogue | null;
  readonly faults: readonly Fault[];
  /** What readers are told about by the page itself: overdue reviews, stale translations. */
  readonly warnings: readonly Warning[];
}

/** Sources in the order of their numbers: as cited in the text, then those that only `entry.yaml` names. */
function orderCitations(raw: RawText, data: EntryData<Kind>): readonly string[] {
  const cited = raw.sections.flatMap(({ markdown }) =>
    [...markdown.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) => match[1] ?? ""),
  );
  return [...new Set([...cited, ...sourcePaths(data).map(({ id }) => id)])];
}

function renderText(
  entry: RawEntry,
  language: string,
  raw: RawText,
  sources: ReadonlyMap<string, Source>,
  addressOf: (reference: string, language: string) => string | undefined,
): { text: EntryText; faults: Fault[] } {
  const citations = orderCitations(raw, entry.data).filter((id) => sources.has(id));
  const resolver: Resolver = {
    citation: (id) => (sources.has(id) ? citations.indexOf(id) + 1 : undefined),
    entry: (reference) => addressOf(reference, language),
  };
  const faults: Fault[] = [];
  const sections: Section[] = raw.sections.map((section) => {
    const rendered = renderSection(section, raw.file, resolver);
    faults.push(...rendered.faults);
    const { html, plain, sources: cited } = rendered;
    return { anchor: section.anchor, heading: section.heading, html, plain, sources: cited, hash: hashOfText(section.markdown) };
  });
  const changesSection = raw.sections.find(({ anchor }) => anchor === "changes");
  const { changes, faults: changeFaults } = changesSection
    ? readChanges(changesSection, raw.file, resolver)
    : { changes: [], faults: [] };
  faults.push(...changeFaults);
  const questions: Record<string, QuestionText> = {};
  if (entry.kind === "wizards") {
    for (const section of raw.sections.filter(({ anchor }) => anchor !== "intro")) {
      const { text, faults: questionFaults } = readQuestion(section, raw.file, resolver);
      questions[section.anchor] = text;
      faults.push(...questionFaults);
    }
    faults.push(...checkWording(entry, raw.file, questions));
  }
  const original = raw.head.translation && entry.texts.get(raw.head.translation.of);
  const { title, summary, notes } = raw.head;
  const stale = staleParts(raw, original);
  return { text: { language, title, summary, notes, sections, changes, questions, citations, stale }, faults };
}

function warningsOf(entry: RawEntry, texts: Readonly<Record<string, EntryText>>, today: string): Warning[] {
  const warnings: Warning[] = [];
  const { dueOn, overdue } = freshness(entry.data.review, today);
  if (overdue) {
    warnings.push({
      about: "review",
      file: entry.file,
      line: lineInYaml(entry.yaml, ["review"]),
      problem: `its review was due on ${dueOn}`,
      cure: "compare the whole entry with its sources and set review.on",
    });
  }
  for (const { language, stale } of Object.values(texts)) {
    if (stale.length > 0) {
      warnings.push({
        about: "translation",
        file: entry.texts.get(language)?.file ?? entry.file,
        line: 1,
        problem: `the original of ${stale.join(", ")} has changed since it was translated`,
        cure: `bring it up to date, then run npm run content:stamp -- ${entry.kind}/${entry.id} ${language}`,
      });
    }
  }
  return warnings;
}

/** Freezes plain objects and arrays through and through. Maps are shut off by their read-only type. */
function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const item of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(item);
}

/**
 * Turns content files into a catalogue: validated, linked, rendered, frozen.
 * Pure: the same files and day give the same result, wherever the files come from.
 * @param today YYYY-MM-DD, for warnings about overdue reviews
 */
export function loadCatalogue(files: ContentFiles, today: string): LoadResult {
  const faults: Fault[] = [];
  const warnings: Warning[] = [];
  const languages = readLanguages(files, faults);
  const sources = readSources(files, faults);
  const raw = readEntries(files, languages, faults);
  const byReference = new Map(
    Object.values(raw).flatMap((list) => list.map((entry): [string, RawEntry] => [`${entry.kind}/${entry.id}`, entry])),
  );
  // An entry left out for faults of its own is there all the same: what refers to it is no fault.
  const leftOut = new Set(
    [...files.keys()].map((file) => file.split("/").slice(0, 2).join("/")).filter((name) => !byReference.has(name)),
  );
  const countries = [...byReference.keys(), ...leftOut]
    .filter((name) => name.startsWith("countries/"))
    .map((name) => name.slice("countries/".length));
  const tiles = readTiles(files, countries, faults);
  warnings.push(...warnOfMissingTiles(files, countries, tiles));

  const hasEntry = (reference: string): boolean => {
    const [name = "", anchor] = reference.split("#");
    if (leftOut.has(name)) return true;
    const entry = byReference.get(name);
    if (!entry) return false;
    return (
      anchor === undefined ||
      [...entry.texts.values()].every(({ sections }) => sections.some((section) => section.anchor === anchor))
    );
  };
  const addressOf = (reference: string, language: string): string | undefined =>
    hasEntry(reference) ? `/${language}/${reference}` : undefined;

  function finish<K extends Kind>(rawEntries: readonly RawEntry<K>[]): ReadonlyMap<string, Entry<K>> {
    return new Map(
      rawEntries.map((entry) => {
        faults.push(...checkStructure(entry), ...checkReferences(entry, sources, countries, hasEntry));
        const texts: Record<string, EntryText> = {};
        for (const [language, rawText] of entry.texts) {
          const { text, faults: textFaults } = renderText(entry, language, rawText, sources, addressOf);
          texts[language] = text;
          faults.push(...textFaults);
        }
        warnings.push(...warningsOf(entry, texts, today));
        return [entry.id, { kind: entry.kind, id: entry.id, data: entry.data, texts }];
      }),
    );
  }
  const entries = {
    countries: finish(raw.countries),
    topics: finish(raw.topics),
    documents: finish(raw.documents),
    steps: finish(raw.steps),
    warnings: finish(raw.warnings),
    grounds: finish(raw.grounds),
    letters: finish(raw.letters),
    organisations: finish(raw.organisations),
    wizards: finish(raw.wizards),
  };
  faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  if (faults.length > 0) return { catalogue: null, faults, warnings };

  const hash = createHash("sha256");
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${file}\0${text}\0`);
  const catalogue: Catalogue = { revision: hash.digest("hex").slice(0, 12), languages, entries, sources, tiles };
  deepFreeze(catalogue);
  return { catalogue, faults, warnings };
}
