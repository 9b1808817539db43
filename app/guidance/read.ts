import type { z } from "zod";
import type { ListedSource } from "./catalogue.ts";
import type { Fault } from "./fault.ts";
import { splitSections, type RawSection } from "./markdown.ts";
import { entrySchemas, isKind, kinds, type EntryData, type Kind } from "./schema/entry.ts";
import { languagesFile, type Language } from "./schema/languages.ts";
import { identifier } from "./schema/primitives.ts";
import { sourceFile } from "./schema/source.ts";
import { frontMatter, type FrontMatter } from "./schema/text.ts";
import { lineInYaml, parseYaml } from "./yaml.ts";

/** Content as a plain map from the path below `content/` to the file's text: a folder, a git tree, a draft or a test. */
export type ContentFiles = ReadonlyMap<string, string>;

/** Where the names stand that may be written although they look like those of persons. */
export const allowedNamesPath = "names.yaml";

/** Files that belong to no entry. */
const wholeSiteFiles: readonly string[] = ["languages.yaml", "tiles.yaml", allowedNamesPath];

/** One language's file as written. */
export interface RawText {
  readonly file: string;
  readonly head: FrontMatter;
  readonly sections: readonly RawSection[];
}

/** An entry's files, each valid by itself. */
export interface RawEntry<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  /** Path of `entry.yaml`. */
  readonly file: string;
  readonly yaml: string;
  readonly data: EntryData<K>;
  /** By language code. */
  readonly texts: ReadonlyMap<string, RawText>;
}

export type RawEntries = { readonly [K in Kind]: readonly RawEntry<K>[] };

/** All sources of `content/sources/`, by id. */
export function readSources(files: ContentFiles, faults: Fault[]): Map<string, ListedSource> {
  const sources = new Map<string, ListedSource>();
  for (const [file, text] of files) {
    if (!file.startsWith("sources/")) continue;
    const group = file.slice("sources/".length, -".yaml".length);
    const parsed = parseYaml(sourceFile, text, file);
    faults.push(...parsed.faults);
    for (const [index, source] of (parsed.value ?? []).entries()) {
      if (sources.has(source.id)) {
        faults.push({
          file,
          line: lineInYaml(text, [index, "id"]),
          problem: `the source ${source.id} is defined twice`,
          cure: "keep one definition, or give the other source another id",
        });
      }
      sources.set(source.id, { ...source, group });
    }
  }
  return sources;
}

/** The languages of the site. */
export function readLanguages(files: ContentFiles, faults: Fault[]): readonly Language[] {
  const file = "languages.yaml";
  const text = files.get(file);
  if (text === undefined) {
    faults.push({
      file,
      line: 1,
      problem: "the file is missing",
      cure: "create it with the languages of the site; see docs/content-guide.md",
    });
    return [];
  }
  const parsed = parseYaml(languagesFile, text, file);
  faults.push(...parsed.faults);
  return parsed.value ?? [];
}

/** Reads a Markdown file: front matter and sections. Null if its front matter is broken. */
export function readText(text: string, file: string, faults: Fault[]): RawText | null {
  const match = /^---\n([\s\S]*?)\n---\n?/.exec(text);
  if (!match) {
    faults.push({
      file,
      line: 1,
      problem: "the front matter is missing",
      cure: "start the file with ---, title, summary and ---",
    });
    return null;
  }
  const [whole, yaml = ""] = match;
  const head = parseYaml(frontMatter, yaml, file, 2);
  faults.push(...head.faults);
  const { sections, faults: sectionFaults } = splitSections(text.slice(whole.length), file, whole.split("\n").length);
  faults.push(...sectionFaults);
  return head.value && { file, head: head.value, sections };
}

/** The files of each entry's folder, by kind and id. Files that belong to no entry are faults. */
function groupFiles(files: ContentFiles, languages: readonly Language[], faults: Fault[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const file of files.keys()) {
    if (wholeSiteFiles.includes(file) || file.startsWith("sources/") || file.startsWith("search/")) continue;
    const [kind = "", id = "", name = "", ...rest] = file.split("/");
    if (!isKind(kind) || !name || rest.length > 0) {
      faults.push({
        file,
        line: 1,
        problem: "no entry can stand here",
        cure: `put it into content/<kind>/<id>/, the kinds being ${kinds.join(", ")}`,
      });
    } else if (name !== "entry.yaml" && !languages.some(({ code }) => name === `${code}.md`)) {
      const names = ["entry.yaml", ...languages.map(({ code }) => `${code}.md`)].join(", ");
      faults.push({
        file,
        line: 1,
        problem: "an entry has no such file",
        cure: `an entry consists of ${names}; a new language is added in languages.yaml`,
      });
    } else if (!identifier.safeParse(id).success) {
      faults.push({
        file,
        line: 1,
        problem: `${id} is not a good id`,
        cure: "name the folder with lower-case Latin letters, digits and single hyphens",
      });
    } else {
      const folder = `${kind}/${id}`;
      folders.set(folder, (folders.get(folder) ?? new Set()).add(name));
    }
  }
  return folders;
}

function readTexts(files: ContentFiles, folder: string, languages: readonly Language[], faults: Fault[]): Map<string, RawText> {
  const texts = new Map<string, RawText>();
  for (const { code, complete } of languages) {
    const file = `${folder}/${code}.md`;
    const text = files.get(file);
    if (text !== undefined) {
      const raw = readText(text, file, faults);
      if (raw) texts.set(code, raw);
    } else if (complete) {
      faults.push({
        file,
        line: 1,
        problem: "the text is missing",
        cure: "write it: every entry exists in every complete language",
      });
    }
  }
  return texts;
}

/** Reads every entry's files. An entry whose `entry.yaml` is missing or broken is left out, its faults noted. */
export function readEntries(files: ContentFiles, languages: readonly Language[], faults: Fault[]): RawEntries {
  const folders = [...groupFiles(files, languages, faults).keys()].sort();
  function readKind<K extends Kind>(kind: K, schema: z.ZodType<EntryData<K>>): RawEntry<K>[] {
    return folders
      .filter((folder) => folder.startsWith(`${kind}/`))
      .flatMap((folder) => {
        const file = `${folder}/entry.yaml`;
        const yaml = files.get(file);
        const texts = readTexts(files, folder, languages, faults);
        if (yaml === undefined) {
          faults.push({
            file,
            line: 1,
            problem: "the file is missing",
            cure: "create it; its fields are explained in app/guidance/schema/",
          });
          return [];
        }
        const { value: data, faults: yamlFaults } = parseYaml(schema, yaml, file);
        faults.push(...yamlFaults);
        return data === null ? [] : [{ kind, id: folder.slice(kind.length + 1), file, yaml, data, texts }];
      });
  }
  return {
    countries: readKind("countries", entrySchemas.countries),
    topics: readKind("topics", entrySchemas.topics),
    documents: readKind("documents", entrySchemas.documents),
    steps: readKind("steps", entrySchemas.steps),
    warnings: readKind("warnings", entrySchemas.warnings),
    grounds: readKind("grounds", entrySchemas.grounds),
    letters: readKind("letters", entrySchemas.letters),
    organisations: readKind("organisations", entrySchemas.organisations),
    wizards: readKind("wizards", entrySchemas.wizards),
  };
}
