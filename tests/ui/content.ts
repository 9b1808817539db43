import type { Catalogue } from "../../app/guidance/catalogue.ts";
import { loadCatalogue } from "../../app/guidance/load.ts";
import { readText } from "../../app/guidance/read.ts";
import { requiredSections } from "../../app/guidance/schema/entry.ts";
import { hashOfHead, hashOfText } from "../../app/guidance/translation.ts";

/** The day on which the little site stands, unless a test says otherwise. */
export const today = "2026-11-22";

/** The sections that a country must have, without its changes. */
const countrySections = (requiredSections.countries ?? []).filter((anchor) => anchor !== "changes");

const countryFacts = `
class: transit
review: { on: 2026-11-21, by: none, every: 60 }
facts:
  - { fact: entry-visa, value: not-needed, asOf: 2026-02-12, confidence: high, sources: [law-kz] }
  - { fact: visa-free-stay, value: { count: 90, unit: day, within: { count: 180, unit: day } }, asOf: 2023-01, confidence: low, sources: [press-kz] }
  - { fact: lodging-deadline, value: { count: 5, unit: calendar-day, from: arrival }, asOf: 2022-04-08, confidence: high, sources: [law-kz, press-kz] }
  - { fact: appeal-deadline, value: unknown, asOf: 2026-11-21, confidence: low, sources: [] }
  - { fact: decision-time, value: { count: 6, unit: month }, asOf: 2019, confidence: medium, sources: [press-kz], validTo: 2026-06-11 }
  - { fact: decision-time, id: decision-time-new, value: { count: 3, unit: month }, asOf: 2026-06-12, confidence: medium, sources: [press-kz], validFrom: 2026-06-12 }
  - { fact: lodging-fee, value: { amount: 100, currency: USD }, asOf: 2026-01-01, confidence: medium, sources: [press-kz] }
  - { fact: applications, value: { count: 3640, period: 2025-01/2025-11, of: russians }, asOf: 2025-12, confidence: high, sources: [law-kz] }
  - { fact: return-risk, value: refusers-handed-over, asOf: 2026-02-03, confidence: high, sources: [press-kz] }
`;

const countryWords = {
  ru: {
    title: "Казахстан",
    note: "Один день после въезда без контроля.",
    now: "Что важно сегодня",
    changes: "Что изменилось",
    sentence: "Предложение о разделе",
    change: "Суд приостановил выдачу.",
  },
  en: {
    title: "Kazakhstan",
    note: "One day after entry without control.",
    now: "What matters today",
    changes: "What changed",
    sentence: "A sentence on the section",
    change: "A court suspended an extradition.",
  },
};

