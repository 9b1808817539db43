import { isIPv6 } from "node:net";
import type { Catalogue } from "../guidance/catalogue.ts";
import { loadTranslations } from "../i18n/translations.ts";
import type { Site } from "../routes/site.ts";
import { createSearchService } from "../search/service.ts";
import { createAnswerSeal } from "../wizard/seal.ts";
import { createApplication, type Application } from "./application.ts";
import type { Assets } from "./assets.ts";
import type { Configuration } from "./configuration.ts";
import { holdContent, type Content } from "./content.ts";
import type { Log } from "./log.ts";
import { createPageCache, type PageCache } from "./page-cache.ts";
import type { Render, RouteOf } from "./render.ts";
import { listen } from "./server.ts";
import { today } from "./today.ts";

/** What was built from `app/routes`, or stands in for it. */
export interface Front {
  readonly render: Render;
  readonly routeOf: RouteOf;
  readonly islands: () => Readonly<Record<string, string>>;
  readonly assets: Assets;
  /** Pages that shall be ready before the first reader asks: those that take long to make. */
  readonly warmPaths: (catalogue: Catalogue) => readonly string[];
}

export interface RunningSite {
  /** Where it listens, for example http://127.0.0.1:3000. */
  readonly address: string;
  readonly content: Content;
  /** Null if it is turned off. */
  readonly cache: PageCache | null;
  stop(): Promise<void>;
}

/**
 * Loads the content, builds the search index and serves.
 * Rejects with ContentError if the content is broken, and with Node's error if the address is taken.
 */
export async function startSite(front: Front, configuration: Configuration, log: Log): Promise<RunningSite> {
  const started = performance.now();
  const translations = loadTranslations();
  const { MEILI_HOST: host, MEILI_API_KEY: apiKey, MEILI_SEARCH_KEY: searchKey, MEILI_TIMEOUT_MS: timeoutMs } = configuration;
  const search = createSearchService({
    meilisearch: host === undefined ? undefined : { host, apiKey, searchKey, timeoutMs },
    onChange: (state) => {
      log(state.degraded ? "warning" : "info", "search-engine-changed", state);
    },
  });
  const answers = createAnswerSeal();
  const cache = configuration.PAGE_CACHE_MEGABYTES > 0 ? createPageCache(configuration.PAGE_CACHE_MEGABYTES * 1024 * 1024) : null;
  const content = await holdContent({
    directory: configuration.CONTENT_DIRECTORY,
    search,
    log,
    onSwap: () => {
      cache?.clear();
      warm();
    },
  });

  const https = configuration.PUBLIC_ORIGIN?.startsWith("https:") ?? false;
  let address = "";
  const site = (): Site => ({
    catalogue: content.catalogue,
    translations,
    search,
    answers,
    islands: front.islands(),
    today: today(),
    origin: configuration.PUBLIC_ORIGIN ?? address,
  });
  const health = (): object => {
    const { faults } = content;
    const state = search.state();
    return {
      status: state.degraded || faults.length > 0 ? "degraded" : "ok",
      revision: content.catalogue.revision,
      ...(faults.length > 0 && { contentFaults: faults }),
      ...state,
      uptime: Math.round(process.uptime()),
      cachedPages: cache?.size ?? 0,
    };
  };
  const application: Application = createApplication({ ...front, site, https, cache, health, log, configuration });
  const server = await listen({ application, translations, https, log, configuration }).catch((error: unknown) => {
    search.stop();
    throw error;
  });
  address = `http://${isIPv6(configuration.HOST) ? `[${configuration.HOST}]` : configuration.HOST}:${String(server.port)}`;

  const warm = (): void => {
    if (cache) void application.warm(front.warmPaths(content.catalogue));
  };
  warm();
  const poll =
    configuration.CONTENT_POLL_SECONDS > 0
      ? setInterval(() => void content.look(), configuration.CONTENT_POLL_SECONDS * 1000)
      : undefined;
  log("info", "started", {
    origin: address,
    revision: content.catalogue.revision,
    ...search.state(),
    milliseconds: Math.round(performance.now() - started),
  });
  return {
    address,
    content,
    cache,
    async stop() {
      clearInterval(poll);
      log("info", "stopping");
      search.stop();
      await server.stop();
      log("info", "stopped");
    },
  };
}
