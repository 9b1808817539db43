import { create, insertMultiple, search as searchOrama, updateMultiple, type Orama } from "@orama/orama";
import { Document } from "flexsearch";
import MiniSearch from "minisearch";
import { buildCorpus, type Corpus, type SearchContent } from "../app/search/corpus.ts";
import { createEmbeddedEngine } from "../app/search/embedded.ts";
import type { SearchEngine } from "../app/search/engine.ts";
import { createMeilisearchEngine } from "../app/search/meilisearch.ts";
import { createClient, type MeilisearchOptions } from "../app/search/meilisearch-client.ts";
import type { SearchRecord } from "../app/search/records.ts";

/** Something that answers queries: an engine of ours, or a peer as it comes out of the box. */
export interface Contender {
  readonly name: string;
  /** Whether it finds a word in spite of a slip. */
  readonly forgivesTypos: boolean;
  readonly build: (content: SearchContent) => Promise<void>;
  /** Takes over a page that an editor has changed, in the quickest way that the contender offers. */
  readonly publish: (content: SearchContent, changed: readonly SearchRecord[]) => Promise<void>;
  /** Keys of the first ten hits. */
  readonly keys: (text: string, language: string) => Promise<readonly string[]>;
  /** Removes what it has left elsewhere. */
  readonly end: () => Promise<void>;
}

const nothingLeft = (): Promise<void> => Promise.resolve();

function byLanguage(records: readonly SearchRecord[]): ReadonlyMap<string, readonly SearchRecord[]> {
  return new Map(
    [...new Set(records.map(({ language }) => language))].map((language) => [
      language,
      records.filter((record) => record.language === language),
    ]),
  );
}

function ours(name: string, engine: SearchEngine, end = nothingLeft): Contender {
  let corpus: Corpus | undefined;
  const build = async (content: SearchContent): Promise<void> => {
    corpus = await buildCorpus(content, corpus);
    await engine.replace(corpus);
  };
  return {
    name,
    forgivesTypos: true,
    build,
    publish: build,
    keys: async (text, language) =>
      (await engine.search({ text, language, limit: 10, offset: 0 })).hits.map(({ record }) => record.key),
    end,
  };
}

/** @param options how it searches; its way of taking texts apart is always its own */
function miniSearch(name: string, options: { prefix?: boolean; fuzzy?: number }): Contender {
  const indexes = new Map<string, MiniSearch<SearchRecord>>();
  return {
    name,
    forgivesTypos: options.fuzzy !== undefined,
    build: async ({ records }) => {
      indexes.clear();
      for (const [language, ofLanguage] of byLanguage(records)) {
        const index = new MiniSearch<SearchRecord>({
          idField: "key",
          fields: ["title", "heading", "text"],
          searchOptions: options,
        });
        await index.addAllAsync([...ofLanguage], { chunkSize: 200 });
        indexes.set(language, index);
      }
    },
    publish: (_, changed) => {
      for (const record of changed) indexes.get(record.language)?.replace(record);
      return Promise.resolve();
    },
    keys: (text, language) => {
      const results = indexes.get(language)?.search(text) ?? [];
      return Promise.resolve(results.slice(0, 10).map(({ id }) => String(id)));
    },
    end: nothingLeft,
  };
}

const oramaSchema = { id: "string", title: "string", heading: "string", text: "string" } as const;
const oramaLanguages: Readonly<Record<string, "russian" | "english">> = { ru: "russian", en: "english" };

/** @param tolerance how many letters may differ */
function orama(name: string, tolerance: number): Contender {
  const indexes = new Map<string, Orama<typeof oramaSchema>>();
  const documentOf = ({ key, title, heading, text }: SearchRecord) => ({ id: key, title, heading, text });
  return {
    name,
    forgivesTypos: tolerance > 0,
    build: async ({ records }) => {
      indexes.clear();
      for (const [language, ofLanguage] of byLanguage(records)) {
        const index = create({ schema: oramaSchema, language: oramaLanguages[language] ?? "english" });
        await insertMultiple(index, ofLanguage.map(documentOf));
        indexes.set(language, index);
      }
    },
    publish: async (_, changed) => {
      for (const [language, ofLanguage] of byLanguage(changed)) {
        const index = indexes.get(language);
        if (index)
          await updateMultiple(
            index,
            ofLanguage.map(({ key }) => key),
            ofLanguage.map(documentOf),
          );
      }
    },
    keys: async (text, language) => {
      const index = indexes.get(language);
      if (!index) return [];
      const { hits } = await searchOrama(index, { term: text, limit: 10, tolerance });
      return hits.map(({ id }) => id);
    },
    end: nothingLeft,
  };
}

function flexSearch(name: string): Contender {
  const makeIndex = () => new Document({ document: { id: "key", index: ["title", "heading", "text"] } });
  const indexes = new Map<string, ReturnType<typeof makeIndex>>();
  return {
    name,
    forgivesTypos: false,
    build: ({ records }) => {
      indexes.clear();
      for (const [language, ofLanguage] of byLanguage(records)) {
        const index = makeIndex();
        for (const { key, title, heading, text } of ofLanguage) index.add({ key, title, heading, text });
        indexes.set(language, index);
      }
      return Promise.resolve();
    },
    publish: (_, changed) => {
      for (const { key, title, heading, text, language } of changed) indexes.get(language)?.update({ key, title, heading, text });
      return Promise.resolve();
    },
    keys: (text, language) => {
      const results = indexes.get(language)?.search(text, { limit: 10, merge: true, suggest: true }) ?? [];
      return Promise.resolve(results.map(({ id }) => String(id)));
    },
    end: nothingLeft,
  };
}

/**
 * Everything that is compared. Peers get the texts, their own way of taking them apart and, where they have one, the language.
 * @param server a Meilisearch server, if there is one
 */
export function createContenders(server: MeilisearchOptions | undefined): readonly Contender[] {
  const peers = [
    miniSearch("MiniSearch", {}),
    miniSearch("MiniSearch, prefix and fuzzy", { prefix: true, fuzzy: 0.2 }),
    orama("Orama", 0),
    orama("Orama, tolerance 1", 1),
    flexSearch("FlexSearch"),
  ];
  const embedded = ours("embedded", createEmbeddedEngine());
  if (!server) return [embedded, ...peers];
  const removeIndex = async (): Promise<void> => {
    await createClient(server, 10_000).deleteIndexIfExists(server.index ?? "");
  };
  return [embedded, ours("Meilisearch", createMeilisearchEngine(server), removeIndex), ...peers];
}
