import { describe, expect, it } from "vitest";
import { reportChanges, smallCatalogue } from "../ui/content.ts";
import { origin, startRoutes } from "./site.ts";

const answer = await startRoutes();
const textOf = async (path: string, from = answer): Promise<string> => (await from(new Request(origin + path))).text();
const all = (text: string, element: string): string[] =>
  [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map((match) => match[1] ?? "");

describe("the feed of changes", () => {
  it("is Atom with absolute addresses, newest first, dates as exact moments", async () => {
    const response = await answer(new Request(`${origin}/ru/feed.xml`));
    const text = await response.text();
    expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
    expect(text).toContain(`<link rel="self" href="${origin}/ru/feed.xml"/>`);
    expect(all(text, "updated")).toEqual([
      "2026-02-24T00:00:00Z",
      "2026-02-24T00:00:00Z",
      "2026-02-24T00:00:00Z",
      "2025-08-01T00:00:00Z",
    ]);
    expect(all(text, "summary")[0]).toBe("Суд приостановил выдачу.");
    expect(text).toContain(`<link href="${origin}/ru/countries/kz#changes"/>`);
  });

  it("keeps the id of a change when it is reworded and when newer ones come before it", async () => {
    const before = all(await textOf("/en/feed.xml"), "id").slice(1);
    const later = await startRoutes(
      smallCatalogue((files) => {
        for (const language of ["ru", "en"]) {
          const path = `countries/kz/${language}.md`;
          const text = files.get(path) ?? "";
          files.set(
            path,
            text.replace("- 2026-02-24: ", "- 2026-03-01: New.\n- 2026-02-24: Newest of the day.\n- 2026-02-24: Reworded. "),
          );
        }
      }),
    );
    const after = all(await textOf("/en/feed.xml", later), "id").slice(1);
    expect(new Set(after).size).toBe(after.length);
    expect(after).toHaveLength(before.length + 2);
    expect(after.slice(-before.length)).toEqual(before);
  });

  it("has one entry for what several pages say of the same day, related to each of them", async () => {
    const shared = await startRoutes(smallCatalogue(reportChanges("2026-02-24: Суд приостановил выдачу.")));
    const text = await textOf("/ru/feed.xml", shared);
    expect(all(text, "summary").filter((summary) => summary === "Суд приостановил выдачу.")).toHaveLength(1);
    expect(all(text, "title")).toContain("Исключение, Казахстан");
    expect(text).toContain(`<link href="${origin}/ru/topics/exclusion#changes"/>`);
    expect(text).toContain(`<link rel="related" href="${origin}/ru/countries/kz#changes"/>`);
    const page = await textOf("/ru/changes", shared);
    for (const path of ["topics/exclusion", "countries/kz"]) expect(page).toContain(`href="/ru/${path}#changes"`);
    expect(page.match(/Суд приостановил выдачу\.(?! \()/g)).toHaveLength(1);
  });

  it("escapes what XML does not bear", async () => {
    const odd = await startRoutes(
      smallCatalogue((files) => {
        for (const language of ["ru", "en"]) {
          const path = `countries/kz/${language}.md`;
          files.set(path, (files.get(path) ?? "").replace("- 2026-02-24: ", '- 2026-02-24: A & B > "C" \u0008'));
        }
      }),
    );
    expect(all(await textOf("/en/feed.xml", odd), "summary")[0]).toMatch(/^A &amp; B &gt; &quot;C&quot; A court/);
  });
});

describe("the site map", () => {
  it("names every reading page in every language, with the other languages of each", async () => {
    const text = await textOf("/sitemap.xml");
    const pages = all(text, "loc");
    for (const path of [
      "",
      "/countries",
      "/countries/kz",
      "/steps/lodge",
      "/sources/kz",
      "/sources/statistics?page=3",
      "/safety",
    ]) {
      expect(pages).toContain(`${origin}/ru${path}`);
      expect(pages).toContain(`${origin}/en${path}`);
    }
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages.filter((page) => /search|leave|wizards|questions\/\d+(?:$|\/(?:\d|part|details))/.test(page))).toEqual([]);
    expect(text.match(/hreflang="en"/g)).toHaveLength(pages.length);
    expect(text).toContain("<lastmod>2026-11-21</lastmod>");
  });
});

it("robots are kept away from questions, search and the way out", async () => {
  const text = await textOf("/robots.txt");
  for (const path of ["/ru/questions", "/en/search", "/en/leave"]) expect(text).toContain(`Disallow: ${path}\n`);
  expect(text).toContain(`Sitemap: ${origin}/sitemap.xml`);
});
