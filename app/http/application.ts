import { Hono, type Context } from "hono";
import { bodyLimit as limitBody } from "hono/body-limit";
import type { Site } from "../routes/site.ts";
import { mediaType, wholeAnswer, type Answer } from "./answer.ts";
import type { Assets } from "./assets.ts";
import { chooseEncoding, compress, isCompressible } from "./compression.ts";
import type { Configuration } from "./configuration.ts";
import { errorJson, errorPage, type Failure } from "./error-page.ts";
import { bodyLimit, clientAddress, createPostLimit, isCrossSite } from "./limits.ts";
import { describeError, type Log } from "./log.ts";
import { respondFromCache, type KeptPage, type PageCache } from "./page-cache.ts";
import type { Render, RouteOf } from "./render.ts";
import { fixedHeaders, pagePolicy } from "./security-headers.ts";
import { TimeLimitError, withTimeLimit } from "./time-limit.ts";

export interface ApplicationParts {
  readonly render: Render;
  readonly routeOf: RouteOf;
  /** The site as it is now. Asked once a request, so that one request sees one catalogue. */
  readonly site: () => Site;
  /** Whether the site is published under https. */
  readonly https: boolean;
  /** Null: nothing is kept. */
  readonly cache: PageCache | null;
  readonly assets: Assets;
  /** What `/health` says. */
  readonly health: () => object;
  readonly log: Log;
  readonly configuration: Pick<
    Configuration,
    "MAX_CONCURRENT_REQUESTS" | "POSTS_PER_MINUTE" | "RENDER_TIMEOUT_MS" | "TRUST_PROXY"
  >;
}

interface Environment {
  Bindings: { readonly address: string | undefined; readonly isReader: boolean };
  Variables: { bytes: number };
}
type Exchange = Context<Environment>;

export interface Application {
  /**
   * Answers a request; every response carries the security headers.
   * @param address of the connection; used for nothing but the limit on POSTs
   */
  answer(request: Request, address: string | undefined): Promise<Response>;
  /** Brings pages into the cache before a reader asks for them. Nothing is logged but what fails. */
  warm(paths: readonly string[]): Promise<void>;
}

/** The headers of a request that pages may see. What tells more about a reader than a page needs does not reach it. */
const headersForPages = ["accept", "accept-language", "content-type", "cookie"];

/** Smaller answers gain nothing by compression. */
const leastCompressedBytes = 512;

/** How long a reader is asked to wait when the server has too much to do, in seconds. */
const busySeconds = 30;

/** The request as pages see it: under our public origin, with few headers, HEAD as GET. */
function requestForPages(request: Request, body: ArrayBuffer | null, origin: string, signal: AbortSignal): Request {
  const { pathname, search } = new URL(request.url);
  const url = new URL(origin);
  url.pathname = pathname;
  url.search = search;
  // Remix's obsolete way to ask for a route's data: it would write an error into the log for every try.
  if (url.searchParams.has("_data")) url.searchParams.delete("_data");
  const headers = new Headers();
  for (const name of headersForPages) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(url, { headers, signal, ...(body && { method: "POST", body }) });
}

/** The path as the client wrote it: two spellings of one address are two addresses to pages that repeat theirs. */
function writtenPath(url: string): string {
  const start = url.indexOf("/", "https://".length);
  const query = url.indexOf("?", start);
  return url.slice(start, query < 0 ? undefined : query);
}

/** Whether every `%` of a path stands before two digits that, with their neighbours, give a character. */
function isDecodable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

