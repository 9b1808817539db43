import { isKind, type EntryData, type Kind } from "./schema/entry.ts";
import type { Language } from "./schema/languages.ts";
import type { Source } from "./schema/source.ts";

/** One section of an entry's text in one language. */
export interface Section {
  /** Fixed in every language: part of the address. */
  readonly anchor: string;
  readonly heading: string;
  /** Safe HTML: rendered from Markdown without raw HTML, links and citations resolved. */
  readonly html: string;
  /** The same without markup and citation marks, for search and for messages. */
  readonly plain: string;
  /** Ids of the sources cited in this section. */
  readonly sources: readonly string[];
  /** Hash of the Markdown, as translations record it. */
  readonly hash: string;
}

/** A dated change of law or practice, from the section `changes`. */
export interface Change {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly on: string;
  readonly html: string;
  readonly plain: string;
}

/** Wording of one question of a wizard. */
export interface QuestionText {
  readonly question: string;
  readonly why: string;
  /** Inline HTML of each answer, by its code. */
  readonly options: Readonly<Record<string, string>>;
}

/** An entry's words in one language. */
export interface EntryText {
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  /** Sentences beneath facts, by the fact's id. */
  readonly notes: Readonly<Record<string, string>>;
  readonly sections: readonly Section[];
  readonly changes: readonly Change[];
  /** Wording of a wizard's questions, by question; empty for other kinds. */
  readonly questions: Readonly<Record<string, QuestionText>>;
  /** Ids of all sources of the entry in the order of their numbers on the page. */
  readonly citations: readonly string[];
  /** Anchors of sections whose original has changed since they were translated; `head` stands for title, summary and notes. */
  readonly stale: readonly string[];
}

export interface Entry<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  readonly data: EntryData<K>;
  /** By language code. */
  readonly texts: Readonly<Record<string, EntryText>>;
}

/** A source with the group in which it is listed: the name of its file in `content/sources/`. */
export interface ListedSource extends Source {
  readonly group: string;
}

/** The square of a country in the pictures of the world: column from the west and row from the north, both from 0. */
export interface Tile {
  readonly column: number;
  readonly row: number;
}

/** All content, validated, linked and frozen. A new revision is a new catalogue. */
export interface Catalogue {
  /** Hash of all files: the same content gives the same revision. */
  readonly revision: string;
  readonly languages: readonly Language[];
  readonly entries: { readonly [K in Kind]: ReadonlyMap<string, Entry<K>> };
  readonly sources: ReadonlyMap<string, ListedSource>;
  /** Where countries stand in the pictures of the world, by code. A country may have no place. */
  readonly tiles: ReadonlyMap<string, Tile>;
}

/** The entry of a kind with an id, or undefined. */
export function findEntry<K extends Kind>(catalogue: Catalogue, kind: K, id: string): Entry<K> | undefined {
  return catalogue.entries[kind].get(id);
}

/**
 * An entry's text in a language; where a growing translation lacks it, in the first language of the site.
 * `fallback` tells the page to say so. Throws only if the catalogue is broken, which loading rules out.
 */
export function textIn(
  catalogue: Catalogue,
  entry: Entry,
  language: string,
): { readonly text: EntryText; readonly fallback: boolean } {
  const text = entry.texts[language];
  if (text) return { text, fallback: false };
  for (const { code } of catalogue.languages) {
    const other = entry.texts[code];
    if (other) return { text: other, fallback: true };
  }
  throw new Error(`${entry.kind}/${entry.id} has no text in any language`);
}

/** Entries of a kind in the order in which lists show them: by `order` where the kind has one, then by title. */
export function listEntries<K extends Kind>(catalogue: Catalogue, kind: K, language: string): readonly Entry<K>[] {
  const orderOf = (entry: Entry): number => ("order" in entry.data ? entry.data.order : 0);
  const titleOf = (entry: Entry): string => textIn(catalogue, entry, language).text.title;
  return [...catalogue.entries[kind].values()].sort(
    (a, b) => orderOf(a) - orderOf(b) || titleOf(a).localeCompare(titleOf(b), language),
  );
}

/** Class of each country that has a page. */
export function countryClasses(catalogue: Catalogue): Readonly<Record<string, string>> {
  return Object.fromEntries([...catalogue.entries.countries.values()].map(({ id, data }) => [id, data.class]));
}

/** The title to which `kind/id` or `kind/id#anchor` leads, with the section's heading if it names one. Undefined if there is no such entry. */
export function titleOfReference(catalogue: Catalogue, reference: string, language: string): string | undefined {
  const [kind = "", id = "", anchor] = reference.split(/[/#]/);
  const entry = isKind(kind) ? findEntry(catalogue, kind, id) : undefined;
  if (!entry) return undefined;
  const { text } = textIn(catalogue, entry, language);
  const section = text.sections.find((candidate) => candidate.anchor === anchor);
  return section ? `${text.title}: ${section.heading}` : text.title;
}
