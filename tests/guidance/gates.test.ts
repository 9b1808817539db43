import { describe, expect, it } from "vitest";
import { formatFault } from "../../app/guidance/fault.ts";
import { readContentFolder } from "../../app/guidance/folder.ts";
import { checkContent, type ContentCheck } from "../../app/guidance/gates/check-content.ts";
import { numbersMissing, readNumbers } from "../../app/guidance/gates/numbers.ts";
import { readingEase } from "../../app/guidance/gates/reading-ease.ts";
import { pageBudget, sectionBudget } from "../../app/guidance/gates/sizes.ts";
import { readText, type ContentFiles } from "../../app/guidance/read.ts";
import { requiredSections } from "../../app/guidance/schema/entry.ts";
import { hashOfHead, hashOfText } from "../../app/guidance/translation.ts";

const today = "2026-11-22";

const sources = `- id: act-2026
  title: Act on Asylum
  publisher: Parliament
  url: https://example.org/act
  published: 2026-06
  lang: en
  kind: law
`;

const review = "review: { on: 2026-11-20, by: none, every: 60 }\n";
const topicYaml = `audience: [refuser]\norder: 10\n${review}`;
const organisationYaml = `wizards: [asylum]
when: {}
order: 10
countries: [all]
for: [refuser]
languages: []
contacts:
  - { channel: web, value: https://help.example.net, checkedOn: 2026, how: published, sources: [act-2026] }
contactFromRussia: not-known
sources: [act-2026]
asOf: 2026
${review}`;

function markdown(title: string, summary: string, body: string, more = ""): string {
  return `---\ntitle: ${title}\nsummary: ${summary}\n${more}---\n${body}`;
}

/** The English text, stamped as following the Russian one. */
function following(russian: string, title: string, summary: string, body: string): string {
  const raw = readText(russian, "ru.md", []);
  if (!raw) throw new Error("the original is broken");
  const stamps = raw.sections.map(({ anchor, markdown: text }) => `    ${anchor}: "${hashOfText(text)}"\n`).join("");
  return markdown(title, summary, body, `translation:\n  of: ru\n  head: "${hashOfHead(raw.head)}"\n  sections:\n${stamps}`);
}

/** A topic in both languages. */
function topic(russian: string, english: string, summaries: readonly [string, string] = ["Одно предложение.", "One sentence."]) {
  const ru = markdown("Статус", summaries[0], russian);
  return { "topics/status/ru.md": ru, "topics/status/en.md": following(ru, "Status", summaries[1], english) };
}

const about = markdown("Помощь", "Помогает людям.", "## О ней {#about}\n\nСоветует бесплатно.\n");

const sound: Readonly<Record<string, string>> = {
  "languages.yaml": "- { code: ru, name: Русский, complete: true }\n- { code: en, name: English, complete: true }\n",
  "sources/en.yaml": sources,
  "topics/status/entry.yaml": topicYaml,
  ...topic(
    "## Обзор {#overview}\n\nСрок — 5 дней с 12 июня 2026 года.[^act-2026]\n",
    "## Overview {#overview}\n\nThe limit is five days since 12 June 2026.[^act-2026]\n",
  ),
  "organisations/help/entry.yaml": organisationYaml,
  "organisations/help/ru.md": about,
  "organisations/help/en.md": following(about, "Help", "Helps people.", "## About {#about}\n\nAdvises free of charge.\n"),
};

function check(changes: Readonly<Record<string, string>> = {}): ContentCheck {
  const files: ContentFiles = new Map(Object.entries({ ...sound, ...changes }));
  const checked = checkContent(files, today);
  expect(checked.catalogue, "the planted fault is one that loading lets pass").not.toBeNull();
  return checked;
}

function faults(changes: Readonly<Record<string, string>>): readonly string[] {
  return check(changes).faults.map(formatFault);
}

/** Faults of a topic with these paragraphs in its only section. */
function faultsOf(russian: string, english: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  return faults({ ...topic(`## Обзор {#overview}\n\n${russian}\n`, `## Overview {#overview}\n\n${english}\n`), ...more });
}

/** Content in which nothing but the paragraphs differs from sound content, and the source is cited. */
const cited = { ru: "Так гласит закон.[^act-2026]", en: "So says the law.[^act-2026]" };

describe("the gates", () => {
  it("let sound content pass", () => {
    expect(check().faults).toEqual([]);
  });

  it("let the real content pass", async () => {
    const checked = checkContent(await readContentFolder("content"), new Date().toISOString().slice(0, 10));
    expect(checked.faults.map(formatFault)).toEqual([]);
    expect(checked.readings.length).toBeGreaterThan(500);
  });
});

