import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished } from "vitest";

const phone = { width: 360, height: 740 };

let browser: Browser | undefined;

/** Connects the test file to the shared browser. To be called once at its top. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.connect(inject("browserEndpoint"));
  });
  afterAll(async () => {
    await browser?.close();
  });
}

/** One reader's visit: a fresh browser context, with every request it makes. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: readonly Request[];
  /** Opens a path of the site. */
  readonly open: (path: string) => Promise<void>;
}

/** Starts a visit. When the test ends, no request may have gone to another origin, but for one where the reader leaves on purpose. */
export async function visit(options: BrowserContextOptions = {}, leavesFor?: RegExp): Promise<Visit> {
  if (!browser) throw new Error("call useBrowser() at the top of the test file");
  const origin = inject("origin");
  const context = await browser.newContext({ viewport: phone, ...options });
  const page = await context.newPage();
  const requests: Request[] = [];
  context.on("request", (request) => requests.push(request));
  onTestFinished(async () => {
    const foreign = requests
      .map((request) => request.url())
      .filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith("data:") && !leavesFor?.test(url));
    await context.close();
    expect(foreign, "requests to other origins").toEqual([]);
  });
  return {
    page,
    context,
    requests,
    async open(path) {
      await page.goto(`${origin}${path}`);
    },
  };
}
