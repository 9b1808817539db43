import type { ContentFiles, RawEntry, RawText } from "../read.ts";
import { readBlocks, type Block } from "./blocks.ts";

/** A text of the front matter: the title, the summary or a note. */
export interface HeadPart {
  /** Its path in the front matter. */
  readonly path: readonly string[];
  readonly line: number;
  readonly text: string;
}

/** An entry's words in one language, cut into the pieces that the gates look at. */
export interface Prose {
  readonly raw: RawText;
  readonly head: readonly HeadPart[];
  /** By anchor. */
  readonly sections: ReadonlyMap<string, readonly Block[]>;
}

/** An entry with its words in each language. */
export interface EntryProse {
  readonly entry: RawEntry;
  /** By language code. */
  readonly texts: ReadonlyMap<string, Prose>;
}

function readHead(raw: RawText, files: ContentFiles): readonly HeadPart[] {
  const lines = (files.get(raw.file) ?? "").split("\n");
  const lineFrom = (start: number, name: string): number => {
    const found = lines.findIndex((line, index) => index >= start && new RegExp(`^\\s*["']?${name}["']?:`).test(line));
    return found < 0 ? 1 : found + 1;
  };
  const notesLine = lineFrom(0, "notes");
  return [
    { path: ["title"], line: lineFrom(0, "title"), text: raw.head.title },
    { path: ["summary"], line: lineFrom(0, "summary"), text: raw.head.summary },
    ...Object.entries(raw.head.notes).map(([fact, text]) => ({ path: ["notes", fact], line: lineFrom(notesLine, fact), text })),
  ];
}

/** Cuts an entry's texts into the pieces that the gates look at. */
export function readProse(entry: RawEntry, files: ContentFiles): EntryProse {
  const texts = [...entry.texts].map(([language, raw]): [string, Prose] => [
    language,
    { raw, head: readHead(raw, files), sections: new Map(raw.sections.map((section) => [section.anchor, readBlocks(section)])) },
  ]);
  return { entry, texts: new Map(texts) };
}

/** Every piece of a text that a reader sees, with the line in which it begins: front matter, headings and blocks. */
export function piecesOf({ raw, head, sections }: Prose): readonly { readonly line: number; readonly text: string }[] {
  return [
    ...head,
    ...raw.sections.flatMap(({ anchor, heading, line }) => [{ line: line - 1, text: heading }, ...(sections.get(anchor) ?? [])]),
  ];
}
