import { ConfigurationError } from "./configuration.ts";
import { ContentError } from "./content.ts";
import { createLog, describeError, type Log } from "./log.ts";
import type { RunningSite } from "./site-server.ts";

/** What people must mend before the site can start: said in plain words, without a stack. */
function reasonToStay(error: unknown): string | undefined {
  if (error instanceof ConfigurationError) return `The configuration is wrong:\n${error.message}`;
  if (error instanceof ContentError) return `The content has faults:\n${error.message}`;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "The port is taken: stop what uses it, or set PORT to another one.";
  }
  return undefined;
}

/**
 * Runs the site as a process: log on stdout, reload on SIGHUP, graceful stop on SIGTERM and SIGINT.
 * The exit code is 1 if it cannot start or breaks.
 */
export async function runUntilStopped(start: (log: Log) => Promise<RunningSite>): Promise<void> {
  const log = createLog((line) => process.stdout.write(line));
  let site: RunningSite;
  try {
    site = await start(log);
  } catch (error) {
    const reason = reasonToStay(error);
    if (reason === undefined) throw error;
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
    return;
  }
  process.on("SIGHUP", () => void site.content.reload());

  let stopping = false;
  const stop = (exitCode: number): void => {
    // A second signal means: at once.
    if (stopping) process.exit(1);
    stopping = true;
    void site.stop().finally(() => process.exit(exitCode));
  };
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.on(signal, () => {
      stop(0);
    });
  }
  process.on("uncaughtException", (error) => {
    log("error", "uncaught", { error: describeError(error) });
    stop(1);
  });
  process.on("unhandledRejection", (error) => {
    log("error", "unhandled-rejection", { error: describeError(error) });
  });
}
