import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../app/guidance/catalogue.ts";
import { smallCatalogue } from "../ui/content.ts";
import { words } from "../ui/render.tsx";
import { origin, startRoutes } from "./site.ts";

const others = { fr: ["Франция", "France"], de: ["Германия", "Germany"], ge: ["Грузия", "Georgia"], am: ["Армения", "Armenia"] };

/** The little site with four more countries, of which France has two values of a fact and Germany is overdue. */
function fiveCountries(): Catalogue {
  return smallCatalogue((files) => {
    const copy = (id: string, name: string, change: (text: string) => string): void => {
      files.set(`countries/${id}/${name}`, change(files.get(`countries/kz/${name}`) ?? ""));
    };
    const calm = (text: string): string => text.replace("value: refusers-handed-over", "value: none-known");
    const eu = (text: string): string => calm(text).replace("class: transit", "class: eu");
    for (const [id, [ru = "", en = ""]] of Object.entries(others)) {
      copy(id, "ru.md", (text) => text.replaceAll("Казахстан", ru));
      copy(id, "en.md", (text) => text.replaceAll("Kazakhstan", en));
      copy(id, "entry.yaml", calm);
    }
    copy(
      "fr",
      "entry.yaml",
      (text) =>
        `${eu(text)}  - { fact: entry-document, value: foreign-passport, asOf: 2024, confidence: high, sources: [press-kz] }
  - { fact: return-risk, id: return-risk-press, value: others-handed-over, asOf: 2024-05, confidence: low, sources: [press-kz] }\n`,
    );
    copy("de", "entry.yaml", (text) => eu(text).replace("on: 2026-11-21", "on: 2026-01-01"));
    files.set("tiles.yaml", '- "fr de .  kz"\n- ".  .  ge ." \n');
  });
}

const answer = await startRoutes(fiveCountries());
const get = (path: string): Promise<Response> => answer(new Request(origin + path));
const read = async (path: string): Promise<string> => (await get(path)).text();
/** The words of a page's own part. */
const readMain = async (path: string): Promise<string> => words(/<main[\s\S]*<\/main>/.exec(await read(path))?.[0] ?? "");

