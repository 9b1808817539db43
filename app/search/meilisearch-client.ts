import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
  type EnqueuedTaskPromise,
} from "meilisearch";
import type { z } from "zod";
import { EngineFailure } from "./engine-failure.ts";
import { finishedTask } from "./meilisearch-answers.ts";

export interface MeilisearchOptions {
  /** Address of the server, for example http://127.0.0.1:7700. */
  readonly host: string;
  /** Key that builds the index. */
  readonly apiKey?: string | undefined;
  /** Key that only searches; if absent, the other one searches too. */
  readonly searchKey?: string | undefined;
  /** How long a search may take in all, however many requests it needs; in milliseconds. */
  readonly timeoutMs: number;
  /** How long a task may take while an index is built, in milliseconds. */
  readonly buildTimeoutMs?: number | undefined;
  /** Name of the index; several sites can share a server. */
  readonly index?: string | undefined;
}

/**
 * A client that speaks with one key.
 * @param timeoutMs how long a request may take; if absent, each request brings a signal of its own
 */
export function createClient({ host, apiKey }: Pick<MeilisearchOptions, "host" | "apiKey">, timeoutMs?: number): Meilisearch {
  return new Meilisearch({
    host,
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
}

/** Codes of a server that cannot write to its disk. Version 1.50 gives any of them when it is full: the last one for documents that it has stored in part. */
const diskCodes: readonly (string | undefined)[] = ["no_space_left_on_device", "io_error", "malformed_payload"];

/** Whether a request was given up, by the client's own limit or by a signal's. */
function isTimeout(cause: unknown): boolean {
  return cause instanceof MeilisearchRequestTimeOutError || (cause instanceof DOMException && cause.name === "TimeoutError");
}

/** The server's name for a mistake, which is one of a fixed list; empty if what it says does not look like one. */
function codeOf({ cause }: MeilisearchApiError): string {
  const code = cause?.code ?? "";
  return /^[a-z_]{1,60}$/.test(code) ? `, ${code}` : "";
}

/** Turns whatever the client throws into a failure that says nothing about the query; the client's own errors can hold the whole request. */
export function failureOf(error: unknown): EngineFailure {
  if (error instanceof EngineFailure) return error;
  if (error instanceof MeilisearchTaskTimeOutError) return new EngineFailure("slow");
  if (error instanceof MeilisearchRequestError) {
    return new EngineFailure(isTimeout(error.cause) ? "slow" : "unreachable");
  }
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    if (status === 401 || status === 403) return new EngineFailure("key-refused");
    if (status === 507 || diskCodes.includes(error.cause?.code)) return new EngineFailure("disk-full");
    // A search in an index that does not exist is answered with 400.
    if (status === 404 || error.cause?.code === "index_not_found") return new EngineFailure("stale");
    return new EngineFailure(status >= 500 ? "unreachable" : "wrong-answer", `status ${String(status)}${codeOf(error)}`);
  }
  return new EngineFailure("wrong-answer");
}

/** Runs a request and checks its answer. Rejects with an EngineFailure only. */
export async function ask<S extends z.ZodType>(schema: S, request: () => Promise<unknown>): Promise<z.infer<S>> {
  try {
    return schema.parse(await request());
  } catch (error) {
    throw failureOf(error);
  }
}

/** How long to wait before looking again whether something is done. */
export const taskPauseMs = 50;

/** Waits until a task is done. Rejects with an EngineFailure if it fails or takes longer than allowed. */
export async function finish(task: EnqueuedTaskPromise, timeoutMs: number): Promise<void> {
  const { status, error } = await ask(finishedTask, () => task.waitTask({ timeout: timeoutMs, interval: taskPauseMs }));
  if (diskCodes.includes(error?.code)) throw new EngineFailure("disk-full", error?.code);
  if (status !== "succeeded") throw new EngineFailure("task-failed", error?.code);
}
