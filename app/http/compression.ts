import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip";

const encodings: readonly Encoding[] = ["br", "gzip"];

/** The encoding to send: the one the client wants most; brotli where it does not care. Null: as it is. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding | null {
  if (acceptEncoding === undefined) return null;
  const quality = new Map(
    acceptEncoding.split(",").map((part): [string, number] => {
      const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((value) => value !== undefined);
      return [name.trim(), Number(weight ?? 1)];
    }),
  );
  const wanted = (encoding: Encoding): number => quality.get(encoding) ?? quality.get("*") ?? 0;
  const [best] = encodings.toSorted((a, b) => wanted(b) - wanted(a));
  return best !== undefined && wanted(best) > 0 ? best : null;
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** How much work compression may cost: `quick` while a reader waits, `best` in the background. */
export type Effort = "quick" | "best";

const levels = {
  quick: { br: 5, gzip: 6 },
  best: { br: 11, gzip: 9 },
} as const satisfies Record<Effort, Record<Encoding, number>>;

/** Compresses off the main thread. */
export async function compress(body: Uint8Array, encoding: Encoding, effort: Effort): Promise<Uint8Array<ArrayBuffer>> {
  const level = levels[effort][encoding];
  const compressed =
    encoding === "gzip"
      ? await gzipped(body, { level })
      : await brotli(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: level,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
          },
        });
  // A copy of its own: a small Buffer may share a pool of memory with others.
  return new Uint8Array(compressed);
}

/** Whether compressing a type of data gains anything. */
export function isCompressible(mediaType: string): boolean {
  return /^text\/|[/+](?:json|xml|javascript|x-script)$|^image\/svg\+xml$/.test(mediaType);
}