describe("the page that compares countries", () => {
  it("asks for up to four countries by name in a form that needs no script", async () => {
    const html = await read("/ru/compare");
    expect(html).toContain('<form class="picker" action="/ru/compare">');
    expect(html.match(/<select name="c"/g)).toHaveLength(4);
    expect(words(/<select[\s\S]*?<\/select>/.exec(html)?.[0] ?? "")).toBe("не выбрана Армения Германия Грузия Казахстан Франция");
    expect(html).toContain('href="/ru/compare/map"');
    expect(html).toContain('href="/ru/compare/return-risk"');
    expect(html).toContain('href="/ru/safety#history"');
  });

  it("shows facts side by side with value, note, date, confidence and the way to the source", async () => {
    const html = await read("/ru/compare?c=kz&c=fr");
    const text = words(html);
    expect(text).toMatch(
      /Передача России Казахстан отказавшихся воевать передавали России на 3 февраля 2026 надёжно источник 1 Франция случаев передачи мы не нашли .* других россиян передавали России или высылали туда на май 2024 старое или из вторых рук/,
    );
    expect(text).toContain("5 календарных дней со дня приезда Один день после въезда без контроля.");
    expect(text).toContain("Срок обжалования отказа Казахстан не известно на 21 ноября 2026");
    expect(html).toMatch(/href="\/ru\/countries\/kz#source-\d"/);
    expect(html).toContain('href="/ru/countries/fr#return-risk"');
    expect(html.match(/selected=""[^>]*>[^<]+/g)?.map((option) => option.replace(/.*>/, ""))).toEqual([
      "Казахстан",
      "Франция",
      "не выбрана",
      "не выбрана",
    ]);
    expect(html).toContain('<a href="/en/compare?c=kz&amp;c=fr" hrefLang="en"');
  });

  it("says of a country past its review that it is", async () => {
    expect(await readMain("/ru/compare?c=de")).toContain("Германия. Проверка просрочена с");
    expect(await readMain("/ru/compare?c=kz")).not.toContain("просрочена");
  });

  it("is kept by no cache and named by no title once it has a choice", async () => {
    const chosen = await get("/ru/compare?c=fr&c=de");
    expect(chosen.headers.get("Cache-Control")).toBe("no-store");
    const html = await chosen.text();
    expect(html).toContain("<title>Сравнить страны · Пристань</title>");
    expect(html).toContain(`<link rel="canonical" href="${origin}/ru/compare"/>`);
    expect((await get("/ru/compare")).headers.get("Cache-Control")).toContain("public");
  });

  it.each<[string, RegExp, string[]]>([
    ["?c=fr&c=de&c=kz&c=ge&c=am", /Рядом помещаются только четыре страны\. Не поместились: Армения\./, ["fr", "de", "kz", "ge"]],
    ["?c=fr&c=cn", /Об этих странах у нас ничего нет: Китай\. Выберите из списка\./, ["fr"]],
    ["?c=fr&c=fr", /Одна страна была названа дважды\. Показываем её один раз\./, ["fr"]],
    ["?c=fr&c=%3Cscript%3Ezzz&c=%00%FF", /Часть адреса мы не поняли и пропустили\./, ["fr"]],
    ["?c=&c=&c=&c=", /Вы пока не выбрали ни одной страны\./, []],
    ["?c=zzz", /Часть адреса мы не поняли и пропустили\. Выберите страны из списка\. Выберите до четырёх стран/, []],
    ["?x=1&page=7", /^Сравнить страны До четырёх стран рядом/, []],
    ["?c=FR,%20kz", /^Сравнить страны Сравнение: Франция, Казахстан/, ["fr", "kz"]],
  ])("understands what it can of %s, keeps it and says kindly what to do", async (query, message, kept) => {
    const response = await get(`/ru/compare${query}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(words(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "")).toMatch(message);
    expect([...html.matchAll(/<option value="([a-z]+)" selected=""/g)].map(([, code]) => code)).toEqual(kept);
    expect(/<main[\s\S]*<\/main>/.exec(html)?.[0]).not.toContain("zzz");
  });
});

describe("the table of a fact", () => {
  /** Names of the countries in the order of the rows. */
  const order = async (query: string): Promise<string[]> =>
    [...(await read(`/ru/compare/return-risk${query}`)).matchAll(/role="rowheader"[^>]*><a[^>]*>([^<]*)/g)].map(
      ([, name = ""]) => name,
    );

  it("shows every country with value, date and confidence, and leads to the country's section", async () => {
    const html = await read("/ru/compare/return-risk");
    expect(html).toContain('<a href="/ru/countries/kz#return-risk">Казахстан</a>');
    expect(html).toMatch(/rowspan="2"[^>]*><a href="\/ru\/countries\/fr#return-risk">Франция<\/a>/);
    expect(words(html)).toMatch(/Казахстан отказавшихся воевать передавали России .* на 3 февраля 2026 надёжно/);
    expect(words(html)).toContain("Германия проверка просрочена");
    expect(words(html)).toContain("«Случаев передачи мы не нашли» не значит, что опасности нет.");
  });

  it("is ordered by links, the gravest first unless something else is asked", async () => {
    expect(await order("")).toEqual(["Казахстан", "Франция", "Армения", "Германия", "Грузия"]);
    expect(await order("?sort=value&direction=descending")).toEqual(["Армения", "Германия", "Грузия", "Франция", "Казахстан"]);
    expect(await order("?sort=country&direction=descending")).toEqual(["Франция", "Казахстан", "Грузия", "Германия", "Армения"]);
    expect(await order("?sort=asOf&direction=ascending")).toEqual(["Франция", "Армения", "Германия", "Грузия", "Казахстан"]);
    expect((await order("?sort=confidence&direction=descending"))[0]).toBe("Франция");
    expect(await order("?sort=%3Cb%3E&direction=7&sort")).toEqual(await order(""));
  });

  it("marks the column by which it is ordered, and offers the other direction there", async () => {
    const html = await read("/en/compare/return-risk?sort=asOf&direction=descending");
    expect(html.match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="descending"']);
    expect(html).toContain('href="/en/compare/return-risk?sort=asOf&amp;direction=ascending"');
    expect(html).toContain('href="/en/compare/return-risk"');
    expect(html).toContain(`<link rel="canonical" href="${origin}/en/compare/return-risk"/>`);
  });

  it.each(["/ru/compare/atlantis", "/ru/compare/constructor", "/ru/compare/humanitarian-visa"])(
    "%s, of which no country says anything, is no page",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe("the picture of the world", () => {
  it("shows a named, linked square for each country that has a place, and all countries in words below", async () => {
    const html = await read("/ru/compare/map");
    const [picture = ""] = /<svg class="tiles"[\s\S]*?<\/svg>/.exec(html) ?? [];
    expect([...picture.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
      "Передача России",
      "KZ, Казахстан: отказавшихся воевать передавали России",
      "FR, Франция: других россиян передавали России или высылали туда",
      "GE, Грузия: случаев передачи мы не нашли, но оттуда могут передать России",
      "DE, Германия: случаев передачи мы не нашли",
    ]);
    expect(picture).toContain('href="/ru/countries/kz#return-risk"');
    expect(words(html)).toMatch(
      /! случаев передачи мы не нашли, но оттуда могут передать России Армения AM на 3 февраля 2026 надёжно Грузия GE/,
    );
    expect(words(html)).toMatch(/– на сайте не указано Армения AM Германия DE/);
  });
});

describe("the ways to compare", () => {
  it.each([
    ["/ru", "/ru/compare/map"],
    ["/ru", "/ru/compare"],
    ["/en/countries", "/en/compare"],
    ["/ru/countries/kz", "/ru/compare?c=kz"],
  ])("stand on %s", async (path, address) => {
    expect(await read(path)).toContain(`href="${address}"`);
  });

  it("stand in the site map in both languages, without orders and choices", async () => {
    const paths = [...(await read("/sitemap.xml")).matchAll(/<loc>[^<]*?(\/[a-z]{2}\/compare[^<]*)<\/loc>/g)].map(
      ([, path]) => path,
    );
    expect(paths).toContain("/ru/compare");
    expect(paths).toContain("/en/compare/map");
    expect(paths).toContain("/en/compare/lodging-deadline");
    expect(paths).not.toContain("/ru/compare/humanitarian-visa");
    expect(paths.filter((path) => path?.includes("?"))).toEqual([]);
  });
});
