import { describe, expect, it } from "vitest";
import { origin, startRoutes } from "./site.ts";

const answer = await startRoutes();
const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  answer(new Request(origin + path, { headers }));

async function sitemapPaths(): Promise<string[]> {
  const text = await (await get("/sitemap.xml")).text();
  return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address.replace(origin, ""));
}

/** Addresses within the site to which a page links, without anchors; the wizard's questions and the way out are not read. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/ href="(\/[^"#]*)/g)]
    .map(([, path = ""]) => path.replaceAll("&amp;", "&"))
    .filter((path) => !/\/(?:questions\/\d+(?!\/map)|leave)/.test(path));
}

describe("reading pages", () => {
  it("are complete, without script, inline style or cookie, the same for everyone, and may be kept", async () => {
    const paths = await sitemapPaths();
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const response = await get(path);
      const html = await response.text();
      expect(response.status, path).toBe(200);
      expect(response.headers.get("Cache-Control"), path).toBe("public, max-age=0, must-revalidate");
      expect(response.headers.has("Set-Cookie"), path).toBe(false);
      expect(html.startsWith("<!DOCTYPE html>"), path).toBe(true);
      expect(html, path).not.toMatch(/<script|<img|<link[^>]*rel="(?:stylesheet|preload|modulepreload)"| style="/);
      expect(html.match(/<h1[ >]/g), path).toHaveLength(1);
      expect(html, path).toMatch(/<title>[^<]*(?:Пристань|Pristan)<\/title>/);
      expect(html, path).toContain(`<html lang="${path.slice(1, 3)}">`);
      expect(html, path).toContain(`href="/${path.slice(1, 3)}/leave" rel="noreferrer nofollow"`);
    }
  });

  it("lead nowhere where there is nothing, and to no anchor that a page lacks", async () => {
    const pages = new Map<string, string>();
    const waiting = ["/ru", "/en"];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (pages.has(path)) continue;
      const response = await get(path);
      expect(response.status, path).toBe(200);
      const html = await response.text();
      pages.set(path, html);
      waiting.push(...linksOf(html));
    }
    for (const path of await sitemapPaths()) expect([...pages.keys()], "every page can be reached by links").toContain(path);
    for (const [from, html] of pages) {
      for (const [, path = "", anchor = ""] of html.matchAll(/ href="((?:\/[^"#]*)?)#([^"]+)"/g)) {
        const target = path === "" ? html : pages.get(path);
        expect(target, `${from} leads to ${path}#${anchor}`).toContain(` id="${anchor}"`);
      }
    }
  });

  it("name their address and those of the same page in other languages", async () => {
    const html = await (await get("/ru/countries/kz")).text();
    expect(html).toContain(`<link rel="canonical" href="${origin}/ru/countries/kz"/>`);
    expect(html).toContain(`<link rel="alternate" hrefLang="en" href="${origin}/en/countries/kz"/>`);
    expect(html).toContain('<a href="/en/countries/kz" hrefLang="en" lang="en">English</a>');
  });

  it("page through lists that grow", async () => {
    const first = await (await get("/en/sources/statistics")).text();
    expect(first).toContain('href="/en/sources/statistics?page=2"');
    expect(first).toContain('id="source-50"');
    expect(first).not.toContain('id="source-51"');
    const last = await (await get("/en/sources/statistics?page=3")).text();
    expect(last).toContain('id="source-101"');
    expect(last).toContain('id="source-120"');
    expect(last).toContain(`<link rel="canonical" href="${origin}/en/sources/statistics?page=3"/>`);
  });

  it("list what needs attention first under a heading of its own", async () => {
    const countries = await (await get("/ru/countries")).text();
    expect(countries).toMatch(
      /Где просят убежища, но могут передать России[\s\S]*Казахстан[\s\S]*отказавшихся воевать передавали России[\s\S]*на 3\u00a0февраля 2026/,
    );
    expect(await (await get("/en/steps")).text()).toMatch(/<h2><a href="#_urgency-now">Now<\/a><\/h2>[\s\S]*Lodge a claim/);
  });

  it("show on the first page the two ways in and the newest changes", async () => {
    const html = await (await get("/ru")).text();
    expect(html).toContain('href="/ru/questions/2"');
    expect(html).toMatch(/<form class="search" method="post" action="\/ru\/search"/);
    expect(html).toMatch(
      /24\u00a0февраля 2026<\/time>[\s\S]*href="\/ru\/countries\/kz#changes">Казахстан<\/a>\. Суд приостановил выдачу\./,
    );
  });
});

describe("an address with nothing behind it", () => {
  it.each([
    ["/ru/countries/atlantis", "ru"],
    ["/ru/planets", "ru"],
    ["/ru/wizards", "ru"],
    ["/ru/wizards/asylum", "ru"],
    ["/ru/constructor", "ru"],
    ["/ru/countries/constructor", "ru"],
    ["/ru/a/b/c/d", "ru"],
    ["/en/sources/atlantis", "en"],
    ["/en/sources/statistics?page=4", "en"],
    ["/en/sources/statistics?page=0", "en"],
    ["/en/countries?page=x", "en"],
    ["/xx/countries", "en"],
    ["/nothing", "en"],
  ])("%s gets a page that helps, in the right language, which nobody keeps", async (path, language) => {
    const response = await get(path);
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`action="/${language}/search"`);
    expect(html).toContain(`href="/${language}/countries"`);
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toMatch(/<script| style="/);
  });

  it("speaks the browser's language where the address names none", async () => {
    expect(await (await get("/nothing", { "Accept-Language": "kk,ru;q=0.8" })).text()).toContain("Такой страницы нет");
  });
});

describe("the bare address", () => {
  it.each([
    ["ru-RU,ru;q=0.9,en;q=0.8", "/ru"],
    ["de,en;q=0.5", "/en"],
    ["", "/en"],
  ])("leads a browser that asks for %j to %s and keeps nothing", async (header, location) => {
    const response = await get("/", header === "" ? {} : { "Accept-Language": header });
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe(location);
    expect(response.headers.get("Vary")).toBe("Accept-Language");
    expect(response.headers.has("Set-Cookie")).toBe(false);
  });
});
