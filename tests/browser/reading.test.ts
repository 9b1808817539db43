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
  "/organisations",
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
  "/questions/1/map",
  "/questions/2/map",
  "/questions/1/map/steps",
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

  it.each(["/countries/kz", "/compare?c=kz&c=fr", "/compare/map", "/questions/1/map"])(
    "%s has no barrier in the dark either",
    async (path) => {
      const { page, open } = await visit({ colorScheme: "dark" });
      await open(`/${language}${path}`);
      expect(await findViolations(page)).toEqual([]);
    },
  );

  it("shows all of a table in a text on a phone, each value behind the heading of its column, and on paper as a table", async () => {
    const { page, open } = await visit({ javaScriptEnabled: false });
    await open(`/${language}/topics/russian-criminal-law`);
    const table = page.locator(".table").first();
    const columns = await table.locator("th").allTextContents();
    expect(columns).toHaveLength(3);
    expect(await table.evaluate((box) => box.scrollWidth <= box.clientWidth), "no sideways scrolling").toBe(true);
    const labels = await table
      .locator("tbody tr")
      .first()
      .locator("td")
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content));
    for (const [index, column] of columns.entries()) expect(labels[index]).toContain(column);
    await page.emulateMedia({ media: "print" });
    expect(await table.locator("thead").isVisible()).toBe(true);
    expect(
      await table
        .locator("td")
        .first()
        .evaluate((cell) => getComputedStyle(cell).display),
    ).toBe("table-cell");
    expect(await table.evaluate((box) => getComputedStyle(box).overflowX), "paper does not scroll").toBe("visible");
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

// How heavy each page is, tests/http/page-sizes.test.ts measures.
describe("every page of the site map", () => {
  it("answers, sets no cookie and has no broken letter", async () => {
    const siteMap = await (await fetch(`${inject("origin")}/sitemap.xml`)).text();
    const paths = [...siteMap.matchAll(/<loc>[^<]*?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, path = ""]) => path);
    expect(paths.length).toBeGreaterThan(300);
    const faults: string[] = [];
    for (const path of paths) {
      const response = await fetch(inject("origin") + path);
      const cookies = response.headers.getSetCookie().length;
      if (response.status !== 200 || cookies > 0) {
        faults.push(`${path}: status ${String(response.status)}, ${String(cookies)} cookies`);
      }
      const text = await response.text();
      if (text.includes("\0") || text.includes("\ufffd")) faults.push(`${path}: a broken letter`);
    }
    expect(faults).toEqual([]);
  });
});
