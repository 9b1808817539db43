import type { Corpus } from "./corpus.ts";
import { EngineFailure } from "./engine-failure.ts";
import type { SearchAnswer, SearchEngine, SearchQuery } from "./engine.ts";

/** An engine that may fail at any time, kept to one revision. While it is out of use, it is tried again after growing pauses. */
export interface Standby {
  /** Brings the engine to a revision, now and whenever it comes back. */
  readonly follow: (corpus: Corpus) => void;
  /** The engine's answer; undefined if it cannot be trusted with this query, so that another engine has to answer. */
  readonly search: (query: SearchQuery) => Promise<SearchAnswer | undefined>;
  /** Why the engine is out of use; undefined if it answers. */
  readonly whyNot: () => string | undefined;
  readonly stop: () => void;
}

export interface StandbyOptions {
  /** First pause before a failed engine is tried again, in milliseconds; it doubles with every failure. */
  readonly retryAfterMs: number;
  readonly onChange: () => void;
}

/** After this long without a failure an engine counts as well again; no pause is longer. */
const longestPauseMs = 300_000;
const building = "the index in Meilisearch is being built";

function reasonOf(error: unknown): string {
  return error instanceof EngineFailure ? error.message : "the engine failed for an unknown reason";
}

export function createStandby(engine: SearchEngine, { retryAfterMs, onChange }: StandbyOptions): Standby {
  let wanted: Corpus | undefined;
  let reason: string | undefined = building;
  let pauseMs = retryAfterMs;
  let inUseSince = 0;
  let timer: NodeJS.Timeout | undefined;
  let following = false;
  let stopped = false;

  const inUse = (): boolean => reason === undefined;

  function setReason(next: string | undefined): void {
    if (next === reason) return;
    reason = next;
    onChange();
  }

  function retryLater(error: unknown): void {
    setReason(reasonOf(error));
    if (stopped) return;
    clearTimeout(timer);
    // An engine that keeps coming and going (two sites that share an index, say) is left alone for longer and longer.
    if (inUseSince > 0 && Date.now() - inUseSince > longestPauseMs) pauseMs = retryAfterMs;
    timer = setTimeout(() => void catchUp(), pauseMs);
    timer.unref();
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }

  /** Brings the engine to the wanted revision, one at a time: what is wanted meanwhile is taken up afterwards. */
  async function catchUp(): Promise<void> {
    if (following || stopped) return;
    following = true;
    try {
      let done: Corpus | undefined;
      while (wanted && wanted !== done) {
        const corpus: Corpus = wanted;
        await engine.replace(corpus);
        done = corpus;
      }
      inUseSince = Date.now();
      setReason(undefined);
    } catch (error) {
      retryLater(error);
    } finally {
      following = false;
    }
  }

  return {
    follow: (corpus) => {
      wanted = corpus;
      pauseMs = retryAfterMs;
      setReason(building);
      clearTimeout(timer);
      void catchUp();
    },
    search: async (query) => {
      if (!inUse()) return undefined;
      const corpus = wanted;
      try {
        const answer = await engine.search(query);
        // A revision that was replaced while the engine answered is no longer shown.
        return corpus === wanted ? answer : undefined;
      } catch (error) {
        // Others may have failed at the same time; the first one sees to it.
        if (inUse()) retryLater(error);
        return undefined;
      }
    },
    whyNot: () => reason,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
