import { readFile } from "node:fs/promises";
import { describe, expect, inject, it } from "vitest";
import { findViolations } from "./accessibility.ts";
import { useBrowser, visit } from "./visit.ts";

useBrowser();

describe.each(["ru", "en"])("comparing in %s without scripts", (language) => {
  it("leads from the first page through the form to countries side by side, and to the source of a fact", async () => {
    const { page, context, open } = await visit({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    await open(`/${language}`);
    await page.locator(`a[href="/${language}/compare"]`).first().click();
    const selects = page.locator('select[name="c"]');
    await selects.nth(0).selectOption("kz");
    await selects.nth(2).selectOption("fr");
    await page.locator("form.picker button").click();
    expect(new URL(page.url()).searchParams.getAll("c").filter((code) => code !== "")).toEqual(["kz", "fr"]);
    const cells = page.locator(".beside").first().locator("dl > div");
    const [left, right] = [await cells.nth(0).boundingBox(), await cells.nth(1).boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect(left?.x).toBeLessThan(right?.x ?? 0);
    expect(await context.cookies()).toEqual([]);
    await page
      .locator('a[href^="/' + language + '/countries/kz#source-"]')
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe(`/${language}/countries/kz`);
    expect(await page.locator("li:target").count()).toBe(1);
  });

  it("stands one below the other on a phone and keeps its choice in the other language", async () => {
    const { page, open } = await visit({ javaScriptEnabled: false });
    const other = language === "ru" ? "en" : "ru";
    await open(`/${language}/compare?c=kz&c=fr`);
    await page.locator(`a[hreflang="${other}"]`).first().click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/${other}/compare?c=kz&c=fr`);
    const cells = page.locator(".beside").first().locator("dl > div");
    const [first, second] = [await cells.nth(0).boundingBox(), await cells.nth(1).boundingBox()];
    expect(first?.x).toBe(second?.x);
    expect(first?.y).toBeLessThan(second?.y ?? 0);
  });

  it("orders a table by its headings", async () => {
    const { page, open } = await visit({ javaScriptEnabled: false });
    await open(`/${language}/compare/return-risk`);
    expect(await page.locator("[aria-sort]").count()).toBe(1);
    await page.locator("thead a").first().click();
    expect(await page.locator('th[aria-sort="ascending"] a').count()).toBe(1);
    const names = await page.locator("tbody th a").allTextContents();
    expect(names.length).toBeGreaterThan(40);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, language)));
  });

  it("shows the world in squares that can be touched, each in its place", async () => {
    const { page, open } = await visit({ javaScriptEnabled: false });
    await open(`/${language}/compare/map`);
    const squares = page.locator("svg[role=group]").first().locator("a rect");
    const boxes = await Promise.all((await squares.all()).map((square) => square.boundingBox()));
    expect(boxes.length).toBeGreaterThan(40);
    expect(boxes.filter((box) => !box || box.width < 24 || box.height < 24 || box.x + box.width > 360)).toEqual([]);
    await page.locator("svg[role=group]").first().locator('a[href$="/countries/kz#return-risk"]').click();
    expect(new URL(page.url()).pathname).toBe(`/${language}/countries/kz`);
  });
});

it("a choice of countries stands in no log, and a strange one has no barrier", async () => {
  const { page, open } = await visit();
  await open("/ru/compare?c=zzqx&c=kz&c=cn&c=fr&c=de&c=ge&c=am&zzqy=zzqz");
  expect(await page.locator(".notice").count()).toBe(3);
  expect(await findViolations(page)).toEqual([]);
  const log = await readFile(inject("logFile"), "utf8");
  expect(log).toContain('"route":"/:language/compare"');
  expect(log).not.toMatch(/zzq|c=kz|compare\?/);
});
