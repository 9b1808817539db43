import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { chromium, type BrowserServer } from "playwright-core";

const installed = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

/** Starts a real browser: an installed Chromium, or the one that comes as an npm package. */
export async function launchBrowser(): Promise<BrowserServer> {
  const own = installed.find((file) => existsSync(file));
  return chromium.launchServer({
    executablePath: own ?? (await sparticuz.executablePath()),
    // The package's own flags run everything in a single process, which ends when the first context closes.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-dev-shm-usage",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    headless: true,
  });
}
