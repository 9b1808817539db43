import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener, RequestError } from "@hono/node-server";
import type { Translations } from "../i18n/translations.ts";
import type { Application } from "./application.ts";
import type { Configuration } from "./configuration.ts";
import { errorText, failures, type Failure } from "./error-page.ts";
import { describeError, type Log } from "./log.ts";
import { fixedHeaders } from "./security-headers.ts";

export interface RunningServer {
  readonly port: number;
  /** Takes no more requests, finishes those that run, cuts off what is left after the time limit. */
  stop(): Promise<void>;
}

interface Parts {
  readonly application: Pick<Application, "answer">;
  readonly translations: Translations;
  readonly https: boolean;
  readonly log: Log;
  readonly configuration: Pick<Configuration, "HOST" | "PORT" | "REQUEST_TIMEOUT_MS" | "RENDER_TIMEOUT_MS" | "STOP_TIMEOUT_MS">;
}

/** Room for whatever cookies a browser may send: an oversized one is passed over by the wizard, which says so, and is no error. */
const headerBytes = 64 * 1024;
const keepAliveMilliseconds = 10_000;
const sweepMilliseconds = 50;

const failuresByCode: Readonly<Record<string, Failure>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "timeout",
  HPE_HEADER_OVERFLOW: "headers",
};

/** Starts listening. Rejects if the address cannot be taken. */
export async function listen({ application, translations, https, log, configuration }: Parts): Promise<RunningServer> {
  const plain = (failure: Failure): { headers: Record<string, string>; body: string } => ({
    headers: {
      ...fixedHeaders(https),
      "cache-control": "no-store",
      "content-type": "text/plain; charset=utf-8",
      "x-robots-tag": "noindex",
    },
    body: errorText(failure, translations),
  });

  const listener = getRequestListener((request, { incoming }) => application.answer(request, incoming.socket.remoteAddress), {
    // Reached by requests from which no address can be made, and if an error page itself fails.
    errorHandler: (error) => {
      const failure = error instanceof RequestError ? "badRequest" : "broken";
      if (failure === "broken") log("error", "request-failed", { error: describeError(error) });
      const { headers, body } = plain(failure);
      return new Response(body, { status: failures[failure], headers });
    },
  });
  const server = createServer(
    {
      requestTimeout: configuration.REQUEST_TIMEOUT_MS,
      headersTimeout: Math.min(configuration.REQUEST_TIMEOUT_MS, 15_000),
      keepAliveTimeout: keepAliveMilliseconds,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: headerBytes,
      // Node's own answer would lack our headers; ours comes from the listener.
      requireHostHeader: false,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  // Likewise: an unknown `Expect` is passed over instead of answered by Node.
  server.on("checkExpectation", (incoming: IncomingMessage, outgoing: ServerResponse) => void listener(incoming, outgoing));
  // A client that does not take its response is not waited for without end.
  server.setTimeout(configuration.REQUEST_TIMEOUT_MS + configuration.RENDER_TIMEOUT_MS);
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || error.code === "ECONNRESET") {
      socket.destroy();
      return;
    }
    const failure = failuresByCode[error.code ?? ""] ?? "badRequest";
    const { headers, body } = plain(failure);
    const lines = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(body)), connection: "close" });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const status = failures[failure];
    socket.end(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ""}\r\n${head}\r\n${body}`);
    log("info", "request-unreadable", { status });
  });
  const port = await start(server, configuration.HOST, configuration.PORT);

  return {
    port,
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      // Connections that become idle while the last requests run are closed as they do.
      const sweep = setInterval(() => {
        server.closeIdleConnections();
      }, sweepMilliseconds);
      const limit = setTimeout(() => {
        server.closeAllConnections();
      }, configuration.STOP_TIMEOUT_MS);
      await closed;
      clearInterval(sweep);
      clearTimeout(limit);
    },
  };
}

async function start(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address ? address.port : port;
}
