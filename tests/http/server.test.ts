import { STATUS_CODES } from "node:http";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { readConfiguration } from "../../app/http/configuration.ts";
import { listen } from "../../app/http/server.ts";
import { loadTranslations } from "../../app/i18n/translations.ts";
import { ask, deferred, readingPage, recordingLog, start } from "./fixture.ts";

/** Sends bytes as they are and returns all that comes back until the server closes the connection. */
async function sendRaw(address: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let received = "";
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => {
      resolve(received);
    });
  });
}

describe("server", () => {
  test.each([
    ["no HTTP at all", "hello\r\n\r\n", 400],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["an address that is none", "GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400],
    ["an address that cannot be decoded", "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400],
    ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400],
    ["endless headers", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(70_000)}\r\n\r\n`, 431],
  ])("%s gets plain words in all languages and the security headers", async (_, bytes, status) => {
    const site = await start(() => Promise.resolve(readingPage("page")));
    const received = await sendRaw(site.site.address, bytes);
    expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} ${STATUS_CODES[status] ?? ""}\r\n`));
    expect(received.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(received.toLowerCase()).toContain("x-content-type-options: nosniff");
    expect(received.toLowerCase()).toContain("cache-control: no-store");
  });

  test("if even the error page fails, there are plain words and the security headers", async () => {
    const recorded = recordingLog();
    const server = await listen({
      application: { answer: () => Promise.reject(new Error("kanareika")) },
      translations: loadTranslations(),
      https: true,
      log: recorded.log,
      configuration: readConfiguration({ PORT: "0" }),
    });
    onTestFinished(() => server.stop());
    const reply = await ask(`http://127.0.0.1:${String(server.port)}`, "/en");
    expect(reply.status).toBe(500);
    expect(reply.text).toContain(loadTranslations().for("ru")("errors:broken.heading"));
    expect(reply.headers).toMatchObject({ "cache-control": "no-store", "x-frame-options": "DENY" });
    expect(reply.headers).toHaveProperty("strict-transport-security");
    expect(recorded.events()).toEqual(["request-failed"]);
    expect(recorded.text()).not.toContain("kanareika");
  });

  test("a stopping server finishes what runs, takes nothing new, and says both", async () => {
    const gate = deferred();
    const entered = deferred();
    const site = await start(async () => {
      entered.resolve();
      await gate.promise;
      return readingPage("finished");
    });
    const running = site.ask("/en");
    await entered.promise;
    const stopped = site.site.stop();
    await expect(ask(site.site.address, "/en")).rejects.toThrow("ECONNREFUSED");
    gate.resolve();
    expect((await running).text).toContain("finished");
    await stopped;
    expect(site.log.events().slice(-2)).toEqual(["request", "stopped"]);
  });

  test("what does not finish in time is cut off", async () => {
    const entered = deferred();
    const site = await start(
      () => {
        entered.resolve();
        return new Promise(() => undefined);
      },
      { STOP_TIMEOUT_MS: "0" },
    );
    const running = site.ask("/en");
    const cut = expect(running).rejects.toThrow("socket hang up");
    await entered.promise;
    await site.site.stop();
    await cut;
  });

  test("an address that is taken is an error, not a silence", async () => {
    const site = await start(() => Promise.resolve(readingPage("page")));
    const { port } = new URL(site.site.address);
    await expect(start(() => Promise.resolve(readingPage("page")), { PORT: port })).rejects.toThrow("EADDRINUSE");
  });
});
