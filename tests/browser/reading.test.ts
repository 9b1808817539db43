import { brotliDecompressSync } from "node:zlib";
import { request } from "node:http";
import { describe, expect, inject, it } from "vitest";
import { findViolations } from "./accessibility.ts";
import { useBrowser, visit } from "./visit.ts";

useBrowser();

const paths = [
  "",
  "/countries",
  "/countries/kz",
  "/topics",
  "/topics/exclusion",
  "/organisations/unhcr",
  "/documents/military-id",
  "/steps/lodge",
  "/warnings/no-consulate",
  "/grounds/political-opinion",
  "/sources",
  "/sources/kz",
  "/changes",
  "/compare",
  "/compare/map",
  "/compare/return-risk",
  "/compare/appeal-deadline",
  "/compare/applications?sort=asOf&direction=descending",
  "/compare?c=fr&c=de&c=kz&c=ge",
  "/about",
  "/privacy",
  "/safety",
];

describe.each(["ru", "en"])("reading pages in %s", (language) => {
  it.each(paths)("%s is one response without script or cookie, fits a small phone and has no barrier", async (path) => {
    const { page, context, requests, open } = await visit({ viewport: { width: 320, height: 640 } });
    await open(`/${language}${path}`);
    expect(requests.map((sent) => sent.url().startsWith("data:"))).toEqual([false]);
    expect(await page.locator("script").count()).toBe(0);
    expect(await context.cookies()).toEqual([]);
    expect(await page.getAttribute("html", "lang")).toBe(language);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "no sideways scrolling").toBeLessThanOrEqual(320);
    expect(await findViolations(page)).toEqual([]);
  });

  it.each(["/countries/kz", "/compare?c=kz&c=fr", "/compare/map"])("%s has no barrier in the dark either", async (path) => {
    const { page, open } = await visit({ colorScheme: "dark" });
    await open(`/${language}${path}`);
    expect(await findViolations(page)).toEqual([]);
  });

  it("leads from the first page to a country, its other language, and back", async () => {
    const other = language === "ru" ? "en" : "ru";
    const { page, open } = await visit({ javaScriptEnabled: false });
    await open(`/${language}`);
    await page.locator(`a[href="/${language}/countries"]`).first().click();
    await page.locator(`a[href="/${language}/countries/kz"]`).first().click();
    await page.locator(`a[hreflang="${other}"]`).first().click();
    expect(new URL(page.url()).pathname).toBe(`/${other}/countries/kz`);
    expect(await page.getAttribute("html", "lang")).toBe(other);
  });

  it("helps where there is nothing", async () => {
    const { page, open } = await visit();
    const response = await page.goto(`${inject("origin")}/${language}/countries/atlantis`);
    expect(response?.status()).toBe(404);
    expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
    expect(await page.locator(`a[href="/${language}/countries"]`).count()).toBeGreaterThan(0);
    expect(await findViolations(page)).toEqual([]);
    await open(`/${language}`);
  });
});

/** Fetches a path as a browser that takes brotli does; gives the body's bytes on the wire and its text. */
async function fetchCompressed(path: string): Promise<{ status: number; bytes: number; text: string; cookies: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${inject("origin")}${path}`, { headers: { "accept-encoding": "br" } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        const text = response.headers["content-encoding"] === "br" ? brotliDecompressSync(body).toString() : body.toString();
        const cookies = response.headers["set-cookie"]?.length ?? 0;
        resolve({ status: response.statusCode ?? 0, bytes: body.length, text, cookies });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** Bytes of a page once the page cache has had the time to replace its first, quick compression by the best one. */
async function settledBytes(path: string): Promise<number> {
  let { bytes } = await fetchCompressed(path);
  for (let attempt = 0; attempt < 50 && bytes > 14_000; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    ({ bytes } = await fetchCompressed(path));
  }
  return bytes;
}

describe("every page of the site map", () => {
  it("answers, sets no cookie, has no broken letter and is at most 14,000 bytes", async () => {
    const { text } = await fetchCompressed("/sitemap.xml");
    const all = [...text.matchAll(/<loc>[^<]*?:\/\/[^/<]+([^<]*)<\/loc>/g)].map((match) => match[1] ?? "");
    expect(all.length).toBeGreaterThan(300);
    const faults: string[] = [];
    for (const path of all) {
      const page = await fetchCompressed(path);
      if (page.status !== 200 || page.cookies > 0)
        faults.push(`${path}: status ${String(page.status)}, ${String(page.cookies)} cookies`);
      if (page.text.includes("\0")) faults.push(`${path}: NUL bytes in its text`);
      if (page.bytes > 14_000 && (await settledBytes(path)) > 14_000) faults.push(`${path}: ${String(page.bytes)} bytes`);
    }
    expect(faults).toEqual([]);
  });

  it.each(["ru", "en"])("and the whole wizard in %s, with scripts, is at most 60,000 bytes", async (language) => {
    await fetchCompressed(`/${language}/questions/1`);
    await expect
      .poll(async () => (await fetchCompressed(`/${language}/questions/1`)).bytes, { timeout: 20_000 })
      .toBeLessThanOrEqual(60_000);
  });
});
