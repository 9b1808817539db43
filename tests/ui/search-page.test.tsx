import { describe, expect, it } from "vitest";
import { freshness } from "../../app/guidance/freshness.ts";
import type { SearchOutcome } from "../../app/ui/search-outcome.tsx";
import { SearchPage } from "../../app/ui/search-page.tsx";
import { smallCatalogue } from "./content.ts";
import { render, words } from "./render.tsx";

const catalogue = smallCatalogue();
const review = { on: "2026-11-21", by: "none", every: 60 } as const;

const outcome: SearchOutcome = {
  text: 'выдача "<b>',
  filters: { country: "kz" },
  asTyped: false,
  page: 2,
  from: 16,
  pages: 3,
  total: 31,
  facets: {
    country: { kz: 31, fr: 2 },
    kind: { countries: 30, topics: 1 },
    audience: { family: 31 },
    freshness: { "in-time": 1, overdue: 30 },
  },
  results: [
    {
      href: "/ru/countries/kz#return-risk",
      textHref: "/ru/countries/kz/return-risk",
      title: "Казахстан",
      heading: "Возвращение в Россию",
      kind: "countries",
      snippet: [
        { text: "Как идёт ", marked: false },
        { text: "выдача", marked: true },
        { text: " <script>", marked: false },
      ],
      freshness: freshness(review, "2027-03-01"),
    },
  ],
};

const page = (changes: Partial<SearchOutcome> = {}): string =>
  render(<SearchPage catalogue={catalogue} outcome={{ ...outcome, ...changes }} island={null} />);

/** The fields that pressing a button would send, the later of two with one name being the one that counts. */
function sent(html: string, button: string): Map<string, string> {
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes(button)) ?? "";
  const fields = new Map<string, string>();
  for (const [, name = "", value = ""] of form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    fields.set(name, value);
  const [, name = "", value = ""] = /name="([^"]*)" value="([^"]*)"/.exec(form.slice(form.indexOf(button))) ?? [];
  return fields.set(name, value);
}

describe("the search page", () => {
  it("keeps what was typed, escaped", () => {
    expect(page()).toContain('value="выдача &quot;&lt;b&gt;"');
  });

  it("posts, so that no query stands in an address, unless a link is asked for", () => {
    const forms = [...page().matchAll(/<form[^>]*>/g)].map(([form]) => form);
    const [link, ...others] = forms.toReversed();
    expect(link).toBe('<form class="link" action="/ru/search">');
    for (const form of others) expect(form).toMatch(/method="post" action="\/ru\/search"/);
    expect(words(page())).toContain("Ссылка на этот поиск Запрос встанет в адрес страницы: браузер запомнит его в истории");
  });

  it("shows a result with entry, section, snippet, kind, date and marks", () => {
    const html = page();
    expect(html).toContain('<a href="/ru/countries/kz#return-risk"');
    expect(words(html)).toContain("Страны › Казахстан › Возвращение в Россию");
    expect(html).toContain('<a href="/ru/countries/kz/return-risk"');
    expect(html).toContain("Как идёт <mark>выдача</mark> &lt;script&gt;");
    expect(words(html)).toContain("сверено 21 ноября 2026 · юрист не проверял · проверка просрочена");
    expect(words(html)).toContain("31 раздел");
  });

  it("names a step by its title, since the sections of all steps are called alike", () => {
    const [result] = outcome.results;
    if (!result) throw new Error("the outcome has a result");
    const step = { ...result, kind: "steps", title: "Снимите копии бумаг", heading: "Как это сделать" } as const;
    const html = page({ results: [step] });
    expect(html).toMatch(/<\/small>Снимите копии бумаг<small> Как это сделать<\/small><\/a>/);
    expect(words(html)).toContain("Шаги › Снимите копии бумаг Как это сделать");
  });

  it("offers filters with counts, which keep the query and the other filters", () => {
    const html = page();
    expect(words(html)).toContain("Уточнить · Казахстан Страна Все Казахстан 31 Франция 2");
    expect(words(html)).toContain("Проверка Все просрочена 30 в срок 1");
    expect(html).toMatch(/name="country" value="kz" aria-pressed="true"/);
    expect(Object.fromEntries(sent(html, '<button class="choice" name="kind" value="topics"'))).toEqual({
      q: "выдача &quot;&lt;b&gt;",
      country: "kz",
      kind: "topics",
    });
    expect(sent(html, '<button class="choice" name="country" value=""').get("country")).toBe("");
  });

  it("turns pages with query and filters", () => {
    const html = page();
    expect(words(html)).toContain("16–16 из 31");
    expect(Object.fromEntries(sent(html, '<button class="button quiet" name="page" value="3"'))).toEqual({
      q: "выдача &quot;&lt;b&gt;",
      country: "kz",
      page: "3",
    });
  });

  it("says what was searched for instead, and offers the way back", () => {
    const html = page({ repaired: "выдача" });
    expect(words(html)).toContain("Показано для «выдача».");
    expect(Object.fromEntries(sent(html, '<button class="button quiet" name="exact"'))).toEqual({
      q: "выдача &quot;&lt;b&gt;",
      exact: "1",
    });
    expect(page()).not.toContain("Показано для");
  });

  it("leads from nothing to results without filters, near pages and who helps there", () => {
    const nearest = { withoutFilters: 7, pages: ["countries/kz", "topics/gone"], organisations: ["helpers", "gone"] };
    const html = page({ total: 0, results: [], nearest });
    expect(words(html)).toContain("без них — 7 разделов. Снять уточнения");
    expect(html.slice(html.indexOf("Ближайшее"), html.indexOf("Кого спросить"))).toContain('href="/ru/countries/kz"');
    expect(html.slice(html.indexOf("Кого спросить"))).toContain('href="/ru/organisations/helpers"');
    expect(html).not.toContain("gone");
  });

  it("helps where nothing was found and where nothing was asked", () => {
    const nothing = page({ total: 0, results: [], facets: { country: {}, kind: {}, audience: {}, freshness: {} } });
    const empty = render(<SearchPage catalogue={catalogue} outcome={null} island={null} />);
    expect(words(nothing)).toContain("Ничего не нашлось");
    for (const html of [nothing, empty]) {
      expect(html).toContain('name="q" value="выдача дезертиров"');
      expect(html).toContain('href="/ru/countries/kz"');
      expect(html).toContain('href="/ru/topics/exclusion"');
      expect(html).toContain('href="/ru/organisations"');
    }
  });
});