describe("sources", () => {
  it.each([
    ["a number", "Нужно 30 евро.", "It takes 30 euros."],
    ["a number word with a unit", "Жалуйтесь за пять рабочих дней.", "Appeal within five working days."],
    ["a date inside a list", "Бывает так:\n\n- с 2024 года.", "It happens:\n\n- since 2024."],
  ])("are asked for %s", (_name, russian, english) => {
    const found = faultsOf(`${cited.ru}\n\n${russian}`, `${cited.en}\n\n${english}`);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^topics\/status\/en\.md:\d+: a number or date without a source; end the paragraph/);
  });

  it("may stand at the introduction of a list, or at the items of one that it introduces", () => {
    const introduced = faultsOf("Сроки:[^act-2026]\n\n- 30 дней.", "The limits:[^act-2026]\n\n- 30 days.");
    const introducing = faultsOf(
      "По закону 2026 года:\n\n- срок короткий.[^act-2026]",
      "By the law of 2026:\n\n- a short limit.[^act-2026]",
    );
    expect([...introduced, ...introducing]).toEqual([]);
  });

  it("are not asked for what was looked for and not found, unless it names a number", () => {
    const honest = "На 21 ноября 2026 года мы не нашли решений.";
    const hidden = "Мы не нашли закона, но штраф 5000 евро.";
    expect(faultsOf(`${cited.ru}\n\n${honest}`, `${cited.en}\n\nAs of 21 November 2026 we found no decisions.`)).toEqual([]);
    expect(faultsOf(`${cited.ru}\n\n${hidden}`, `${cited.en}\n\nWe found no law, but the fine is 5,000 euros.`)).toHaveLength(2);
  });

  it("stand behind the numbers of a summary", () => {
    const bodies = [`## Обзор {#overview}\n\n${cited.ru}\n`, `## Overview {#overview}\n\n${cited.en}\n`] as const;
    const found = faults(topic(...bodies, ["Срок 15 дней.", "The limit is 15 days."]));
    expect(found[0]).toBe(
      "topics/status/en.md:3: the summary says 15, but neither the text nor a fact does; say it in the text with its source, or leave it out here",
    );
    expect(found).toHaveLength(2);
  });

  it("stand behind the numbers of a note", () => {
    const sections = (heading: string): string =>
      (requiredSections.countries ?? []).map((anchor) => `## ${heading} {#${anchor}}\n\n`).join("\n");
    const ru = markdown("Страна", "Страна.", sections("Раздел"), "notes:\n  lodging-fee: Сбор 30 евро.\n");
    const stamped = following(ru, "Land", "A land.", sections("Section")).replace(
      "---\n## ",
      "notes:\n  lodging-fee: The fee is 30 euros.\n---\n## ",
    );
    const yaml = `class: transit\n${review}facts:\n  - { fact: lodging-fee, value: unknown, asOf: 2026-11-21, confidence: low, sources: [] }\n`;
    const land = { "countries/xx/entry.yaml": yaml, "countries/xx/ru.md": ru, "countries/xx/en.md": stamped };
    expect(faults(land).filter((fault) => fault.includes("the note lodging-fee states a number"))).toHaveLength(2);
    expect(faults({ ...land, "countries/xx/entry.yaml": yaml.replace("[] }", "[act-2026] }") })).toEqual([]);
  });

  it("are not asked for the names of papers and for advice about both of two things", () => {
    const russian = `${cited.ru}\n\nПопросите форму 100. Запишите оба дня.`;
    expect(faultsOf(russian, `${cited.en}\n\nAsk for form 100. Write down both days.`)).toEqual([]);
  });

  it("of a letter's laws stand in its entry.yaml", () => {
    const ru = markdown(
      "Письмо",
      "Просьба.",
      "## Когда {#use}\n\nСразу.\n\n## Текст {#letter}\n\nПо статье 46 прошу ответить.\n",
    );
    const en = following(
      ru,
      "Letter",
      "A request.",
      "## When {#use}\n\nAt once.\n\n## Text {#letter}\n\nUnder Article 46 I ask for an answer.\n",
    );
    const yaml = `wizards: [asylum]\nwhen: {}\norder: 10\nsendIn: ru\nasOf: 2026\n${review}`;
    const letter = { "letters/ask/entry.yaml": yaml, "letters/ask/ru.md": ru, "letters/ask/en.md": en };
    expect(faults(letter).map((fault) => fault.split(";")[1])).toEqual(
      Array(2).fill(" name the source in entry.yaml, since a letter has no footnotes"),
    );
    expect(faults({ ...letter, "letters/ask/entry.yaml": `${yaml}sources: [act-2026]\n` })).toEqual([]);
  });

  it("are all cited somewhere", () => {
    const unused = sources.replace("act-2026", "old-act");
    expect(faults({ "sources/en.yaml": sources + unused })).toEqual([
      "sources/en.yaml:8: the source old-act is cited nowhere; cite it where its fact stands, or remove it",
    ]);
  });
});

