import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { launchBrowser } from "./browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built site answers. */
    origin: string;
    browserEndpoint: string;
    /** File with everything the site has written to its output. */
    logFile: string;
  }
}

/** Starts the site as `npm start` does, on a free port with the real content, and a browser; all browser tests share them. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "pristan-browser-"));
  const logFile = path.join(folder, "site.log");
  // The shell sends the output into the file itself, so that nothing is lost between two processes.
  const site = spawn("/bin/sh", ["-c", `exec node_modules/.bin/tsx scripts/start.ts >"${logFile}" 2>&1`], {
    env: { ...process.env, PORT: "0", NODE_ENV: "production", VITEST: "", POSTS_PER_MINUTE: "100000", CONTENT_POLL_SECONDS: "0" },
    stdio: "ignore",
  });
  const [browser, origin] = await Promise.all([launchBrowser(), waitForOrigin(logFile, () => site.exitCode)]);
  provide("origin", origin);
  provide("browserEndpoint", browser.wsEndpoint());
  provide("logFile", logFile);
  return async () => {
    await browser.close();
    const ended = new Promise((resolve) => site.once("exit", resolve));
    site.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true });
  };
}

async function waitForOrigin(logFile: string, exitCode: () => number | null): Promise<string> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const log = await readFile(logFile, "utf8").catch(() => "");
    const origin = /"event":"started","origin":"([^"]+)"/.exec(log)?.[1];
    if (origin) return origin;
    if (exitCode() !== null) throw new Error(`the site did not start:\n${log}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the site did not start in two minutes");
}
