import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Answer } from "./answer.ts";
import { chooseEncoding, compress, type Effort, type Encoding } from "./compression.ts";

type HeaderRecord = Readonly<Record<string, string>>;

interface Variant {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: HeaderRecord;
}

/** A page ready to be sent in either encoding. */
export interface KeptPage {
  /** Hash of the text: equal in all its encodings. */
  readonly hash: string;
  readonly variants: Readonly<Record<Encoding, Variant>>;
  /** Headers without encoding, tag and length. */
  readonly headers: HeaderRecord;
}

export interface PageCache {
  find(key: string): KeptPage | undefined;
  /**
   * Renders a page and keeps it if it is the same for everyone. One rendering runs at a time for a key: others wait for
   * it, and render for themselves only if it turns out to be private. Rejects as `render` does.
   */
  fill(key: string, render: () => Promise<Answer>): Promise<KeptPage | Answer>;
  clear(): void;
  /** Number of pages kept. */
  readonly size: number;
  /** Resolves when every page kept is compressed as well as it will be. */
  settled(): Promise<void>;
}

/** What fits the first round trip of a new connection, in bytes. */
export const firstRoundTrip = 14_000;

/** What the whole page of a wizard may weigh, in bytes. */
export const firstVisit = 60_000;

/** The best compression saves at most this part of what the quick one leaves. */
const mostSaved = 0.15;

/** Whether the best compression can bring a page within a limit that the quick one leaves it above. */
function isWorthWaiting({ variants }: KeptPage): boolean {
  const { byteLength } = variants.br.body;
  return [firstRoundTrip, firstVisit].some((limit) => byteLength > limit && byteLength * (1 - mostSaved) <= limit);
}

/** Whether an answer is the same for every reader: only then may it be kept. */
function isPublic({ status, headers }: Answer): boolean {
  const cacheControl = (headers.get("cache-control") ?? "").toLowerCase();
  const vary = (headers.get("vary") ?? "").toLowerCase().split(",");
  return (
    status === 200 &&
    /(?:^|[\s,])public(?:$|[\s,])/.test(cacheControl) &&
    !/no-store|no-cache|private/.test(cacheControl) &&
    !headers.has("set-cookie") &&
    vary.every((name) => ["", "accept-encoding"].includes(name.trim()))
  );
}

async function keep(answer: Answer, effort: Effort): Promise<KeptPage> {
  const hash = createHash("sha256").update(answer.body).digest("base64url").slice(0, 22);
  const headers: HeaderRecord = { ...Object.fromEntries(answer.headers), vary: "Accept-Encoding" };
  const variant = async (encoding: Encoding): Promise<Variant> => {
    const body = await compress(answer.body, encoding, effort);
    // A strong tag names bytes: both encodings and both efforts have their own.
    const etag = `"${hash}-${encoding}-${effort}"`;
    return { body, headers: { ...headers, "content-encoding": encoding, "content-length": String(body.byteLength), etag } };
  };
  const [br, gzip] = await Promise.all([variant("br"), variant("gzip")]);
  return { hash, headers, variants: { br, gzip } };
}

function bytesOf(key: string, { headers, variants }: KeptPage): number {
  const headerBytes = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return key.length + 3 * headerBytes + variants.br.body.byteLength + variants.gzip.body.byteLength;
}

/**
 * Keeps rendered pages compressed in memory, at most `maxBytes` of them, the least used dropped first.
 * A page is first compressed quickly, then as well as possible in the background, one page at a time. Its first reader
 * waits for the best compression only where that brings it within a limit and no other reader waits for it.
 */
export function createPageCache(maxBytes: number): PageCache {
  const pages = new LRUCache<string, KeptPage>({ maxSize: maxBytes, sizeCalculation: (page, key) => bytesOf(key, page) });
  const flights = new Map<string, Promise<KeptPage | null>>();
  let background = Promise.resolve();
  let someoneWaits = false;

  async function compressNow(answer: Answer, quick: KeptPage): Promise<KeptPage> {
    if (someoneWaits || !isWorthWaiting(quick)) return quick;
    someoneWaits = true;
    try {
      return await keep(answer, "best");
    } finally {
      someoneWaits = false;
    }
  }

  function improve(key: string, quick: KeptPage, answer: Answer): void {
    background = background
      .then(async () => {
        if (pages.peek(key) !== quick) return;
        const best = await keep(answer, "best");
        if (pages.peek(key) === quick) pages.set(key, best);
      })
      .catch(() => {
        // The quick form stays, which is as good to read.
      });
  }

  return {
    find: (key) => pages.get(key),
    async fill(key, render) {
      const running = flights.get(key);
      if (running) return (await running) ?? render();
      let answer: Answer | undefined;
      const flight = (async () => {
        answer = await render();
        if (!isPublic(answer)) return null;
        const quick = await keep(answer, "quick");
        const kept = await compressNow(answer, quick);
        pages.set(key, kept);
        if (kept === quick) improve(key, quick, answer);
        return kept;
      })();
      flights.set(key, flight);
      try {
        const kept = await flight;
        return kept ?? answer ?? (await render());
      } finally {
        flights.delete(key);
      }
    },
    clear: () => {
      pages.clear();
    },
    get size() {
      return pages.size;
    },
    settled: () => background,
  };
}

/** The response for a kept page, and the size of its body: 304 if the client has it, else in the encoding it wants. */
export function respondFromCache(
  page: KeptPage,
  request: { acceptEncoding: string | undefined; ifNoneMatch: string | undefined },
): { readonly response: Response; readonly bytes: number } {
  const { acceptEncoding, ifNoneMatch } = request;
  // What the client holds in another encoding or effort is the same text, so it may go on using it under its own tag.
  const held = ifNoneMatch
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .find((tag) => tag.startsWith(`"${page.hash}-`));
  if (held !== undefined) {
    return { response: new Response(null, { status: 304, headers: { ...page.headers, etag: held } }), bytes: 0 };
  }
  const encoding = chooseEncoding(acceptEncoding);
  if (encoding !== null) {
    const { body, headers } = page.variants[encoding];
    return { response: new Response(body, { headers }), bytes: body.byteLength };
  }
  // Hardly anyone asks for it, so it is not kept but made from the smaller form.
  const body = new Uint8Array(gunzipSync(page.variants.gzip.body));
  const headers = { ...page.headers, "content-length": String(body.byteLength), etag: `"${page.hash}-identity"` };
  return { response: new Response(body, { headers }), bytes: body.byteLength };
}
