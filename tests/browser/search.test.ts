import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { findViolations } from "./accessibility.ts";
import { useBrowser, visit } from "./visit.ts";

useBrowser();

const words = {
  ru: {
    begun: "возвращ",
    full: "внутренний паспорт казахстан",
    nothing: "щщщщщщщщ",
    link: "Ссылка на этот поиск",
    copied: "Скопировано",
    slashOff: "отключить /",
    slashOn: "включить /",
  },
  en: {
    begun: "return",
    full: "internal passport kazakhstan",
    nothing: "qzqzqzqzq",
    link: "Link to this search",
    copied: "Copied",
    slashOff: "switch off /",
    slashOn: "switch on /",
  },
} as const;

const field = (page: Page) => page.locator('main input[name="q"]');
const fitsPhone = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("href") ?? document.activeElement?.getAttribute("name") ?? null);

/** Addresses and titles that the browser keeps in this tab's history. */
async function history(page: Page, context: BrowserContext): Promise<string> {
  const session = await context.newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  expect(entries.length).toBeGreaterThan(1);
  return entries.map(({ url, userTypedURL, title }) => [url, userTypedURL, title].join(" ")).join("\n");
}

describe.each(["ru", "en"] as const)("the search page in %s", (language) => {
  const { begun, full, nothing, link, copied, slashOff, slashOn } = words[language];

  it("suggests while one types, from titles fetched once, when asked for, and leads there by keys alone", async () => {
    const { page, requests, open } = await visit();
    await open(`/${language}/search`);
    const titles = () => requests.filter((sent) => sent.url().endsWith("/search/titles.json")).length;
    expect(titles()).toBe(0);
    await page.keyboard.press("/");
    expect(await focused(page)).toBe("q");
    await page.keyboard.type(begun);
    const options = page.locator("[role=option]");
    await options.first().waitFor();
    const sent = requests.length;
    expect(titles()).toBe(1);
    expect(await field(page).getAttribute("aria-expanded")).toBe("true");
    expect(await fitsPhone(page)).toBe(true);
    expect(await findViolations(page)).toEqual([]);

    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    expect(await options.first().getAttribute("aria-selected")).toBe("true");
    expect(await field(page).getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"));
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await options.first().isVisible()).toBe(false);
    expect(await field(page).inputValue()).toBe(begun);
    expect(requests.length, "typing asks nothing").toBe(sent);

    await page.keyboard.type(language === "ru" ? "е" : " ");
    await page.keyboard.press("ArrowDown");
    const target = (await options.first().getAttribute("href")) ?? "";
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => `${url.pathname}${url.hash}` === target);
    expect(new URL(page.url()).search).toBe("");
  });

  it("leads through results by arrows and back to the field", async () => {
    const { page, open } = await visit();
    await open(`/${language}/search`);
    await field(page).fill(full);
    await field(page).press("Enter");
    const results = page.locator("[data-result]");
    await results.first().waitFor();
    expect(await page.locator(".results mark").count()).toBeGreaterThan(0);
    const [first, second] = [await results.nth(0).getAttribute("href"), await results.nth(1).getAttribute("href")];
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe(first);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe(second);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("q");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("q");
    expect(await findViolations(page)).toEqual([]);
    expect(await fitsPhone(page)).toBe(true);
  });

  it("lets the key / be switched off and on by keys, and keeps that nowhere", async () => {
    const { page, context, requests, open } = await visit();
    await open(`/${language}/search`);
    const address = page.url();
    const sent = requests.length;
    await page.getByRole("button", { name: slashOff }).focus();
    expect(await fitsPhone(page)).toBe(true);
    await page.keyboard.press("/");
    expect(await focused(page), "it works at first").toBe("q");
    await page.getByRole("button", { name: slashOff }).focus();
    await page.keyboard.press("Enter");
    const switchOn = page.getByRole("button", { name: slashOn });
    await page.keyboard.press("/");
    await page.keyboard.press(".");
    expect(await switchOn.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await field(page).inputValue()).toBe("");
    expect(await findViolations(page)).toEqual([]);
    expect([page.url(), await context.storageState()]).toEqual([address, { cookies: [], origins: [] }]);
    // In the field it is a sign like any other.
    await field(page).focus();
    await page.keyboard.type("1/2");
    expect(await field(page).inputValue()).toBe("1/2");
    await switchOn.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("/");
    expect(await focused(page)).toBe("q");
    expect(requests.slice(sent).filter((request) => !request.url().endsWith("/search/titles.json"))).toEqual([]);
  });

  it("copies a section's text with its sources and address", async () => {
    const { page, context, open } = await visit();
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: inject("origin") });
    await open(`/${language}/search`);
    await field(page).fill(full);
    await field(page).press("Enter");
    const copy = page.locator("[data-copy]").first();
    const place = (await page.locator("[data-result]").first().getAttribute("href")) ?? "";
    await copy.click();
    await page.locator("[role=status]", { hasText: copied }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.endsWith(place)).toBe(true);
    expect(text).toContain("https://");
  });

  it.each([true, false])(
    "keeps the query out of address, history and log until a link is asked for (scripts: %s)",
    async (javaScriptEnabled) => {
      const canary = `zzsearch${Math.random().toString(36).slice(2)}`;
      const { page, context, requests, open } = await visit({ javaScriptEnabled });
      await open(`/${language}/search`);
      await field(page).fill(`${canary} ${full}`);
      await field(page).press("Enter");
      await page.locator("[data-result]").first().waitFor();
      expect([page.url(), await page.title(), ...requests.map((sent) => sent.url())].join()).not.toContain(canary);
      expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
      expect(await history(page, context)).not.toContain(canary);
      // Without scripts axe cannot run; the page is the same.
      if (javaScriptEnabled) expect(await findViolations(page)).toEqual([]);
      expect(await fitsPhone(page)).toBe(true);
      const warning = await page.getByRole("button", { name: link }).getAttribute("aria-describedby");
      expect(await page.locator(`#${warning ?? "none"}`).textContent()).toMatch(/истори|history/);
      await page.getByRole("button", { name: link }).click();
      await page.waitForURL(/\?q=/);
      expect(page.url()).toContain(canary);
      expect(await history(page, context)).toContain(canary);
      await page.locator("[data-result]").first().waitFor();
      expect(await readFile(inject("logFile"), "utf8")).not.toContain(canary);
    },
  );

  it("helps where nothing fits, without scripts", async () => {
    const { page, open } = await visit({ javaScriptEnabled: false });
    await open(`/${language}/search`);
    await field(page).fill(nothing);
    await field(page).press("Enter");
    await page.locator(`main a[href="/${language}/organisations"]`).waitFor();
    expect(await page.locator(`main a[href="/${language}/countries/kz"]`).count()).toBeGreaterThan(0);
    expect(await page.locator("[data-result]").count()).toBe(0);
    expect(await fitsPhone(page)).toBe(true);
  });

  it("shows the text of a section without a script, selected by one press", async () => {
    const { page, open } = await visit();
    await open(`/${language}/countries/kz/entry`);
    expect(await page.locator("script").count()).toBe(0);
    await page.locator("[data-text]").click();
    expect(await page.evaluate(() => getSelection()?.toString())).toContain(`/${language}/countries/kz#entry`);
    expect(await findViolations(page)).toEqual([]);
    expect(await fitsPhone(page)).toBe(true);
  });
});
