import { isDeepStrictEqual } from "node:util";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createFacetColumns, type FacetColumns } from "./facets.ts";
import { cleanQuery, interpret, interpretIn, type Interpretation, type LanguageTools } from "./interpret.ts";
import { createKnownWords, type KnownWords } from "./known-words.ts";
import { createLexicon } from "./lexicon.ts";
import { createPlaceBook, isOfFewCountries, placeTerm, placesOf } from "./places.ts";
import { changePostings, createPostingsBuilder, mostSlots, type Postings, type SearchDocument } from "./postings.ts";
import type { SearchRecord } from "./records.ts";
import { findTellingTerms, type TellingTerms } from "./telling-terms.ts";
import { createTermMaker, type TermMaker } from "./terms.ts";
import { createPhraseBook, createSectionWords, ignoredForms, type Vocabulary } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";
import { worthOf } from "./worth.ts";

/** What a search index is built from. */
export interface SearchContent {
  /** The same records and vocabulary have the same revision. */
  readonly revision: string;
  readonly records: readonly SearchRecord[];
  readonly vocabulary: Vocabulary;
}

/** The records of one language with what is needed to find them. Never changed once made. */
export interface Shard extends LanguageTools {
  readonly records: readonly SearchRecord[];
  readonly byKey: ReadonlyMap<string, SearchRecord>;
  readonly postings: Postings;
  /** Records by the slots that the postings name; a slot may be empty. */
  readonly bySlot: readonly (SearchRecord | undefined)[];
  readonly slots: ReadonlyMap<string, number>;
  /** By slot: how many words that tell something stand in what a section itself is called; 255 at most. */
  readonly nameLengths: Uint8Array;
  /** By slot: what a record is worth whatever the query. */
  readonly worths: Float32Array;
  readonly facets: FacetColumns;
  readonly tellingTerms: TellingTerms;
  /** Terms of a word. Remembers words, so it is for texts of the content only, never for a query. */
  readonly termsOfWord: TermMaker["termsOfWord"];
  readonly documentOf: (record: SearchRecord) => SearchDocument;
  /** How many records were taken apart into terms to make this shard; the others were taken over from the one before. */
  readonly indexed: number;
}

/** A revision made ready for searching; shared by all engines. */
export interface Corpus {
  readonly revision: string;
  readonly vocabulary: Vocabulary;
  readonly shards: ReadonlyMap<string, Shard>;
}

/** What all shards of a corpus are made with. Two corpora with equal inputs of these can share records. */
interface Tools extends Pick<LanguageTools, "phrases" | "places" | "ignored"> {
  readonly countryNames: ReadonlyMap<string, string>;
  readonly sectionWords: ReturnType<typeof createSectionWords>;
  readonly searches: ReturnType<typeof createSectionWords>;
}

/** What a shard keeps for the one that follows it. */
interface Workshop {
  readonly termMaker: TermMaker;
  readonly words: KnownWords;
  readonly tools: Tools;
}

const workshops = new WeakMap<Shard, Workshop>();

const recordsATurn = 200;

/**
 * What a record itself is called, and what its page is called. Sections of countries and topics have telling names; elsewhere only the
 * entry's title tells («Как это сделать»). A country's name is no subject: it only says of which country the record is.
 */
function namesOf({ kind, anchor, title, heading }: SearchRecord): { name: string; context: string } {
  if (kind === "countries") return { name: heading, context: title };
  if (kind === "topics" && anchor !== "") return { name: heading, context: title };
  return { name: kind === "topics" ? title : `${title}\n${heading}`, context: "" };
}

function documentMaker({ sectionWords, searches }: Tools, { termsOf }: TermMaker): Shard["documentOf"] {
  return (record) => {
    const { name, context } = namesOf(record);
    const places = isOfFewCountries(record.countries) ? record.countries.map(placeTerm) : [];
    return {
      name: termsOf(name),
      context: [...termsOf(context), ...places],
      keywords: termsOf(sectionWords(record.key, record.language)),
      searches: termsOf(searches(record.key, record.language)),
      text: termsOf(record.text),
    };
  };
}

function nameLengthOf(record: SearchRecord, ignored: ReadonlySet<string>): number {
  return Math.min(255, wordsOf(namesOf(record).name).filter(({ form }) => !ignored.has(form)).length);
}

function toolsOf(vocabulary: Vocabulary, records: readonly SearchRecord[]): Tools {
  const ignored = ignoredForms(vocabulary);
  const countryNames = placesOf(records);
  return {
    countryNames,
    ignored,
    phrases: createPhraseBook(vocabulary.meanings, ignored),
    places: createPlaceBook(vocabulary.meanings, countryNames),
    sectionWords: createSectionWords(vocabulary.sectionWords),
    searches: createSectionWords(vocabulary.searches),
  };
}

/** Whether a record gives the same terms as another one with the same key. */
function readsTheSame(one: SearchRecord, other: SearchRecord): boolean {
  return (
    one.text === other.text &&
    one.heading === other.heading &&
    one.title === other.title &&
    one.countries.length === other.countries.length &&
    one.countries.every((country, index) => country === other.countries[index])
  );
}

