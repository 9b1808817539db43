import type { Catalogue } from "../guidance/catalogue.ts";
import type { Fault } from "../guidance/fault.ts";
import type { ContentFiles } from "../guidance/read.ts";
import { buildCorpus } from "./corpus.ts";
import { createEmbeddedEngine } from "./embedded.ts";
import type { SearchAnswer, SearchQuery } from "./engine.ts";
import { readVocabulary } from "./read-vocabulary.ts";
import { searchRecords } from "./records.ts";

/** What answers searches at present; for `/health`. */
export interface SearchState {
  readonly engine: "embedded" | "meilisearch";
  /** True if Meilisearch is configured and does not answer. */
  readonly degraded: boolean;
  /** Why it is degraded; holds nothing of any query. */
  readonly reason?: string;
}

/** Search as the site uses it. */
export interface SearchService {
  /**
   * Takes a new revision into use: builds its index beside the old one and swaps. If there are faults in `content/search/` or building
   * fails, the old index keeps answering.
   * @returns the faults; empty if the revision is in use
   */
  replace(catalogue: Catalogue, files: ContentFiles): Promise<readonly Fault[]>;
  /** Answers from the revision in use; before the first one, nothing is found. Never rejects because of the text of a query. */
  search(query: SearchQuery): Promise<SearchAnswer>;
  state(): SearchState;
}

export function createSearchService(): SearchService {
  const embedded = createEmbeddedEngine();
  return {
    replace: async (catalogue, files) => {
      const records = searchRecords(catalogue);
      const { vocabulary, faults } = readVocabulary(
        files,
        records.map(({ key }) => key),
      );
      if (!vocabulary) return faults;
      await embedded.replace(await buildCorpus({ revision: catalogue.revision, records, vocabulary }));
      return [];
    },
    search: (query) => embedded.search(query),
    state: () => ({ engine: "embedded", degraded: false }),
  };
}
