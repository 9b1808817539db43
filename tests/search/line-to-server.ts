import { request as send, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { close, listen } from "./local-server.ts";

/**
 * open: passes everything on; hanging: takes requests and never answers; cut: resets the connection in the middle of an answer;
 * unavailable: answers as a proxy does whose server is away; closed: nobody listens.
 */
export type LineState = "open" | "hanging" | "cut" | "unavailable" | "closed";

/** A way to a server that breaks and heals when told to. */
export interface LineToServer {
  /** Its address while it is not closed. */
  readonly address: string;
  readonly set: (next: LineState) => Promise<void>;
  /** Sets the line to a state as soon as a request is sent whose method and path, parted by a space, fit. */
  readonly setAt: (asked: RegExp, next: LineState) => void;
  /** The version that the server says it is of; undefined: its own. */
  readonly claimVersion: (version: string | undefined) => void;
  /** How many searches were sent on this line so far, answered or not. */
  readonly searches: () => number;
}

const mebibyte = 1_048_576;

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Opens a line to a server. Rejects if no port is free. */
export async function lineTo(host: string): Promise<LineToServer> {
  let state: LineState = "open";
  let turn: { readonly asked: RegExp; readonly next: LineState } | undefined;
  let version: string | undefined;
  let searches = 0;
  let server: Server | undefined;
  let port = 0;

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const { method, headers } = request;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      send(new URL(request.url ?? "/", host), { method, headers }, resolve)
        .on("error", reject)
        .end(body);
    });
    const bytes = await bodyOf(answer);
    if (state === "cut") {
      // Long enough that the first half is on its way when the connection goes.
      response.writeHead(200, { "content-type": "application/json", "content-length": mebibyte });
      response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.resetAndDestroy());
      return;
    }
    delete answer.headers["transfer-encoding"];
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(bytes);
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    if (request.url?.startsWith("/multi-search")) searches += 1;
    if (turn?.asked.test(`${request.method ?? ""} ${request.url ?? ""}`)) {
      const { next } = turn;
      turn = undefined;
      void set(next);
    }
    if (state === "hanging" || state === "closed") return;
    if (state === "unavailable") response.writeHead(503, { "content-type": "text/html" }).end("<h1>503 Service Unavailable</h1>");
    else if (version !== undefined && request.url === "/version") response.end(JSON.stringify({ pkgVersion: version }));
    else forward(request, response).catch(() => request.socket.destroy());
  }

  async function open(): Promise<void> {
    ({ server, port } = await listen(handle, port));
  }

  async function shut(): Promise<void> {
    const closing = server;
    server = undefined;
    if (closing) await close(closing);
  }

  async function set(next: LineState): Promise<void> {
    state = next;
    if (next === "closed") await shut();
    else if (server) server.closeAllConnections();
    else await open();
  }

  await open();
  return {
    address: `http://127.0.0.1:${String(port)}`,
    set,
    setAt: (asked, next) => {
      turn = { asked, next };
    },
    claimVersion: (next) => {
      version = next;
    },
    searches: () => searches,
  };
}
