import type { SearchRecord } from "./records.ts";
import { stemsOf } from "./stems.ts";
import { createSectionWords, ignoredForms, type Vocabulary } from "./vocabulary.ts";
import { cleanText, wordsOf } from "./words.ts";

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

/** Each word of a text once, without those that say nothing and those that the name says already: nothing is carried to the device twice. */
function tellingWords(text: string, name: string, ignored: ReadonlySet<string>): string {
  const said = new Set(wordsOf(cleanText(name)).map(({ form }) => stemsOf(form).stem));
  const telling: string[] = [];
  for (const { form } of wordsOf(cleanText(text))) {
    const { stem } = stemsOf(form);
    if (ignored.has(form) || said.has(stem)) continue;
    said.add(stem);
    telling.push(form);
  }
  return telling.join(" ");
}

/** What a reader's device searches while the reader types. @param records of one language, heads before their sections */
export function titleShard(records: readonly SearchRecord[], vocabulary: Vocabulary, language: string): TitleShard {
  const sectionWords = createSectionWords(vocabulary.sectionWords);
  const ignored = ignoredForms(vocabulary);
  const editorsWords = ({ key }: SearchRecord, name: string): string => tellingWords(sectionWords(key, language), name, ignored);
  const sections = new Map<string, TitledSection[]>();
  const entries: TitleShard["entries"][number][] = [];
  for (const record of records) {
    const reference = `${record.kind}/${record.entry}`;
    let own = sections.get(reference);
    if (!own) sections.set(reference, (own = []));
    if (record.anchor === "") entries.push([reference, record.title, editorsWords(record, record.title), own]);
    else own.push([record.anchor, record.heading, editorsWords(record, record.heading)]);
  }
  const meanings = vocabulary.meanings.flatMap(({ words, finds }) => {
    const called = finds?.[language] ?? words[language] ?? [];
    return called.length > 0 ? [[Object.values(words).flat(), called] as const] : [];
  });
  return { entries, meanings, ignored: [...ignored].join(" ") };
}

/** Whether something fetched is a shard. It comes from our own server, so its outline is enough; a full schema would outweigh the island. */
export function isTitleShard(value: unknown): value is TitleShard {
  return typeof value === "object" && value !== null && "entries" in value && "meanings" in value && "ignored" in value;
}
