import { randomBytes } from "node:crypto";
import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
  type EnqueuedTaskPromise,
  type MultiSearchQuery,
} from "meilisearch";
import { z } from "zod";
import { readQuery, type Corpus, type Reading } from "./corpus.ts";
import { EngineFailure } from "./engine-failure.ts";
import {
  noHits,
  pageOf,
  type SearchAnswer,
  type SearchEngine,
  type SearchFacets,
  type SearchFilters,
  type SearchHit,
} from "./engine.ts";
import type { QueryWord } from "./interpret.ts";
import {
  finishedTask,
  indexesAnswer,
  multiSearchAnswer,
  settingsAnswer,
  statsAnswer,
  versionAnswer,
  type SearchResult,
} from "./meilisearch-answers.ts";
import {
  differingSettings,
  indexDocuments,
  indexRevision,
  indexSettings,
  markerOf,
  plainTerm,
  rootFamilies,
  type IndexDocument,
} from "./meilisearch-index.ts";
import { makeSnippet } from "./snippet.ts";
import { stemsOf } from "./stems.ts";
import { isRootTerm } from "./terms.ts";

export interface MeilisearchOptions {
  /** Address of the server, for example http://127.0.0.1:7700. */
  readonly host: string;
  readonly apiKey?: string | undefined;
  /** How long a search may take, in milliseconds. */
  readonly timeoutMs: number;
  /** How long a request or a task may take while an index is built, in milliseconds. */
  readonly buildTimeoutMs?: number;
  /** Name of the index; several sites can share a server. */
  readonly index?: string;
}

/** With fewer hits than this, records that lack one of the words are shown too; the same as in the embedded engine. */
const enoughHits = 5;
const batch = 1000;
const leftoverAge = 3_600_000;

/** Turns whatever the client throws into a failure that says nothing about the query. */
function failureOf(error: unknown): EngineFailure {
  if (error instanceof EngineFailure) return error;
  if (error instanceof MeilisearchTaskTimeOutError) return new EngineFailure("slow");
  if (error instanceof MeilisearchRequestError) {
    return new EngineFailure(error.cause instanceof MeilisearchRequestTimeOutError ? "slow" : "unreachable");
  }
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    if (status === 401 || status === 403) return new EngineFailure("refused");
    if (status === 404) return new EngineFailure("stale");
    return new EngineFailure(status >= 500 ? "unreachable" : "wrong-answer", `status ${String(status)}`);
  }
  return new EngineFailure("wrong-answer");
}

/** Runs a request and checks its answer. Rejects with an EngineFailure only. */
async function ask<S extends z.ZodType>(schema: S, request: () => Promise<unknown>): Promise<z.infer<S>> {
  try {
    return schema.parse(await request());
  } catch (error) {
    throw failureOf(error);
  }
}

/** The word as it is sent: in a form that the index holds if there is one. Synonyms and words of the same root are in the index's settings. */
function sentForm({ form, alternatives, known }: QueryWord, families: ReadonlyMap<string, readonly string[]>): string {
  const best = alternatives[0]?.terms ?? [];
  const { stem } = stemsOf(form);
  if (known === 0.9 || best.length === 0) return plainTerm(stem);
  return best.map((term) => plainTerm(isRootTerm(term) ? (families.get(term.slice(1))?.[0] ?? stem) : term)).join(" ");
}

const dimensions = ["country", "kind", "audience"] as const satisfies readonly (keyof SearchFacets & keyof SearchFilters)[];
type Dimension = (typeof dimensions)[number];

/** @param except the filter that is left out, to count what its other values would give */
function filterOf(language: string, filters: SearchFilters, except?: Dimension): string[] {
  const set = dimensions.filter((dimension) => dimension !== except && filters[dimension] !== undefined);
  return [
    `language = ${JSON.stringify(language)}`,
    ...set.map((dimension) => `${dimension} = ${JSON.stringify(filters[dimension])}`),
  ];
}

/**
 * The engine that asks a Meilisearch server. `replace` leaves an index that already holds the revision as it is; otherwise it builds a
 * new one beside it and swaps the two. Both functions reject with an EngineFailure if the server does not do what it should.
 */
