import { existsSync } from "node:fs";
import { chromium, type BrowserServer } from "playwright-core";

const installed = ["/usr/bin/chromium", "/usr/bin/google-chrome"];
const systemLibraries = ["/usr/lib/x86_64-linux-gnu/libnss3.so", "/usr/lib64/libnss3.so", "/usr/lib/libnss3.so"];

/** The Chromium that comes as an npm package; on a machine without the libraries of a browser it brings those too. */
async function packagedBrowser(): Promise<string> {
  if (!systemLibraries.some((file) => existsSync(file))) {
    // The name of the environment for which the package unpacks its own libraries and sets LD_LIBRARY_PATH.
    process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  }
  const { default: sparticuz } = await import("@sparticuz/chromium");
  return sparticuz.executablePath();
}

/** Starts a real browser: an installed Chromium, or the packaged one. */
export async function launchBrowser(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: installed.find((file) => existsSync(file)) ?? (await packagedBrowser()),
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
