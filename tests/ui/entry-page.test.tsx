import { describe, expect, it } from "vitest";
import { findEntry } from "../../app/guidance/catalogue.ts";
import type { ReadingKind } from "../../app/guidance/schema/entry.ts";
import { EntryPage } from "../../app/ui/entry-page.tsx";
import { smallCatalogue, today } from "./content.ts";
import { render, section, words } from "./render.tsx";

const small = smallCatalogue();

function page(kind: ReadingKind, id: string, { language = "ru", on = today, catalogue = small } = {}): string {
  const entry = findEntry(catalogue, kind, id);
  if (!entry) throw new Error(`the little site has no ${kind}/${id}`);
  return render(<EntryPage catalogue={catalogue} entry={entry} today={on} />, language);
}

describe("the page of a country", () => {
  it("shows facts with value, note, date, confidence and sources", () => {
    const facts = words(section(page("countries", "kz"), "_facts"));
    expect(facts).toContain(
      "Срок подачи ходатайства 5 календарных дней со дня приезда Один день после въезда без контроля. на 8 апреля 2022 надёжно источники 2 , 1",
    );
    expect(facts).toContain("Пребывание без визы 90 дней за любые 180 дней на январь 2023 старое или из вторых рук источник 1");
    expect(facts).toContain("Пошлина за подачу 100 $");
  });

  it("shows them in English too", () => {
    const facts = words(section(page("countries", "kz", { language: "en" }), "_facts"));
    expect(facts).toContain(
      "Time to lodge a claim 5 calendar days from the day of arrival One day after entry without control. as of 8 April 2022 reliable sources 2 , 1",
    );
  });

  it("says of the unknown as of when it is not known, and claims no confidence in it", () => {
    const facts = words(section(page("countries", "kz"), "_facts"));
    expect(facts).toContain("Срок обжалования отказа не известно на 21 ноября 2026 Срок решения");
  });

  it("shows the rule that applies on the day, and only that", () => {
    const before = words(section(page("countries", "kz", { on: "2026-06-11" }), "_facts"));
    expect(before).toContain("Срок решения 6 месяцев Действует до 11 июня 2026.");
    expect(before).not.toContain("3 месяца");
    const after = words(section(page("countries", "kz", { on: "2026-06-12" }), "_facts"));
    expect(after).toContain("Срок решения 3 месяца Действует с 12 июня 2026.");
    expect(after).not.toContain("6 месяцев");
  });

  it("says once that nobody knows whether weekends move time limits", () => {
    expect(page("countries", "kz").match(/Переносятся ли сроки/g)).toHaveLength(1);
    expect(page("topics", "exclusion")).not.toContain("Переносятся ли сроки");
  });

  it("frames the section `now` at the top, once, with its level in words", () => {
    const html = page("countries", "kz");
    expect(html.match(/class="card now"/g)).toHaveLength(1);
    expect(html.indexOf('id="now"')).toBeLessThan(html.indexOf('id="_facts"'));
    expect(words(html)).toContain("Сейчас Что важно сегодня");
    expect(html).not.toContain('<section class="part" id="now"');
  });

  it("lists changes by date, with the exactness of each", () => {
    expect(words(section(page("countries", "kz"), "changes"))).toMatch(
      /24 февраля 2026 Суд приостановил выдачу\. 1 24 февраля 2026 .* \(2\) август 2025 .* \(1\) Текст для пересылки$/,
    );
  });

  it("numbers its sources as the text cites them, and says which page nobody opened", () => {
    const html = page("countries", "kz");
    const sources = section(html, "_sources");
    expect(sources).toMatch(/id="source-1"><a href="https:\/\/press\.example\/kz" rel="noreferrer" lang="es">Ley nueva</);
    expect(words(sources)).toContain(
      "El Diario, пресса, 3 февраля 2026, испанский; страницу мы не открывали, знаем о ней от других",
    );
    expect(words(sources)).toContain("Закон & право Парламент, закон, без даты");
    const anchors = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((target) => !anchors.has(target))).toEqual([]);
  });

  it("escapes what content says", () => {
    expect(page("countries", "kz")).toContain("Казахстан &lt;&amp;&gt;.");
  });

  it("says that no lawyer has checked it, and when it was compared with its sources", () => {
    const text = words(page("countries", "kz"));
    expect(text).toContain("Сверено с источниками 21 ноября 2026. Юрист этот текст ещё не проверял.");
    expect(words(page("steps", "lodge"))).toContain(
      "По сведениям на июнь 2026. Сверено с источниками 1 ноября 2026. Проверено юристом.",
    );
  });

  it("warns in a sentence once its review is overdue, not a day sooner", () => {
    const warning = "Проверка просрочена с 20 января 2027.";
    expect(words(page("countries", "kz", { on: "2027-01-20" }))).not.toContain("просрочена");
    expect(words(page("countries", "kz", { on: "2027-01-21" }))).toContain(warning);
  });
});