export function createMeilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const { host, apiKey, timeoutMs, buildTimeoutMs = 120_000, index: live = "pristan" } = options;
  const access = { host, ...(apiKey === undefined ? {} : { apiKey }) };
  const searcher = new Meilisearch({ ...access, timeout: timeoutMs });
  const builder = new Meilisearch({ ...access, timeout: Math.min(buildTimeoutMs, 10_000) });
  let current:
    { readonly corpus: Corpus; readonly revision: string; readonly families: ReadonlyMap<string, readonly string[]> } | undefined;

  async function finish(task: EnqueuedTaskPromise): Promise<void> {
    const { status, error } = await ask(finishedTask, () => task.waitTask({ timeout: buildTimeoutMs, interval: 50 }));
    if (status !== "succeeded") throw new EngineFailure("task-failed", error?.code);
  }

  async function checkVersion(): Promise<void> {
    const { pkgVersion } = await ask(versionAnswer, () => builder.getVersion());
    if (!/^1\.(?:[1-9]\d)\./.test(pkgVersion))
      throw new EngineFailure("unsupported", `found ${pkgVersion.slice(0, 20)}, needed 1.10 or a later 1.x`);
  }

  async function existingIndexes() {
    return (await ask(indexesAnswer, () => builder.getRawIndexes({ limit: 1000 }))).results;
  }

  /** Brings an index's settings to what they should be, sending only what differs. */
  async function applySettings(uid: string, corpus: Corpus): Promise<void> {
    const present = await ask(settingsAnswer, () => builder.index(uid).getSettings());
    const differing = differingSettings(indexSettings(corpus), present);
    if (Object.keys(differing).length > 0) await finish(builder.index(uid).updateSettings(differing));
  }

  /** Whether the live index holds a revision. */
  async function holds(revision: string): Promise<boolean> {
    try {
      const { results } = await ask(multiSearchAnswer, () => builder.multiSearch({ queries: [markerQuery(revision)] }));
      return results[0]?.hits.length === 1;
    } catch (error) {
      const failure = failureOf(error);
      // An index without our settings refuses the filter; one that does not exist is not found.
      if (failure.kind === "stale" || failure.kind === "wrong-answer") return false;
      throw failure;
    }
  }

  function markerQuery(revision: string): MultiSearchQuery {
    return {
      indexUid: live,
      q: "",
      filter: [`id = "revision"`, `key = ${JSON.stringify(revision)}`],
      limit: 1,
      attributesToRetrieve: ["key"],
    };
  }

  async function build(uid: string, corpus: Corpus, revision: string): Promise<void> {
    await finish(builder.createIndex(uid, { primaryKey: "id" }));
    await applySettings(uid, corpus);
    const next = builder.index<IndexDocument>(uid);
    let count = 1;
    for (const documents of indexDocuments(corpus, batch)) {
      count += documents.length;
      await finish(next.addDocuments(documents));
    }
    await finish(next.addDocuments([markerOf(revision)]));
    const { numberOfDocuments } = await ask(statsAnswer, () => next.getStats());
    if (numberOfDocuments !== count) throw new EngineFailure("task-failed", "documents are missing");
  }

  /** Removes what earlier builds that broke off have left. Another server may be building too, so young ones stay. */
  async function tidy(): Promise<void> {
    const old = Date.now() - leftoverAge;
    for (const { uid, createdAt } of await existingIndexes()) {
      if (uid.startsWith(`${live}-next-`) && createdAt.getTime() < old) await finish(builder.deleteIndex(uid));
    }
  }

  async function replaceIndex(corpus: Corpus, revision: string): Promise<void> {
    const next = `${live}-next-${randomBytes(6).toString("hex")}`;
    try {
      await build(next, corpus, revision);
      if (!(await existingIndexes()).some(({ uid }) => uid === live))
        await finish(builder.createIndex(live, { primaryKey: "id" }));
      await finish(builder.swapIndexes([{ indexes: [live, next], rename: false }]));
    } finally {
      // After the swap this is the old index, before it the broken new one. If the server is gone, `tidy` does it another time.
      await ask(z.unknown(), () => builder.deleteIndexIfExists(next)).catch(() => undefined);
    }
    await tidy();
  }

  async function run(
    reading: Reading,
    filters: SearchFilters,
    page: { from: number; to: number },
    matchingStrategy: "all" | "frequency",
    revision: string,
    q: string,
  ): Promise<{ total: number; page: SearchResult; facets: SearchFacets }> {
    const common = { indexUid: live, q, matchingStrategy, attributesToRetrieve: ["key"] };
    const narrowed = dimensions.filter((dimension) => filters[dimension] !== undefined);
    const queries: MultiSearchQuery[] = [
      markerQuery(revision),
      { ...common, filter: filterOf(reading.language, {}), limit: 0 },
      {
        ...common,
        filter: filterOf(reading.language, filters),
        offset: page.from,
        limit: page.to - page.from,
        facets: [...dimensions],
      },
      ...narrowed.map((dimension) => ({
        ...common,
        filter: filterOf(reading.language, filters, dimension),
        limit: 0,
        facets: [dimension],
      })),
    ];
    const { results } = await ask(multiSearchAnswer, () => searcher.multiSearch({ queries }));
    const [marker, all, filtered, ...others] = results;
    if (!marker || !all || !filtered || others.length !== narrowed.length) throw new EngineFailure("wrong-answer");
    if (marker.hits.length !== 1) throw new EngineFailure("stale");
    const facetOf = (dimension: Dimension): Record<string, number> => {
      const own = others[narrowed.indexOf(dimension)] ?? filtered;
      return own.facetDistribution?.[dimension] ?? {};
    };
    return {
      total: all.estimatedTotalHits,
      page: filtered,
      facets: { country: facetOf("country"), kind: facetOf("kind"), audience: facetOf("audience") },
    };
  }

  return {
    replace: async (corpus) => {
      await checkVersion();
      const revision = indexRevision(corpus);
      if (await holds(revision)) await applySettings(live, corpus);
      else await replaceIndex(corpus, revision);
      current = { corpus, revision, families: rootFamilies(corpus) };
    },
    search: async (query): Promise<SearchAnswer> => {
      if (!current) throw new EngineFailure("stale");
      const { corpus, revision, families } = current;
      const reading = readQuery(corpus, query);
      const words = reading?.words.filter(({ alternatives }) => alternatives.length > 0) ?? [];
      if (!reading || words.length === 0) return noHits;
      const filters = query.filters ?? {};
      const page = pageOf(query);
      const q = words.map((word) => sentForm(word, families)).join(" ");
      let found = await run(reading, filters, page, "all", revision, q);
      if (found.total < enoughHits && words.length > 1) found = await run(reading, filters, page, "frequency", revision, q);
      const hits = found.page.hits.map(({ key }): SearchHit => {
        const record = reading.shard.byKey.get(key);
        if (!record) throw new EngineFailure("wrong-answer");
        const shown = reading.forReader(record);
        return { record: shown, snippet: makeSnippet(shown.text, reading.marks) };
      });
      return {
        hits,
        total: found.page.estimatedTotalHits,
        facets: found.facets,
        ...(reading.repaired === undefined ? {} : { repaired: reading.repaired }),
      };
    },
  };
}