/** Puts the parts of the server together. */
export function createApplication(parts: ApplicationParts): Application {
  const { assets, cache, configuration, health, log, render, routeOf } = parts;
  const everywhere = Object.entries(fixedHeaders(parts.https));
  const admitPost = createPostLimit(configuration.POSTS_PER_MINUTE);
  let working = 0;

  function patternOf(path: string): string {
    if (path === "/health") return path;
    if (path.startsWith("/assets/")) return "/assets/:name";
    return isDecodable(path) ? routeOf(path) : "/*";
  }

  /** Gives an answer the headers of its kind. */
  function complete(c: Exchange, answer: Answer, site: Site): Answer {
    const headers = new Headers(answer.headers);
    for (const [name, value] of everywhere) headers.set(name, value);
    for (const name of ["server", "x-powered-by"]) headers.delete(name);
    if (mediaType(answer) === "text/html") {
      const { policy, refusedScripts } = pagePolicy(new TextDecoder().decode(answer.body), site.islands);
      headers.set("content-security-policy", policy);
      if (refusedScripts > 0) log("error", "script-refused", { route: patternOf(writtenPath(c.req.url)) });
    }
    const isReading = ["GET", "HEAD"].includes(c.req.method);
    if (!isReading || answer.status >= 500 || !headers.has("cache-control")) headers.set("cache-control", "no-store");
    if (answer.status >= 400 || !/\bpublic\b/.test(headers.get("cache-control") ?? "")) headers.set("x-robots-tag", "noindex");
    return { ...answer, headers };
  }

  async function send(c: Exchange, { status, headers, body }: Answer): Promise<Response> {
    const compressible = body.byteLength >= leastCompressedBytes && isCompressible(mediaType({ headers }));
    if (compressible) headers.append("vary", "Accept-Encoding");
    const encoding = compressible ? chooseEncoding(c.req.header("accept-encoding")) : null;
    const sent = encoding === null ? body : await compress(body, encoding, "quick");
    if (encoding !== null) headers.set("content-encoding", encoding);
    const empty = status === 204 || status === 304;
    if (!empty) headers.set("content-length", String(sent.byteLength));
    c.set("bytes", sent.byteLength);
    return new Response(empty ? null : sent, { status, headers });
  }

  /** What went wrong, in the form that whoever asks can read: a page, or JSON for programs. */
  function failure(c: Exchange, site: Site, reason: Failure, waitSeconds?: number): Answer {
    if (/^\/api(?:\/|$)/.test(c.req.path)) return errorJson(reason, waitSeconds);
    const asker = { path: c.req.path, acceptLanguage: c.req.header("accept-language") ?? null };
    return errorPage(reason, asker, site.translations, waitSeconds);
  }

  function fail(
    c: Exchange,
    reason: Failure,
    waitSeconds?: number,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const site = parts.site();
    const answer = failure(c, site, reason, waitSeconds);
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
    return send(c, complete(c, answer, site));
  }

  /** Renders a page within the time limit. A bare error of the routes gets words that help. */
  async function renderPage(c: Exchange, site: Site, body: ArrayBuffer | null): Promise<Answer> {
    const rendered = await withTimeLimit(configuration.RENDER_TIMEOUT_MS, async (signal) =>
      wholeAnswer(await render(requestForPages(c.req.raw, body, site.origin, signal), site)),
    );
    const isBare = rendered.body.byteLength === 0 || mediaType(rendered) === "text/plain";
    if (rendered.status >= 500 && isBare) return complete(c, failure(c, site, "broken"), site);
    return complete(c, rendered, site);
  }

  /** A page from the cache, or made now. */
  async function page(c: Exchange, body: ArrayBuffer | null): Promise<Response> {
    const site = parts.site();
    const key =
      body === null && !c.req.url.includes("?") ? `${site.catalogue.revision} ${site.today} ${writtenPath(c.req.url)}` : null;
    const fromCache = (kept: KeptPage): Response => {
      const { response, bytes } = respondFromCache(kept, {
        acceptEncoding: c.req.header("accept-encoding"),
        ifNoneMatch: c.req.header("if-none-match"),
      });
      c.set("bytes", bytes);
      return response;
    };
    const kept = key === null ? undefined : cache?.find(key);
    if (kept) return fromCache(kept);
    if (working >= configuration.MAX_CONCURRENT_REQUESTS) return fail(c, "busy", busySeconds);
    working += 1;
    try {
      // What was rendered for a reader with a cookie is never kept, whatever its headers say.
      const sharable = key !== null && c.req.header("cookie") === undefined;
      const made = cache && sharable ? await cache.fill(key, () => renderPage(c, site, body)) : await renderPage(c, site, body);
      return "variants" in made ? fromCache(made) : await send(c, made);
    } catch (error) {
      if (error instanceof TimeLimitError) {
        return await fail(c, "slow", busySeconds);
      }
      throw error;
    } finally {
      working -= 1;
    }
  }

  const app = new Hono<Environment>();
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    if (!c.env.isReader) return;
    const { method } = c.req;
    log("info", "request", {
      method: ["GET", "HEAD", "POST"].includes(method) ? method : "other",
      route: patternOf(writtenPath(c.req.url)),
      status: c.res.status,
      milliseconds: Math.round((performance.now() - started) * 10) / 10,
      bytes: method === "HEAD" ? 0 : c.get("bytes"),
    });
  });
  // The router complains of an address that cannot be decoded on the console, and repeats it there.
  app.use(async (c, next) => (isDecodable(writtenPath(c.req.url)) ? next() : fail(c, "badRequest")));
  app.use(async (c, next) => {
    const { method } = c.req;
    if (method === "GET" || method === "HEAD") return next();
    if (method !== "POST") return fail(c, "method", undefined, { allow: "GET, HEAD, POST" });
    const crossSite = isCrossSite({
      secFetchSite: c.req.header("sec-fetch-site"),
      origin: c.req.header("origin"),
      host: c.req.header("host"),
      publicOrigin: parts.site().origin,
    });
    if (crossSite) return fail(c, "crossSite");
    const address = clientAddress(c.env.address, c.req.header("x-forwarded-for"), configuration.TRUST_PROXY);
    const wait = await admitPost(address);
    return wait === null ? next() : fail(c, "tooMany", wait);
  });
  app.on("POST", "*", limitBody({ maxSize: bodyLimit, onError: (c: Exchange) => fail(c, "tooLarge") }));
  app.get("/health", (c) => {
    const answer = {
      status: 200,
      headers: new Headers({ "content-type": "application/json" }),
      body: new TextEncoder().encode(JSON.stringify(health())),
    };
    return send(c, complete(c, answer, parts.site()));
  });
  app.get("/assets/:name", (c, next) => {
    const asset = assets.get(c.req.param("name"));
    return asset ? send(c, complete(c, asset, parts.site())) : next();
  });
  app.post("*", async (c) => {
    // Read before the work begins, so that a slow sender holds nobody up.
    const body = await c.req.arrayBuffer().catch(() => null);
    return body ? page(c, body) : fail(c, "badRequest");
  });
  app.get("*", (c) => page(c, null));
  app.onError((error, c) => {
    log("error", "request-failed", { error: describeError(error) });
    return fail(c, "broken");
  });

  return {
    answer: async (request, address) => app.fetch(request, { address, isReader: true }),
    async warm(paths) {
      for (const path of paths) await app.fetch(new Request(parts.site().origin + path), { address: undefined, isReader: false });
    },
  };
}
