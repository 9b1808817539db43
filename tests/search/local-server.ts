import { createServer, type RequestListener, type Server } from "node:http";

/** Serves on this machine. Rejects if the port is taken. @param port 0 for any that is free */
export async function listen(handler: RequestListener, port = 0): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : 0 };
}

/** Stops serving, open connections too. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
