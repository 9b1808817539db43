import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { isArticleTerm } from "./articles.ts";
import type { Corpus } from "./corpus.ts";
import type { SearchDocument } from "./postings.ts";
import type { SearchRecord } from "./records.ts";
import { rootOf } from "./stems.ts";
import { isRootTerm } from "./terms.ts";
import { stemPhrase, type Vocabulary } from "./vocabulary.ts";

/** The settings that our index needs. All text in it is already reduced to stems, so that word forms work in every language we know. */
export interface IndexSettings {
  readonly searchableAttributes: string[];
  readonly filterableAttributes: string[];
  readonly displayedAttributes: string[];
  readonly rankingRules: string[];
  readonly synonyms: Record<string, string[]>;
  readonly typoTolerance: {
    readonly enabled: boolean;
    readonly minWordSizeForTypos: { readonly oneTypo: number; readonly twoTypos: number };
    readonly disableOnWords: string[];
    readonly disableOnAttributes: string[];
    readonly disableOnNumbers: boolean;
  };
  readonly pagination: { readonly maxTotalHits: number };
  readonly faceting: { readonly maxValuesPerFacet: number; readonly sortFacetValuesBy: Record<string, "alpha" | "count"> };
  readonly prefixSearch: "indexingTime" | "disabled";
}

/** A document of the index: a record's terms, or the one that says which revision the index holds. */
export interface IndexDocument {
  readonly id: string;
  readonly key: string;
  readonly language: string;
  readonly kind?: string;
  readonly country?: readonly string[];
  readonly audience?: readonly string[];
  /** The day as a number, since only numbers can be compared: 20261121. */
  readonly due?: number;
  readonly order?: number;
  readonly name?: string;
  readonly context?: string;
  readonly keywords?: string;
  readonly searches?: string;
  readonly articles?: string;
  readonly text?: string;
}

/** Raise this when terms or documents change their form, so that indexes made by older code are built anew. */
const format = 4;

const mostSynonyms = 20;

/** A term in letters and digits only, since Meilisearch parts words at anything else. */
export function plainTerm(term: string): string {
  return term.replaceAll(".", "x").replace(/^@/, "place");
}

function addSynonyms(synonyms: Map<string, Set<string>>, phrase: string, others: readonly string[]): void {
  const known = synonyms.get(phrase) ?? new Set();
  for (const other of others) if (other !== phrase && known.size < mostSynonyms) known.add(other);
  if (known.size > 0) synonyms.set(phrase, known);
}

/** Stems that share a root, by that root: дезертирова and дезертирств under дезерт. */
export function rootFamilies(corpus: Corpus): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, string[]>();
  for (const { lexicon } of corpus.shards.values()) {
    const words = [...lexicon.terms()].filter((term) => /^(?:[а-я]{5,}|[a-z]{5,})$/.test(term) && !isArticleTerm(term));
    for (const word of words.sort((a, b) => lexicon.frequency(b) - lexicon.frequency(a))) {
      const root = rootOf(word);
      const family = families.get(root);
      if (!family) families.set(root, [word]);
      else if (!family.includes(word)) family.push(word);
    }
  }
  return families;
}

function synonymsOf(vocabulary: Vocabulary, families: ReadonlyMap<string, readonly string[]>): Record<string, string[]> {
  const synonyms = new Map<string, Set<string>>();
  const phrasesOf = (wording: Record<string, readonly string[]>): string[] =>
    Object.values(wording)
      .flat()
      .map((phrase) => stemPhrase(phrase).map(plainTerm).join(" "));
  for (const { words, finds } of vocabulary.meanings) {
    const phrases = phrasesOf(words);
    for (const phrase of phrases) addSynonyms(synonyms, phrase, finds ? phrasesOf(finds) : phrases);
  }
  for (const family of families.values()) for (const word of family) addSynonyms(synonyms, word, family);
  return Object.fromEntries([...synonyms].map(([phrase, others]) => [phrase, [...others].sort()]));
}

export function indexSettings(corpus: Corpus): IndexSettings {
  return {
    searchableAttributes: ["articles", "name", "keywords", "searches", "context", "text"],
    filterableAttributes: ["audience", "country", "due", "id", "key", "kind", "language"],
    displayedAttributes: ["key"],
    rankingRules: ["words", "typo", "attributeRank", "proximity", "sort", "exactness", "wordPosition"],
    synonyms: synonymsOf(corpus.vocabulary, rootFamilies(corpus)),
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 6, twoTypos: 9 },
      disableOnWords: [],
      // Articles 337 and 338 differ by one sign and by ten years.
      disableOnAttributes: ["articles"],
      disableOnNumbers: true,
    },
    pagination: { maxTotalHits: 10_000 },
    faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { "*": "alpha" } },
    // Beginnings of words are completed from our own lexicon before a query is sent.
    prefixSearch: "disabled",
  };
}

/** The server keeps these as sets and gives them back in an order of its own. */
const unordered = ["filterableAttributes", "displayedAttributes"];

/** The settings among those wanted that an index does not have yet. */
export function differingSettings(wanted: IndexSettings, present: Readonly<Record<string, unknown>>): Partial<IndexSettings> {
  const comparable = (name: string, value: unknown): unknown =>
    unordered.includes(name) && Array.isArray(value) ? value.map(String).sort() : value;
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => !isDeepStrictEqual(comparable(name, present[name]), comparable(name, value)),
    ),
  );
}

/** What an index built from this corpus is called: changes with the content, the vocabulary, and the form of the index. */
export function indexRevision(corpus: Corpus): string {
  return createHash("sha256")
    .update(`${String(format)}\0${corpus.revision}`)
    .digest("hex")
    .slice(0, 16);
}

/** The document that says which revision an index holds. */
export function markerOf(revision: string): IndexDocument {
  return { id: "revision", key: revision, language: "none" };
}

/** A day (YYYY-MM-DD) as the index holds it. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll("-", ""));
}

function indexDocument(record: SearchRecord, document: SearchDocument): IndexDocument {
  const words = (terms: readonly string[]): string =>
    terms
      .filter((term) => !isRootTerm(term) && !isArticleTerm(term))
      .map(plainTerm)
      .join(" ");
  const { name, context, keywords, searches, text } = document;
  return {
    id: [record.language, record.kind, record.entry, record.anchor].join("_"),
    key: record.key,
    language: record.language,
    kind: record.kind,
    country: record.countries,
    audience: record.audience,
    due: dayNumber(record.dueOn),
    order: record.order,
    name: words(name),
    context: words(context),
    keywords: words(keywords),
    searches: words(searches),
    articles: [...name, ...context, ...keywords, ...searches, ...text].filter(isArticleTerm).map(plainTerm).join(" "),
    text: words(text),
  };
}

/** All documents of an index, in batches of a size that one request can carry. */
export function* indexDocuments(corpus: Corpus, batch: number): Generator<IndexDocument[]> {
  for (const { records, documentOf } of corpus.shards.values()) {
    for (let start = 0; start < records.length; start += batch) {
      yield records.slice(start, start + batch).map((record) => indexDocument(record, documentOf(record)));
    }
  }
}