describe("dates", () => {
  it("are in the calendar", () => {
    const found = faultsOf("Так с 31 ноября 2025 года.[^act-2026]", "So since 31 November 2025.[^act-2026]");
    expect(found).toContain("topics/status/ru.md:7: there is no 31 ноября in the calendar; look the day up in the source");
    expect(found).toHaveLength(2);
  });

  it.each([
    ["a source", { "sources/en.yaml": sources.replace("2026-06", "2026-12") }, "is published on 2026-12, in the future"],
    [
      "a contact",
      { "organisations/help/entry.yaml": organisationYaml.replace("checkedOn: 2026", "checkedOn: 2026-11-23") },
      "checkedOn 2026-11-23 lies",
    ],
    [
      "a review",
      { "topics/status/entry.yaml": topicYaml.replace("2026-11-20", "2027-01-01") },
      "on 2027-01-01 lies in the future",
    ],
    [
      "a change",
      topic(
        "## Изменения {#changes}\n\n- 2026-12-01: Новое правило.[^act-2026]\n",
        "## Changes {#changes}\n\n- 2026-12-01: A new rule.[^act-2026]\n",
      ),
      "the change 2026-12-01 lies in the future",
    ],
  ])("of %s are not in the future", (_name, changes, problem) => {
    const found = faults(changes);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((fault) => fault.includes(problem))).toBe(true);
  });

  it("of this month and year are not in the future", () => {
    expect(faults({ "sources/en.yaml": sources.replace("2026-06", "2026-11") })).toEqual([]);
    expect(faults({ "sources/en.yaml": sources.replace("2026-06", '"2026"') })).toEqual([]);
  });
});

describe("both languages", () => {
  it.each([
    ["a number", "Срок 30 дней.[^act-2026]", "The limit is 13 days.[^act-2026]", ["30", "13"]],
    ["a month", "С 1 июня 2026 года.[^act-2026]", "Since 1 July 2026.[^act-2026]", ["the month June", "the month July"]],
    ["an article", "Статья 46.2.[^act-2026]", "Article 46.3.[^act-2026]", ["46.2", "46.3"]],
    ["a number word", "Решают за пять дней.[^act-2026]", "They decide in six days.[^act-2026]", ["5", "6"]],
    ["thousands", "Всего 12 500 человек.[^act-2026]", "In all 12,600 people.[^act-2026]", ["12500", "12600"]],
  ])("have the same of %s", (_name, russian, english, [inRussian = "", inEnglish = ""]) => {
    expect(faultsOf(russian, english)).toEqual([
      `topics/status/en.md:12: ${inRussian} of topics/status/ru.md:7 is missing here; give both languages the same numbers, as often; look into the source which is right`,
      `topics/status/ru.md:7: ${inEnglish} of topics/status/en.md:12 is missing here; give both languages the same numbers, as often; look into the source which is right`,
    ]);
  });

  it("may write the same number in their own way", () => {
    const russian = "Двадцать один день, 2,5 % из 1 250 000, 15 тыс., 3 мая 2026 года, полгода, третья страна.[^act-2026]";
    const english = "21 days, 2.5% of 1.25 million, 15,000, 3 May 2026, half a year, a third country.[^act-2026]";
    expect(faultsOf(russian, english)).toEqual([]);
  });

  it("have the same sources and links in the same place", () => {
    const found = faultsOf(
      `${cited.ru} См. [помощь](organisations/help).[^act-2026]`,
      "So says the law. See [help](organisations/help#about).",
    );
    expect(found.map((fault) => fault.split(";")[0])).toEqual([
      "topics/status/en.md:12: the source act-2026 does not stand both here and in topics/status/ru.md:7",
      "topics/status/en.md:12: the link organisations/help does not stand both here and in topics/status/ru.md:7",
      "topics/status/en.md:12: the link organisations/help#about does not stand both here and in topics/status/ru.md:7",
    ]);
  });

  it("have the same paragraphs", () => {
    expect(faultsOf(`${cited.ru}\n\nЕщё абзац.`, cited.en)).toEqual([
      "topics/status/en.md:11: {#overview} has 1 paragraphs, but topics/status/ru.md has 2 paragraphs or another order; give both languages the same paragraphs and lists, so that they can be compared",
    ]);
  });
});

