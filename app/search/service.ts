import type { Catalogue } from "../guidance/catalogue.ts";
import type { Fault } from "../guidance/fault.ts";
import type { ContentFiles } from "../guidance/read.ts";
import { buildCorpus, type Corpus } from "./corpus.ts";
import { createEmbeddedEngine } from "./embedded.ts";
import type { SearchAnswer, SearchQuery } from "./engine.ts";
import { createMeilisearchEngine } from "./meilisearch.ts";
import type { MeilisearchOptions } from "./meilisearch-client.ts";
import { readVocabulary } from "./read-vocabulary.ts";
import { searchRecords } from "./records.ts";
import { titleShard, type TitleShard } from "./titles.ts";
import { createStandby, type Standby } from "./standby.ts";

/** What answers searches at present; for `/health`. */
export interface SearchState {
  readonly engine: "embedded" | "meilisearch";
  /** True if Meilisearch is configured and does not answer. */
  readonly degraded: boolean;
  /** Why it is degraded. Fixed words: nothing of any query. */
  readonly reason?: string;
}

/** Search as the site uses it. */
export interface SearchService {
  /**
   * Takes a new revision into use: builds its index beside the old one and swaps. If there are faults in `content/search/`, or building
   * fails, the old index keeps answering. Does not wait for Meilisearch: until its index follows, the embedded engine answers.
   * @returns the faults; empty if the revision is in use
   */
  readonly replace: (catalogue: Catalogue, files: ContentFiles) => Promise<readonly Fault[]>;
  /** Answers from the revision in use; before the first one, nothing is found. Never rejects because of the text of a query. */
  readonly search: (query: SearchQuery) => Promise<SearchAnswer>;
  /** What a reader's device can search by itself: titles and headings of the revision in use. Undefined for an unknown language. */
  readonly titles: (language: string) => TitleShard | undefined;
  readonly state: () => SearchState;
  /** Ends all waiting; for a graceful stop. */
  readonly stop: () => void;
}

export interface SearchServiceOptions {
  /** If absent, the embedded engine answers everything. */
  readonly meilisearch?: MeilisearchOptions | undefined;
  /** Told whenever the state changes, for the log. */
  readonly onChange?: ((state: SearchState) => void) | undefined;
  /** First pause before Meilisearch is tried again, in milliseconds; it doubles with every failure. */
  readonly retryAfterMs?: number | undefined;
}

const defaultRetryAfterMs = 5_000;

export function createSearchService({
  meilisearch,
  onChange,
  retryAfterMs = defaultRetryAfterMs,
}: SearchServiceOptions = {}): SearchService {
  const embedded = createEmbeddedEngine();
  const standby: Standby | undefined =
    meilisearch &&
    createStandby(createMeilisearchEngine(meilisearch), {
      retryAfterMs,
      onChange: () => onChange?.(state()),
    });

  function state(): SearchState {
    if (!standby) return { engine: "embedded", degraded: false };
    const reason = standby.whyNot();
    return reason === undefined ? { engine: "meilisearch", degraded: false } : { engine: "embedded", degraded: true, reason };
  }

  let inUse: Corpus | undefined;

  async function take(catalogue: Catalogue, files: ContentFiles): Promise<readonly Fault[]> {
    const records = searchRecords(catalogue);
    const { vocabulary, faults } = readVocabulary(
      files,
      records.map(({ key }) => key),
    );
    if (!vocabulary) return faults;
    const corpus = await buildCorpus({ revision: catalogue.revision, records, vocabulary }, inUse);
    await embedded.replace(corpus);
    inUse = corpus;
    standby?.follow(corpus);
    return [];
  }

  let lastTaken: Promise<unknown> = Promise.resolve();
  return {
    // One revision at a time, so that a slow older one never overtakes a newer one.
    replace: (catalogue, files) => {
      const taken = lastTaken.then(() => take(catalogue, files));
      lastTaken = taken.catch(() => undefined);
      return taken;
    },
    search: async (query) => (await standby?.search(query)) ?? (await embedded.search(query)),
    titles: (language) => {
      const shard = inUse?.shards.get(language);
      return inUse && shard && titleShard(shard.records, inUse.vocabulary, language);
    },
    state,
    stop: () => standby?.stop(),
  };
}
