import { connect } from "node:net";

/** Asks for a page until it comes as well compressed as it will be, or is not kept at all. */
async function warmUp(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url, { headers: { "accept-encoding": "br" } });
    await response.arrayBuffer();
    const tag = response.headers.get("etag");
    if (tag === null || tag.endsWith('-best"')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Asks for one page over several connections for a while; a new request goes out as soon as the last is answered.
 * The page is warmed up first: from then on all its responses have the same length. Returns requests per second.
 */
export async function requestsPerSecond(origin: string, path: string, seconds: number, connections = 32): Promise<number> {
  const { hostname, port } = new URL(origin);
  const request = `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: br\r\n\r\n`;
  await warmUp(origin + path);
  const responseBytes = await lengthOfResponse(hostname, Number(port), request);
  let answered = 0;
  const began = performance.now();
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(Number(port), hostname, () => socket.write(request));
          let received = 0;
          socket.setNoDelay(true);
          socket.on("error", reject);
          socket.on("data", (chunk) => {
            received += chunk.byteLength;
            if (received < responseBytes) return;
            if (received > responseBytes) reject(new Error(`the responses of ${path} differ in length`));
            received = 0;
            answered += 1;
            if (performance.now() - began < seconds * 1000) socket.write(request);
            else socket.destroy();
          });
          socket.on("close", () => {
            resolve();
          });
        }),
    ),
  );
  return answered / ((performance.now() - began) / 1000);
}

async function lengthOfResponse(hostname: string, port: number, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, hostname, () => socket.write(request));
    let received = "";
    socket.setEncoding("latin1");
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      received += String(chunk);
      const head = received.indexOf("\r\n\r\n");
      const length = /\r\ncontent-length: (\d+)\r\n/i.exec(received)?.[1];
      if (head < 0 || length === undefined || received.length < head + 4 + Number(length)) return;
      socket.destroy();
      resolve(head + 4 + Number(length));
    });
  });
}
