import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { EnqueuedTaskPromise } from "meilisearch";
import { z } from "zod";
import type { Corpus } from "./corpus.ts";
import { EngineFailure } from "./engine-failure.ts";
import { indexesAnswer, multiSearchAnswer, settingsAnswer, statsAnswer, versionAnswer } from "./meilisearch-answers.ts";
import { ask, createClient, failureOf, finish, taskPauseMs, type MeilisearchOptions } from "./meilisearch-client.ts";
import { differingSettings, indexDocuments, indexSettings, markerOf, type IndexDocument } from "./meilisearch-index.ts";
import { markerQuery } from "./meilisearch-search.ts";

/** The first 1.x with the ranking rules that the settings name. */
const leastMinorVersion = 36;
const defaultBuildTimeoutMs = 120_000;
const longestRequestMs = 10_000;
const documentsARequest = 1000;
const leftoverAgeMs = 3_600_000;

/** Brings the index on the server to a revision. Rejects with an EngineFailure; the index that was there then goes on answering. */
export type BringTo = (corpus: Corpus, revision: string) => Promise<void>;

/** @param live name of the index that answers searches */
export function createIndexBuilder(options: MeilisearchOptions, live: string): BringTo {
  const timeoutMs = options.buildTimeoutMs ?? defaultBuildTimeoutMs;
  const client = createClient(options, Math.min(timeoutMs, longestRequestMs));
  const done = (task: EnqueuedTaskPromise): Promise<void> => finish(task, timeoutMs);

  async function checkVersion(): Promise<void> {
    const version = await ask(versionAnswer, () => client.getVersion()).catch((error: unknown) => {
      // The server gives this right only with rights on all its indexes, so a key of least rights lacks it. A wrong key fails at the next request.
      if (failureOf(error).kind === "key-refused") return undefined;
      throw error;
    });
    if (!version) return;
    const { pkgVersion } = version;
    const [, major, minor] = /^(\d+)\.(\d+)\./.exec(pkgVersion) ?? [];
    if (Number(major) === 1 && Number(minor) >= leastMinorVersion) return;
    const needed = `1.${String(leastMinorVersion)} or a later 1.x`;
    throw new EngineFailure("unsupported", `found ${pkgVersion.slice(0, 20)}, needed ${needed}`);
  }

  async function existingIndexes() {
    return (await ask(indexesAnswer, () => client.getRawIndexes({ limit: 1000 }))).results;
  }

  /** Brings an index's settings to what they should be, sending only what differs. */
  async function applySettings(uid: string, corpus: Corpus): Promise<void> {
    const present = await ask(settingsAnswer, () => client.index(uid).getSettings());
    const differing = differingSettings(indexSettings(corpus), present);
    if (Object.keys(differing).length > 0) await done(client.index(uid).updateSettings(differing));
  }

  /** Whether the live index holds a revision. */
  async function holds(revision: string): Promise<boolean> {
    try {
      const { results } = await ask(multiSearchAnswer, () => client.multiSearch({ queries: [markerQuery(live, revision)] }));
      return results[0]?.hits.length === 1;
    } catch (error) {
      const failure = failureOf(error);
      // An index without our settings refuses the filter; one that does not exist is not found.
      if (failure.kind === "stale" || failure.kind === "wrong-answer") return false;
      throw failure;
    }
  }

  async function build(uid: string, corpus: Corpus, revision: string): Promise<void> {
    await done(client.createIndex(uid, { primaryKey: "id" }));
    await applySettings(uid, corpus);
    const index = client.index<IndexDocument>(uid);
    let count = 0;
    const tasks: EnqueuedTaskPromise[] = [];
    async function send(documents: IndexDocument[]): Promise<void> {
      const task = index.addDocuments(documents);
      await ask(z.unknown(), () => task);
      tasks.push(task);
      count += documents.length;
    }
    // All are sent before the first is done: the server then takes them in one go, which is many times faster.
    for (const documents of indexDocuments(corpus, documentsARequest)) await send(documents);
    await send([markerOf(revision)]);
    for (const task of tasks) await done(task);
    const { numberOfDocuments } = await ask(statsAnswer, () => index.getStats());
    if (numberOfDocuments !== count) throw new EngineFailure("task-failed", "documents are missing");
  }

  /** Names of indexes that this process has built beside the live one and that may be there still. */
  const own = new Set<string>();

  /**
   * Removes what earlier builds that broke off have left, so that they do not fill the disk with every new try. Another process may be
   * building too, so young ones that are not our own stay.
   */
  async function tidy(): Promise<void> {
    const old = Date.now() - leftoverAgeMs;
    const present = await existingIndexes();
    for (const uid of own) if (!present.some((index) => index.uid === uid)) own.delete(uid);
    for (const { uid, createdAt } of present) {
      const isLeftover = own.has(uid) || (uid.startsWith(`${live}-next-`) && createdAt.getTime() < old);
      // Not waited for: an earlier order to delete it may still stand in the server's queue, and then this one fails.
      if (isLeftover) await ask(z.unknown(), () => client.deleteIndexIfExists(uid));
    }
  }

  async function swap(next: string, revision: string): Promise<void> {
    const task = client.swapIndexes([{ indexes: [live, next], rename: false }]);
    await ask(z.unknown(), () => task);
    try {
      await done(task);
    } catch (error) {
      const failure = failureOf(error);
      // A key of least rights may order a swap, but the task belongs to no index, so the server does not let it look at the task.
      if (failure.kind !== "stale") throw failure;
      const end = Date.now() + timeoutMs;
      while (!(await holds(revision))) {
        if (Date.now() > end) throw new EngineFailure("slow");
        await setTimeout(taskPauseMs);
      }
    }
  }

  async function replace(corpus: Corpus, revision: string): Promise<void> {
    await tidy();
    const next = `${live}-next-${randomBytes(6).toString("hex")}`;
    own.add(next);
    try {
      await build(next, corpus, revision);
      const exists = (await existingIndexes()).some(({ uid }) => uid === live);
      if (!exists) await done(client.createIndex(live, { primaryKey: "id" }));
      await swap(next, revision);
    } finally {
      // After the swap this is the old index, before it the broken new one. If the server is gone, `tidy` does it another time.
      await ask(z.unknown(), () => client.deleteIndexIfExists(next)).catch(() => undefined);
    }
  }

  return async (corpus, revision) => {
    await checkVersion();
    if (await holds(revision)) await applySettings(live, corpus);
    else await replace(corpus, revision);
  };
}
