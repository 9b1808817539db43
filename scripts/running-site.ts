import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";

const logLine = z.looseObject({ event: z.string(), origin: z.string().optional() });
type LogLine = z.infer<typeof logLine>;

export interface SiteProcess {
  readonly origin: string;
  /** Milliseconds from the start of the process to the moment it listens. */
  readonly startMilliseconds: number;
  /** Resolves with the next line of the log that tells of an event. */
  next(event: string): Promise<LogLine>;
  /** All it has written so far, on either output. */
  output(): string;
  /** Sends a signal. */
  signal(name: NodeJS.Signals): void;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

/** Thrown if the process ends before it listens: what it said on standard error. */
export class StartError extends Error {
  override readonly name = "StartError";
}

function readLine(line: string): LogLine | undefined {
  try {
    return logLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Starts the site as `npm start` does, in a process of its own on a free port. Rejects with StartError if it does not start. */
export async function startSiteProcess(environment: Readonly<Record<string, string>> = {}): Promise<SiteProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    // Without VITEST the site builds itself in full, also when a test starts it.
    env: { ...process.env, VITEST: "", PORT: "0", CONTENT_POLL_SECONDS: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written: string[] = [];
  const complaints: string[] = [];
  child.stdout.on("data", (text) => written.push(String(text)));
  child.stderr.on("data", (text) => complaints.push(String(text)));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));

  let waiting: { readonly event: string; readonly resolve: (line: LogLine) => void }[] = [];
  createInterface({ input: child.stdout }).on("line", (text) => {
    const line = readLine(text);
    if (!line) return;
    for (const { event, resolve } of waiting) if (event === line.event) resolve(line);
    waiting = waiting.filter(({ event }) => event !== line.event);
  });
  const next = (event: string): Promise<LogLine> => new Promise((resolve) => waiting.push({ event, resolve }));

  const { origin } = await Promise.race([
    next("started"),
    ended.then(() => {
      throw new StartError(complaints.join(""));
    }),
  ]);
  return {
    origin: origin ?? "",
    startMilliseconds: Math.round(performance.now() - began),
    next,
    output: () => written.concat(complaints).join(""),
    signal: (name) => child.kill(name),
    ended,
  };
}
