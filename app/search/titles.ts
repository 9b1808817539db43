import type { SearchRecord } from "./records.ts";
import { createSectionWords, type Vocabulary } from "./vocabulary.ts";

/** A section: its anchor, its heading, and the words that editors have added to it. */
type TitledSection = readonly [anchor: string, heading: string, words: string];

/** Titles and headings of one language, with what is needed to find them on a reader's device. Texts are not in it. */
export interface TitleShard {
  /** An entry: `kind/id`, its title, the words that editors have added to it, and its sections. */
  readonly entries: readonly (readonly [reference: string, title: string, words: string, sections: readonly TitledSection[]])[];
  /** What readers say, and what it is called here: phrases, and phrases by which they find. */
  readonly meanings: readonly (readonly [said: readonly string[], called: readonly string[]])[];
  /** Words that say nothing about what is sought, parted by blanks. */
  readonly ignored: string;
}

/** What a reader's device searches while the reader types. @param records of one language, heads before their sections */
export function titleShard(records: readonly SearchRecord[], vocabulary: Vocabulary, language: string): TitleShard {
  const sectionWords = createSectionWords(vocabulary);
  const wordsOf = ({ key }: SearchRecord): string => sectionWords(key, language).replaceAll("\n", " ");
  const sections = new Map<string, TitledSection[]>();
  const entries: TitleShard["entries"][number][] = [];
  for (const record of records) {
    const reference = `${record.kind}/${record.entry}`;
    let own = sections.get(reference);
    if (!own) sections.set(reference, (own = []));
    if (record.anchor === "") entries.push([reference, record.title, wordsOf(record), own]);
    else own.push([record.anchor, record.heading, wordsOf(record)]);
  }
  const meanings = vocabulary.meanings.flatMap(({ words, finds }) => {
    const called = finds?.[language] ?? words[language] ?? [];
    return called.length > 0 ? [[Object.values(words).flat(), called] as const] : [];
  });
  return { entries, meanings, ignored: Object.values(vocabulary.ignored).flat().join(" ") };
}

/** Whether something fetched is a shard. It comes from our own server, so its outline is enough; a full schema would outweigh the island. */
export function isTitleShard(value: unknown): value is TitleShard {
  return typeof value === "object" && value !== null && "entries" in value && "meanings" in value && "ignored" in value;
}
