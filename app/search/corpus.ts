import { setImmediate as nextTurn } from "node:timers/promises";
import { cleanQuery, interpret, interpretIn, type Interpretation, type LanguageTools } from "./interpret.ts";
import { createLexicon } from "./lexicon.ts";
import type { SearchRecord } from "./records.ts";
import { createTermMaker, type TermMaker } from "./terms.ts";
import { createPhraseBook, wordsForSection, type Vocabulary } from "./vocabulary.ts";
import { cleanText, wordsOf } from "./words.ts";

/** What a search index is built from. */
export interface SearchContent {
  /** The same records and vocabulary have the same revision. */
  readonly revision: string;
  readonly records: readonly SearchRecord[];
  readonly vocabulary: Vocabulary;
}

/** Terms of a record by field, the terms of a field parted by blanks. */
export interface SearchDocument {
  /** What the section itself is called. */
  readonly name: string;
  /** What the whole page is called, if the section has a name of its own. */
  readonly context: string;
  /** What editors have added to the section. */
  readonly keywords: string;
  readonly text: string;
}

/** The records of one language with what is needed to read queries against them. */
export interface Shard extends LanguageTools {
  readonly records: readonly SearchRecord[];
  readonly byKey: ReadonlyMap<string, SearchRecord>;
  /** Terms of a word. Remembers words, so it is for texts of the content only, never for a query. */
  readonly termsOfWord: TermMaker["termsOfWord"];
  /** Terms by which sections are called: a query's words that stand here tell more than words that only stand in texts. */
  readonly naming: ReadonlySet<string>;
}

/** A revision made ready for searching; shared by all engines. */
export interface Corpus {
  readonly revision: string;
  readonly vocabulary: Vocabulary;
  readonly shards: ReadonlyMap<string, Shard>;
  /** A function that makes the terms of a record; it remembers stems, so use one for a whole index. */
  readonly documentMaker: () => (record: SearchRecord) => SearchDocument;
}

const recordsATurn = 200;

/**
 * What a record itself is called, and what its page is called. Sections of countries and topics have telling names; elsewhere only the
 * entry's title tells («Как это сделать»). A country's name is no subject: it only says of which country the record is.
 */
function namesOf({ kind, anchor, title, heading }: SearchRecord): { name: string; context: string } {
  if (kind === "countries") return { name: heading, context: title };
  if (kind === "topics" && anchor !== "") return { name: heading, context: title };
  return { name: `${title}\n${heading}`, context: "" };
}

function documentMaker(vocabulary: Vocabulary, { termsOf }: TermMaker): (record: SearchRecord) => SearchDocument {
  const terms = (text: string): string => termsOf(text).join(" ");
  return (record) => {
    const { name, context } = namesOf(record);
    const keywords = wordsForSection(vocabulary, record.key, record.language);
    return { name: terms(name), context: terms(context), keywords: terms(keywords), text: terms(record.text) };
  };
}

/** Prepares a revision. Pauses between batches, so that a server goes on answering meanwhile. */
export async function buildCorpus({ revision, records, vocabulary }: SearchContent): Promise<Corpus> {
  const ignoredWords = Object.values(vocabulary.ignored).flat().join(" ");
  const ignored = new Set(wordsOf(cleanText(ignoredWords)).map(({ form }) => form));
  const phrases = createPhraseBook(vocabulary.meanings, ignored);
  const shards = new Map<string, Shard>();
  for (const language of new Set(records.map((record) => record.language))) {
    const ofLanguage = records.filter((record) => record.language === language);
    const termMaker = createTermMaker();
    // Words of the vocabulary are known too, so that slips in them are found: «экстрад» where the texts say «выдача».
    termMaker.termsOf(vocabulary.meanings.flatMap(({ words }) => Object.values(words).flat()).join("\n"));
    const makeDocument = documentMaker(vocabulary, termMaker);
    const terms: string[][] = [];
    const naming = new Set<string>();
    for (const [index, record] of ofLanguage.entries()) {
      const { name, context, keywords, text } = makeDocument(record);
      for (const term of `${name} ${context} ${keywords}`.split(/ +/)) naming.add(term);
      terms.push([...new Set(`${name} ${context} ${keywords} ${text}`.split(/ +/))]);
      if (index % recordsATurn === recordsATurn - 1) await nextTurn();
    }
    shards.set(language, {
      language,
      records: ofLanguage,
      naming,
      termsOfWord: termMaker.termsOfWord,
      byKey: new Map(ofLanguage.map((record) => [record.key, record])),
      lexicon: createLexicon(terms, termMaker.words()),
      phrases,
      ignored,
    });
  }
  return { revision, vocabulary, shards, documentMaker: () => documentMaker(vocabulary, createTermMaker()) };
}

/** What a query means, and how its hits are shown to the reader. */
export interface Reading extends Interpretation {
  /** The shard whose index is to be asked. */
  readonly shard: Shard;
  /** Terms to be marked in what the reader sees, each with the number of the word it stands for. */
  readonly marks: ReadonlyMap<string, number>;
  /** The same section in the reader's language. */
  readonly forReader: (record: SearchRecord) => SearchRecord;
}

function marksOf({ words }: Interpretation): Map<string, number> {
  return new Map(
    words.flatMap(({ alternatives }, index) =>
      alternatives.flatMap(({ terms }) => terms.map((term): [string, number] => [term, index])),
    ),
  );
}

/** Reads a query of a reader. Undefined if there is nothing to seek, or nothing in the reader's language. */
export function readQuery(
  corpus: Corpus,
  query: { text: string; language: string; asTyped?: boolean | undefined },
): Reading | undefined {
  const home = corpus.shards.get(query.language);
  const text = cleanQuery(query.text);
  if (!home || text === "") return undefined;
  const others = [...corpus.shards.values()].filter((shard) => shard !== home);
  const interpretation = interpret(text, [home, ...others], query.asTyped ?? false);
  const shard = interpretation && corpus.shards.get(interpretation.language);
  if (!shard || interpretation.words.length === 0) return undefined;
  const marks = marksOf(interpretation);
  if (shard !== home) {
    for (const [term, word] of marksOf(interpretIn(interpretation.repaired ?? text, home)))
      if (!marks.has(term)) marks.set(term, word);
  }
  return { ...interpretation, shard, marks, forReader: (record) => home.byKey.get(record.key) ?? record };
}
