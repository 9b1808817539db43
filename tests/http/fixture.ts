import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { readConfiguration } from "../../app/http/configuration.ts";
import { createLog, type Log } from "../../app/http/log.ts";
import type { Render } from "../../app/http/render.ts";
import { startSite, type Front, type RunningSite } from "../../app/http/site-server.ts";

const page = (title: string, translated: boolean): string =>
  [
    "---",
    `title: ${title}`,
    "summary: One sentence.",
    ...(translated ? ["translation:", "  of: ru", "  head: '000000000000'", "  sections: {}"] : []),
    "---",
    "## About {#about}",
    "",
    "A sentence.",
    "",
  ].join("\n");

/** Writes a content folder with one topic; another title makes another revision. */
export async function writeContent(folder: string, title: string): Promise<void> {
  const topic = path.join(folder, "topics/alpha");
  await mkdir(topic, { recursive: true });
  await writeFile(
    path.join(folder, "languages.yaml"),
    "- { code: ru, name: Русский, complete: true }\n- { code: en, name: English, complete: true }\n",
  );
  await writeFile(
    path.join(topic, "entry.yaml"),
    "audience: [refuser]\norder: 10\nreview: { on: 2026-11-20, by: none, every: 60 }\n",
  );
  await writeFile(path.join(topic, "ru.md"), page(title, false));
  await writeFile(path.join(topic, "en.md"), page(title, true));
}

/** A content folder of the test's own. */
export async function contentFolder(title = "Alpha"): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "pristan-content-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeContent(folder, title);
  return folder;
}

const line = z.looseObject({ time: z.string(), level: z.string(), event: z.string() });
export type LogLine = z.infer<typeof line>;

/** A log that remembers its lines. */
export function recordingLog(): { log: Log; text: () => string; lines: () => LogLine[]; events: () => string[] } {
  const written: string[] = [];
  const lines = (): LogLine[] => written.map((text) => line.parse(JSON.parse(text)));
  return {
    log: createLog((text) => written.push(text)),
    text: () => written.join(""),
    lines,
    events: () => lines().map(({ event }) => event),
  };
}

/** A reading page as a route would answer it. */
export function readingPage(text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`<!doctype html><html lang="en"><style>p{color:red}</style><p>${text}</p></html>`, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "public, max-age=0, must-revalidate", ...headers },
  });
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  readonly bytes: Buffer;
  /** Decoded. */
  readonly text: string;
}

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

function decode(bytes: Buffer, encoding: string | undefined): string {
  if (bytes.byteLength === 0) return "";
  if (encoding === "br") return brotliDecompressSync(bytes).toString();
  if (encoding === "gzip") return gunzipSync(bytes).toString();
  return bytes.toString();
}

/** Sends one request over its own connection, with no header of its own but Host. */
export async function ask(address: string, target: string, { method = "GET", headers = {}, body }: Asking = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const sent = request({ hostname, port, path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const text = decode(bytes, response.headers["content-encoding"]);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export interface Started {
  readonly site: RunningSite;
  readonly log: ReturnType<typeof recordingLog>;
  readonly folder: string;
  ask(target: string, asking?: Asking): Promise<Reply>;
}

/** Starts a real server on a free port in front of a render function that stands for the routes. */
export async function start(
  render: Render,
  environment: Readonly<Record<string, string>> = {},
  front: Partial<Front> = {},
): Promise<Started> {
  const folder = environment.CONTENT_DIRECTORY ?? (await contentFolder());
  const configuration = readConfiguration({ PORT: "0", CONTENT_POLL_SECONDS: "0", ...environment, CONTENT_DIRECTORY: folder });
  const log = recordingLog();
  const routeOf = (target: string): string => `/${":part/".repeat(target.split("/").length - 1)}`;
  const site = await startSite(
    { render, routeOf, islands: () => ({}), assets: new Map(), warmPaths: () => [], ...front },
    configuration,
    log.log,
  );
  onTestFinished(() => site.stop());
  return { site, log, folder, ask: (target, asking) => ask(site.address, target, asking) };
}

/** A promise to be settled from outside. */
export function deferred<Value = void>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => (resolve = settle));
  return { promise, resolve };
}