function countryText(language: "ru" | "en"): string {
  const words = countryWords[language];
  return `---
title: ${words.title}
summary: ${words.title} <&>.
notes:
  lodging-deadline: ${words.note}
---
## ${words.now} {#now}

- **1.** ${words.sentence} now.[^press-kz]

${countrySections.map((anchor) => `## ${language} ${anchor} {#${anchor}}\n\n${words.sentence} ${anchor}.[^law-kz] [→](topics/exclusion#short)\n`).join("\n")}
## ${words.changes} {#changes}

- 2026-02-24: ${words.change}[^press-kz]
- 2026-02-24: ${words.change} (2)
- 2025-08: ${words.change} (1)
`;
}

const entry = (title: string, sections: Readonly<Record<string, string>>): string =>
  `---\ntitle: "${title}"\nsummary: ${title} summary.\n---\n${Object.entries(sections)
    .map(([anchor, body]) => `## ${anchor} {#${anchor}}\n\n${body}\n`)
    .join("\n")}`;

const advice = "wizards: [asylum]\nwhen: {}\norder: 10\nasOf: 2026-06\nreview: { on: 2026-11-01, by: lawyer, every: 90 }\n";

/** A file of each kind, in both languages, with whatever a page has to show. English follows Russian. */
function smallSite(): Map<string, string> {
  const both = (path: string, yaml: string, ru: string, en: string): [string, string][] => [
    [`${path}/entry.yaml`, yaml],
    [`${path}/ru.md`, ru],
    [`${path}/en.md`, en],
  ];
  return new Map([
    ["languages.yaml", "- { code: ru, name: Русский, complete: true }\n- { code: en, name: English, complete: true }\n"],
    [
      "sources/kz.yaml",
      `- { id: law-kz, title: Закон & право, publisher: Парламент, url: "https://law.example/kz?a=1&b=2", lang: ru, kind: law }
- { id: press-kz, title: Ley nueva, publisher: El Diario, url: "https://press.example/kz", published: 2026-02-03, lang: es, kind: press, seen: false }
`,
    ],
    [
      "sources/statistics.yaml",
      Array.from(
        { length: 120 },
        (_, index) =>
          `- { id: s-${String(index)}, title: S ${String(index)}, publisher: P, url: "https://s.example/${String(index)}", lang: en, kind: ngo }\n`,
      ).join(""),
    ],
    ...both("countries/kz", countryFacts, countryText("ru"), countryText("en")),
    ...both(
      "topics/exclusion",
      "audience: [refuser, volunteer]\norder: 1\nreview: { on: 2026-11-21, by: none, every: 180 }\n",
      entry("Исключение", { short: "Коротко.", long: "Длинно." }),
      entry("Exclusion", { short: "Short.", long: "Long." }),
    ),
    ...both(
      "steps/lodge",
      `${advice}urgency: now\ndeadline: { fact: lodging-deadline, event: arrived-on }\nread: [topics/exclusion, "countries/kz#asylum"]\nsources: [law-kz]\n`,
      entry("Подайте ходатайство", { how: "Так." }),
      entry("Lodge a claim", { how: "So." }),
    ),
    ...both(
      "warnings/no-consulate",
      `${advice}urgency: know\nform: do-not\n`,
      entry("Не ходите в консульство", { why: "Потому." }),
      entry("Do not go to the consulate", { why: "Because." }),
    ),
    ...both(
      "documents/summons",
      `${advice}need: useful\n`,
      entry("Повестка", { use: "Зачем.", get: "Как." }),
      entry("Summons", { use: "What for.", get: "How." }),
    ),
    ...both(
      "grounds/opinion",
      `${advice}direction: supports\n`,
      entry("Взгляды", { meaning: "Что.", prove: "Чем." }),
      entry("Opinion", { meaning: "What.", prove: "How." }),
    ),
    ...both(
      "organisations/helpers",
      `${advice}countries: [kz, fr]
for: [refuser, family]
languages: [ru, en]
contacts:
  - { channel: web, value: "https://helpers.example/", checkedOn: 2026-11-20, how: published, sources: [press-kz] }
  - { channel: telegram, value: "@helpers", checkedOn: 2025, how: not-checked, sources: [] }
contactFromRussia: punishable
marks:
  - { mark: undesirable, since: 2024-02-01, sources: [law-kz] }
`,
      entry("Помощники", { about: "Кто это." }),
      entry("Helpers", { about: "Who they are." }),
    ),
  ]);
}

/** Front matter that says of which Russian text an English one is a translation. */
function stamp(english: string, russian: string): string {
  const raw = readText(russian, "ru.md", []);
  if (!raw) throw new Error("the original has no front matter");
  const sections = raw.sections.map(({ anchor, markdown }) => `    ${anchor}: "${hashOfText(markdown)}"\n`).join("");
  return english.replace(/\n---\n/, `\ntranslation:\n  of: ru\n  head: "${hashOfHead(raw.head)}"\n  sections:\n${sections}---\n`);
}

/** A change of the little site's files: its topic reports these changes too, in both languages in the same words but for those that its country uses. */
export function reportChanges(...items: readonly string[]): (files: Map<string, string>) => void {
  return (files) => {
    for (const language of ["ru", "en"] as const) {
      const path = `topics/exclusion/${language}.md`;
      const list = items.map((item) => `- ${item.replace(countryWords.ru.change, countryWords[language].change)}\n`).join("");
      files.set(path, `${files.get(path) ?? ""}\n## ${countryWords[language].changes} {#changes}\n\n${list}`);
    }
  };
}

/**
 * A little site with every kind of entry.
 * @param change changes files after their translations were stamped, so that something is stale
 */
export function smallCatalogue(change: (files: Map<string, string>) => void = () => undefined): Catalogue {
  const files = smallSite();
  for (const [path, text] of files) {
    const original = files.get(path.replace("/en.md", "/ru.md"));
    if (path.endsWith("/en.md") && original !== undefined) files.set(path, stamp(text, original));
  }
  change(files);
  const { catalogue, faults } = loadCatalogue(files, today);
  if (!catalogue) throw new Error(JSON.stringify(faults, null, 2));
  return catalogue;
}
