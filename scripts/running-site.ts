import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";

const startedLine = z.looseObject({ event: z.literal("started"), origin: z.string() });

export interface SiteProcess {
  readonly origin: string;
  /** Milliseconds from the start of the process to the moment it listens. */
  readonly startMilliseconds: number;
  stop(): Promise<void>;
}

function readStarted(line: string): z.infer<typeof startedLine> | undefined {
  try {
    return startedLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Starts the site as `npm start` does, in a process of its own on a free port. Rejects if it ends before it listens. */
export async function startSiteProcess(environment: Readonly<Record<string, string>> = {}): Promise<SiteProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: { ...process.env, PORT: "0", CONTENT_POLL_SECONDS: "0", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => {
      resolve();
    }),
  );
  const origin = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const started = readStarted(line);
      if (started) resolve(started.origin);
    });
    void ended.then(() => {
      reject(new Error("the site ended before it was ready"));
    });
  });
  return {
    origin,
    startMilliseconds: Math.round(performance.now() - began),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