/** Which slot each record has: the one it had, else one that has become free, else the next. */
function giveSlots(records: readonly SearchRecord[], before: Shard | undefined): Map<string, number> {
  const slots = new Map<string, number>();
  for (const { key } of records) {
    const slot = before?.slots.get(key);
    if (slot !== undefined) slots.set(key, slot);
  }
  const taken = new Set(slots.values());
  let next = 0;
  for (const { key } of records) {
    if (slots.has(key)) continue;
    while (taken.has(next)) next += 1;
    slots.set(key, next);
    next += 1;
  }
  return slots;
}

async function buildPostings(
  records: readonly SearchRecord[],
  slots: ReadonlyMap<string, number>,
  documentOf: Shard["documentOf"],
): Promise<Postings> {
  const builder = createPostingsBuilder();
  for (const [index, record] of records.entries()) {
    builder.add(slots.get(record.key) ?? 0, documentOf(record));
    if (index % recordsATurn === recordsATurn - 1) await nextTurn();
  }
  return builder.finish();
}

function updatePostings(
  fresh: readonly SearchRecord[],
  slots: ReadonlyMap<string, number>,
  documentOf: Shard["documentOf"],
  before: Shard,
): Postings {
  const stale = before.records.filter(({ key }) => !slots.has(key));
  for (const { key } of fresh) {
    const old = before.byKey.get(key);
    if (old) stale.push(old);
  }
  const bySlot = (records: readonly SearchRecord[], of: ReadonlyMap<string, number>) =>
    new Map(records.map((record) => [of.get(record.key) ?? 0, documentOf(record)]));
  return changePostings(before.postings, { removed: bySlot(stale, before.slots), added: bySlot(fresh, slots) });
}

async function buildShard(
  language: string,
  records: readonly SearchRecord[],
  vocabulary: Vocabulary,
  tools: Tools,
  before: Shard | undefined,
): Promise<Shard> {
  const kept = before && workshops.get(before);
  const termMaker = kept?.termMaker ?? createTermMaker();
  const documentOf = documentMaker(tools, termMaker);
  // Words of the vocabulary are known too, so that slips in them are found: «экстрад» where the texts say «выдача».
  if (!kept) termMaker.termsOf(vocabulary.meanings.flatMap(({ words }) => Object.values(words).flat()).join("\n"));
  const slots = giveSlots(records, before);
  const fresh = records.filter((record) => {
    const old = before?.byKey.get(record.key);
    return !old || !readsTheSame(old, record);
  });
  const postings = before ? updatePostings(fresh, slots, documentOf, before) : await buildPostings(records, slots, documentOf);
  const words = kept ? kept.words.and(termMaker.newWords()) : createKnownWords(termMaker.newWords());
  const unchanged = before !== undefined && fresh.length === 0 && before.records.length === records.length;
  const highest = Math.max(-1, ...slots.values());
  if (highest >= mostSlots) throw new Error(`a search index holds ${String(mostSlots)} sections at most`);
  const bySlot = Array.from({ length: highest + 1 }, (): SearchRecord | undefined => undefined);
  for (const record of records) bySlot[slots.get(record.key) ?? 0] = record;
  const nameLengths = new Uint8Array(bySlot.length);
  if (before) nameLengths.set(before.nameLengths.subarray(0, bySlot.length));
  for (const record of fresh) nameLengths[slots.get(record.key) ?? 0] = nameLengthOf(record, tools.ignored);
  const shard: Shard = {
    language,
    records,
    byKey: new Map(records.map((record) => [record.key, record])),
    postings,
    bySlot,
    slots,
    nameLengths,
    worths: Float32Array.from(bySlot, (record) => (record ? worthOf(record) : 0)),
    facets: createFacetColumns(bySlot),
    tellingTerms: unchanged ? before.tellingTerms : findTellingTerms(postings, bySlot.length, records.length, tools.ignored),
    termsOfWord: termMaker.termsOfWord,
    documentOf,
    indexed: fresh.length,
    lexicon: createLexicon(records.length, postings, words),
    phrases: tools.phrases,
    places: tools.places,
    ignored: tools.ignored,
  };
  workshops.set(shard, { termMaker, words, tools });
  return shard;
}

/** The tools of a corpus if a new one can be made with them as well, so that unchanged records give unchanged terms. */
function reusableTools(before: Corpus | undefined, { vocabulary, records }: SearchContent): Tools | undefined {
  const [shard] = before?.shards.values() ?? [];
  const tools = shard && workshops.get(shard)?.tools;
  const same =
    tools && isDeepStrictEqual(before?.vocabulary, vocabulary) && isDeepStrictEqual(tools.countryNames, placesOf(records));
  return same ? tools : undefined;
}

/**
 * Prepares a revision. Pauses between batches, so that a server goes on answering meanwhile.
 * @param before the revision in use, from which everything that has not changed is taken over; it goes on answering as it is
 */
export async function buildCorpus(content: SearchContent, before?: Corpus): Promise<Corpus> {
  const { revision, records, vocabulary } = content;
  const reused = reusableTools(before, content);
  const tools = reused ?? toolsOf(vocabulary, records);
  const byLanguage = new Map<string, SearchRecord[]>();
  for (const record of records) {
    const same = byLanguage.get(record.language);
    if (same) same.push(record);
    else byLanguage.set(record.language, [record]);
  }
  const shards = new Map<string, Shard>();
  for (const [language, ofLanguage] of byLanguage) {
    const old = reused ? before?.shards.get(language) : undefined;
    shards.set(language, await buildShard(language, ofLanguage, vocabulary, tools, old));
    await nextTurn();
  }
  return { revision, vocabulary, shards };
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
