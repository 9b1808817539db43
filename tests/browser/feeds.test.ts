import { expect, inject, it } from "vitest";
import { useBrowser, visit } from "./visit.ts";

useBrowser();

it.each(["/sitemap.xml", "/ru/feed.xml", "/en/feed.xml"])("%s is well-formed XML", async (path) => {
  const { page } = await visit();
  const text = await (await fetch(inject("origin") + path)).text();
  const { root, errors } = await page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, "application/xml");
    return { root: document.documentElement.nodeName, errors: document.querySelectorAll("parsererror").length };
  }, text);
  expect(errors).toBe(0);
  expect(root).toBe(path === "/sitemap.xml" ? "urlset" : "feed");
});