describe("contacts", () => {
  it.each([
    ["an e-mail address", "help@example.org"],
    ["a telephone number", "+7 727 258 45 98"],
    ["a handle", "@somehandle"],
    ["a messenger link", "t.me/somehandle"],
    ["an organisation's address", "help.example.net"],
  ])("stand in no text: %s", (_name, contact) => {
    const found = faultsOf(cited.ru.replace(".[", `, ${contact}.[`), cited.en.replace(".[", `, ${contact}.[`));
    const problems = found.filter((fault) => fault.includes(`${contact} stands in the text`));
    expect(problems).toHaveLength(2);
  });

  it("are linked through the organisation", () => {
    const found = faultsOf(`${cited.ru} [Сайт](https://help.example.net/ru)`, `${cited.en} [Site](https://help.example.net/ru)`);
    expect(found).toHaveLength(2);
    expect(found[0]).toContain("a link leads to https://help.example.net/ru; link to organisations/help instead");
  });

  it("are written once, however they are written", () => {
    const other = organisationYaml.replace("https://help.example.net", "http://www.help.example.net/");
    const twice = Object.fromEntries(
      ["entry.yaml", "ru.md", "en.md"].map((name) => [`organisations/other/${name}`, sound[`organisations/help/${name}`] ?? ""]),
    );
    expect(faults({ ...twice, "organisations/other/entry.yaml": other })).toEqual([
      "organisations/other/entry.yaml:8: http://www.help.example.net/ is already written in organisations/help/entry.yaml:8; keep it in one place and link to organisations/help",
    ]);
  });
});