describe("a translation that has fallen behind", () => {
  const catalogue = smallCatalogue((files) => {
    const path = "countries/kz/ru.md";
    files.set(path, (files.get(path) ?? "").replace("Предложение о разделе stay", "Новое правило о разделе stay"));
  });

  it("is marked at exactly the section that changed, with the way to the original", () => {
    const html = page("countries", "kz", { language: "en", catalogue });
    expect(html.match(/class="notice"/g)).toHaveLength(1);
    const stale = section(html, "stay");
    expect(words(stale)).toContain("The translation of this section is behind");
    expect(stale).toContain('href="/ru/countries/kz#stay"');
  });

  it("is not marked in the original, nor where nothing changed", () => {
    expect(page("countries", "kz", { catalogue })).not.toContain('class="notice"');
    expect(page("countries", "kz", { language: "en" })).not.toContain('class="notice"');
  });

  it("says so of title, summary and notes", () => {
    const renamed = smallCatalogue((files) => {
      files.set(
        "topics/exclusion/ru.md",
        (files.get("topics/exclusion/ru.md") ?? "").replaceAll("Исключение", "Исключение из защиты"),
      );
    });
    const html = page("topics", "exclusion", { language: "en", catalogue: renamed });
    expect(words(html)).toContain("The translation of the heading and the notes is behind");
    expect(html).toContain('href="/ru/topics/exclusion"');
  });
});

describe("the page of a text that is not translated yet", () => {
  it("shows the other language and says so", () => {
    const catalogue = smallCatalogue((files) => {
      files.set(
        "languages.yaml",
        (files.get("languages.yaml") ?? "").replace("English, complete: true", "English, complete: false"),
      );
      files.delete("topics/exclusion/en.md");
    });
    const html = page("topics", "exclusion", { language: "en", catalogue });
    expect(words(html)).toContain("This page does not exist in English yet.");
    expect(html).toContain('lang="ru"');
    expect(words(html)).toContain("Исключение");
  });
});

describe("the page of an organisation", () => {
  const html = page("organisations", "helpers");

  it("says before any contact that contact from Russia is punished", () => {
    expect(html.indexOf("Не связывайтесь с ней из России")).toBeGreaterThan(0);
    expect(html.indexOf("Не связывайтесь с ней из России")).toBeLessThan(html.indexOf("helpers.example"));
    expect(html).toContain('class="card now"');
  });

  it("shows each contact as published, with how and when it was checked", () => {
    const text = words(section(html, "_facts"));
    expect(text).toContain("Сайт helpers.example так публикует сама организация, видели 20 ноября 2026 источник 1");
    expect(text).toContain("Телеграм @helpers не проверено, известно на 2025");
    expect(section(html, "_facts")).toContain('<a href="https://helpers.example/" rel="noreferrer">');
  });

  it("shows what Russia declared it to be, and where, whom and in which languages it helps", () => {
    const text = words(section(html, "_facts"));
    expect(text).toContain("Объявлена нежелательной организацией с 1 февраля 2024 источник 2");
    expect(text).toContain(
      "Где помогает Казахстан , Франция Кому помогает тем, кто отказывается воевать, близким На каких языках русский, английский",
    );
    expect(section(html, "_facts")).toContain('href="/ru/countries/kz"');
    expect(section(html, "_facts")).not.toContain('href="/ru/countries/fr"');
  });
});

describe("the page of a step", () => {
  const html = page("steps", "lodge");

  it("carries its urgency in a word and a sign, and the time limit of each country", () => {
    expect(words(html)).toMatch(/^Шаги ▲ Сейчас Подайте ходатайство/);
    expect(words(section(html, "_deadlines"))).toBe(
      "Срок в разных странах Казахстан 5 календарных дней со дня приезда на 8 апреля 2022 надёжно",
    );
  });

  it("says what to read, with the section's heading", () => {
    const reading = section(html, "_read");
    expect(words(reading)).toBe("Что прочесть Исключение Казахстан: ru asylum");
    expect(reading).toContain('href="/ru/countries/kz#asylum"');
  });
});

it.each([
  ["warnings", "no-consulate", "Опасности Не делайте ● Важно знать Не ходите"],
  ["documents", "summons", "Документы Усиливает дело Повестка"],
  ["grounds", "opinion", "Основания Говорит за защиту Взгляды"],
  ["topics", "exclusion", "Темы Кому: тем, кто отказывается воевать, тем, кто помогает Исключение"],
  ["countries", "kz", "Страны Где просят убежища, но могут передать России Казахстан"],
] as const)("the page of one of the %s says first what it is", (kind, id, beginning) => {
  expect(words(page(kind, id)).slice(0, beginning.length)).toBe(beginning);
});