describe("private persons", () => {
  it.each([
    ["given name and surname", "Иван Петров ушёл из части.", "Ivan Petrov left his unit."],
    ["a surname in another case", "Дело Кузнецова прекратили.", "The case of Kuznetsov was closed."],
    ["a patronymic", "Об этом сказал Магомедович.", "So said Magomedovich."],
    ["initials", "Заявитель — Ж. Тлеу.", "The applicant is Zh. Tleuova."],
    ["a name after a word for a person", "Дезертир Тлеу бежал.", "The deserter Tleu fled."],
  ])("are found by %s", (_name, russian, english) => {
    const found = faultsOf(`${cited.ru}\n\n${russian}`, `${cited.en}\n\n${english}`);
    const names = found.filter((fault) => fault.includes("may be a private person's name"));
    expect(names.map((fault) => fault.split(":")[0])).toEqual(["topics/status/en.md", "topics/status/ru.md"]);
  });

  it("are found by two capitalised Russian words in a row, and in a source's title", () => {
    const found = faultsOf(`${cited.ru}\n\nТак решили о Тлеу Жанабай.`, `${cited.en}\n\nSo it was decided.`);
    expect(found.join()).toContain("Тлеу Жанабай may be a private person's name");
    expect(faults({ "sources/en.yaml": sources.replace("Act on Asylum", "How Sergei fled") })).toEqual([
      expect.stringMatching(/^sources\/en\.yaml:1: Sergei may be a private person's name \(a given name\); replace it by \[…\]/),
    ]);
  });

  it("are not seen in places, common words at the start of a sentence, and reviewed names", () => {
    const russian = `${cited.ru}\n\nДело Солдатенко. Контактов нет, контакты ищут.`;
    const english = `${cited.en}\n\nThe case Soldatenko. There are no contacts.`;
    expect(faultsOf(russian, english)).toHaveLength(2);
    const names = "- { name: Солдатенко, is: case }\n- { name: Soldatenko, is: case }\n";
    expect(faultsOf(russian, english, { "names.yaml": names })).toEqual([]);
  });

  it("are let pass only by a list that can be read", () => {
    expect(faults({ "names.yaml": "- { name: Soldatenko }\n" }).join()).toMatch(/^names\.yaml:1: 0\.is/);
  });
});

describe("sizes", () => {
  it("a section keeps to its budget", () => {
    const long = "слово ".repeat(Math.ceil(sectionBudget / 6) + 1).trim();
    const found = faultsOf(`${cited.ru} ${long}`, cited.en);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^topics\/status\/ru\.md:6: \{#overview\} has \d+ characters, more than 4500; shorten it/);
  });

  it("a page keeps to its budget", () => {
    // Words that do not repeat, so that they cannot be compressed away.
    const letters = "абвгдежзиклмнопрстуфхцчшщэюя";
    let seed = 1;
    const word = (): string =>
      Array.from({ length: 9 }, () => letters[(seed = (seed * 48_271) % 2_147_483_647) % letters.length]).join("");
    const section = (index: number): string =>
      `## Часть {#part-${String(index)}}\n\n${Array.from({ length: 400 }, word).join(" ")}\n`;
    const parts = Array.from({ length: 6 }, (_, index) => section(index));
    const english = parts.map((_, index) => `## Part {#part-${String(index)}}\n\nA word.\n`);
    const sourced = [`## Обзор {#overview}\n\n${cited.ru}\n`, `## Overview {#overview}\n\n${cited.en}\n`] as const;
    const found = faults(topic(sourced[0] + parts.join("\n"), sourced[1] + english.join("\n")));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      new RegExp(`^topics/status/ru\\.md:1: the page has about \\d+ bytes compressed, more than ${String(pageBudget)}`),
    );
  });
});

describe("warnings", () => {
  it.each([
    [
      "old reports",
      "old-source",
      { "sources/en.yaml": sources.replace("2026-06", "2025-05-21").replace("kind: law", "kind: press") },
    ],
    [
      "contacts never seen",
      "unverified-contact",
      { "organisations/help/entry.yaml": organisationYaml.replace("how: published", "how: not-checked") },
    ],
    ["overdue reviews", "review", { "topics/status/entry.yaml": topicYaml.replace("2026-11-20", "2026-09-01") }],
  ])("tell of %s and stop nothing", (_name, about, changes) => {
    const checked = check(changes);
    expect(checked.faults).toEqual([]);
    expect(checked.warnings.map((warning) => warning.about)).toEqual([about]);
  });

  it("say nothing of a report that is younger than 18 months, and of an old law", () => {
    const press = sources.replace("kind: law", "kind: press");
    expect(check({ "sources/en.yaml": press.replace("2026-06", "2025-06") }).warnings).toEqual([]);
    expect(check({ "sources/en.yaml": sources.replace("2026-06", '"1997"') }).warnings).toEqual([]);
  });

  it("tell of long texts that are hard to read", () => {
    const hard = "Административнопроцессуальное законодательство регламентирует последовательность осуществления "
      .repeat(30)
      .trim();
    const checked = check(
      topic(`## Обзор {#overview}\n\n${cited.ru} ${hard}.\n`, `## Overview {#overview}\n\n${cited.en} So it goes.\n`),
    );
    expect(checked.warnings.map(({ about, file }) => [about, file])).toEqual([["hard-to-read", "topics/status/ru.md"]]);
  });
});

describe("numbers", () => {
  const missing = (russian: string, english: string): readonly string[] => {
    const [ru, en] = [readNumbers(russian, "ru"), readNumbers(english, "en")];
    if (!ru || !en) throw new Error("a language has no numbers");
    return [...numbersMissing(ru, en), ...numbersMissing(en, ru)];
  };

  it.each([
    ["мая 2023 года", "in May 2023", []],
    ["с мая", "since May", []],
    ["можно. Спросите.", "It may. May I ask.", []],
    ["тридцать пять", "thirty-five", []],
    ["двух", "both", []],
    ["2 года", "a year", ["2"]],
    ["закон 26.165", "Law 26.165", []],
    ["24,4 процента", "24.4 percent", []],
    ["2 года и 2 месяца", "2 years and some months", ["2"]],
  ])("%s — %s", (russian, english, expected) => {
    expect(missing(russian, english)).toEqual(expected);
  });

  it("are not read in a language whose way of writing them is not described", () => {
    expect(readNumbers("5 dagar", "sv")).toBeUndefined();
  });
});

describe("reading ease", () => {
  it("follows the formulas", () => {
    // 3 words, 1 sentence, 5 syllables: 206.835 − 1.3 × 3 − 60.1 × 5 / 3.
    expect(readingEase(["Мама мыла дом."], "ru")).toBe(102.8);
    // 6 words, 1 sentence, 6 syllables: 206.835 − 1.015 × 6 − 84.6.
    expect(readingEase(["The cat sat on the mat."], "en")).toBe(116.1);
    // “made” and “asked” have one syllable, “table” and “wanted” two: 6 in 4 words.
    expect(readingEase(["made asked table wanted"], "en")).toBe(75.9);
  });

  it("does not end a sentence at an abbreviation", () => {
    expect(readingEase(["Так в ст. 5 закона."], "ru")).toBe(readingEase(["Так в ст 5 закона."], "ru"));
  });

  it("is unknown for other languages and without words", () => {
    expect(readingEase(["Hej du."], "sv")).toBeUndefined();
    expect(readingEase(["5"], "en")).toBeUndefined();
  });
});
