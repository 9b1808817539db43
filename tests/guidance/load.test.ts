import { describe, expect, it } from "vitest";
import { findEntry, textIn } from "../../app/guidance/catalogue.ts";
import { listChanges } from "../../app/guidance/changes.ts";
import { formatFault } from "../../app/guidance/fault.ts";
import { freshness, isValidOn } from "../../app/guidance/freshness.ts";
import { loadCatalogue } from "../../app/guidance/load.ts";
import { readText, type ContentFiles } from "../../app/guidance/read.ts";
import { hashOfHead, hashOfText } from "../../app/guidance/translation.ts";

const today = "2026-11-22";

const sources = `- id: law-2026
  title: Act on Asylum
  publisher: Parliament
  url: https://example.org/act
  published: 2026-06
  lang: en
  kind: law
`;

const topicYaml = `audience: [refuser]
order: 10
review: { on: 2026-11-20, by: none, every: 60 }
`;

const original = `---
title: Статус
summary: Одно предложение.
---
## Обзор {#overview}

Утверждение.[^law-2026]

## Изменения {#changes}

- 2026-06-12: Новое правило.[^law-2026]
`;

/** The English text with stamps of the Russian one as it stands. */
function translated(russian: string): string {
  const raw = readText(russian, "topics/status/ru.md", []);
  if (!raw) throw new Error("the original is broken");
  const stamps = raw.sections.map(({ anchor, markdown }) => `    ${anchor}: "${hashOfText(markdown)}"`).join("\n");
  return `---
title: Status
summary: One sentence.
translation:
  of: ru
  head: "${hashOfHead(raw.head)}"
  sections:
${stamps}
---
## Overview {#overview}

A claim.[^law-2026] See [more](topics/status#changes).

## Changes {#changes}

- 2026-06-12: A new rule.[^law-2026]
`;
}

const sound: Readonly<Record<string, string>> = {
  "languages.yaml": "- { code: ru, name: Русский, complete: true }\n- { code: en, name: English, complete: true }\n",
  "sources/en.yaml": sources,
  "topics/status/entry.yaml": topicYaml,
  "topics/status/ru.md": original,
  "topics/status/en.md": translated(original),
};

function files(changes: Readonly<Record<string, string | null>> = {}): ContentFiles {
  const all = Object.entries({ ...sound, ...changes }).flatMap(([file, text]): [string, string][] =>
    text === null ? [] : [[file, text]],
  );
  return new Map(all);
}

function faults(changes: Readonly<Record<string, string | null>>): string[] {
  const loaded = loadCatalogue(files(changes), today);
  expect(loaded.catalogue === null, "a broken revision gives no catalogue").toBe(loaded.faults.length > 0);
  return loaded.faults.map(formatFault);
}

describe("sound content", () => {
  const { catalogue, warnings } = loadCatalogue(files(), today);
  if (!catalogue) throw new Error("sound content gave no catalogue");
  const entry = findEntry(catalogue, "topics", "status");
  if (!entry) throw new Error("the topic is missing");

  it("becomes a catalogue without warnings", () => {
    expect(warnings).toEqual([]);
    expect(entry.data.audience).toEqual(["refuser"]);
  });

  it("numbers citations and resolves links into the reader's language", () => {
    const overview = textIn(catalogue, entry, "en").text.sections[0];
    expect(overview?.html).toBe(
      '<p>A claim.<sup><a href="#source-1">1</a></sup> See <a href="/en/topics/status#changes">more</a>.</p>\n',
    );
    expect(overview?.plain).toBe("A claim. See more.");
    expect(overview?.sources).toEqual(["law-2026"]);
  });

  it("lists changes with their dates", () => {
    expect(listChanges(catalogue, "ru").map(({ on, plain, pages }) => [on, plain, pages.map(({ title }) => title)])).toEqual([
      ["2026-06-12", "Новое правило.", ["Статус"]],
    ]);
  });

  it("is frozen, and its revision depends on the files alone", () => {
    expect(Object.isFrozen(entry.texts)).toBe(true);
    expect(loadCatalogue(files(), "2027-01-01").catalogue?.revision).toBe(catalogue.revision);
    expect(loadCatalogue(files({ "topics/status/entry.yaml": `${topicYaml}# note\n` }), today).catalogue?.revision).not.toBe(
      catalogue.revision,
    );
  });

  it("lets a growing translation fall back to the first language, and says so", () => {
    const growing = "- { code: ru, name: Русский, complete: true }\n- { code: en, name: English, complete: false }\n";
    const loaded = loadCatalogue(files({ "languages.yaml": growing, "topics/status/en.md": null }), today);
    const topic = loaded.catalogue && findEntry(loaded.catalogue, "topics", "status");
    if (!loaded.catalogue || !topic) throw new Error("the topic is missing");
    expect(textIn(loaded.catalogue, topic, "en")).toMatchObject({ fallback: true, text: { title: "Статус" } });
  });
});

describe("faults name file, line and cure", () => {
  it("of an entry that is broken itself, not of what refers to it", () => {
    const referring = {
      "topics/more/entry.yaml": topicYaml,
      "topics/more/ru.md": original,
      "topics/more/en.md": translated(original),
      "tiles.yaml": '- "kz"\n',
      "countries/kz/entry.yaml": "class: nonsense\n",
    };
    expect(
      faults({ ...referring, "topics/status/entry.yaml": "order: ten\n" }).filter((fault) => fault.includes("there is no")),
    ).toEqual([]);
  });

  const broken: [string, Record<string, string | null>, string][] = [
    [
      "an unknown field",
      { "topics/status/entry.yaml": `${topicYaml}colour: red\n` },
      "topics/status/entry.yaml:1: unknown field colour; correct its spelling or remove it",
    ],
    [
      "a wrong value",
      { "topics/status/entry.yaml": topicYaml.replace("2026-11-20", "2026-02-30") },
      "topics/status/entry.yaml:3: review.on: there is no such day in the calendar",
    ],
    [
      "a missing field",
      { "topics/status/entry.yaml": topicYaml.replace("order: 10\n", "") },
      "topics/status/entry.yaml:1: order is missing",
    ],
    ["broken YAML", { "topics/status/entry.yaml": "audience: [refuser\n" }, "topics/status/entry.yaml:"],
    ["a missing language", { "topics/status/en.md": null }, "topics/status/en.md:1: the text is missing; write it"],
    [
      "an unknown source",
      { "topics/status/ru.md": original.replace("Утверждение.[^law-2026]", "Утверждение.[^nobody]") },
      "topics/status/ru.md:7: there is no source nobody",
    ],
    [
      "a dead link",
      { "topics/status/en.md": translated(original).replace("topics/status#changes", "topics/nowhere") },
      "topics/status/en.md:13: there is no topics/nowhere",
    ],
    [
      "an unsafe link",
      { "topics/status/en.md": translated(original).replace("topics/status#changes", "javascript:alert(1)") },
      "links to javascript:alert(1) are not allowed",
    ],
    [
      "raw HTML",
      { "topics/status/ru.md": original.replace("Утверждение.", "<b>Утверждение</b>.") },
      "topics/status/ru.md:7: HTML is not used",
    ],
    [
      "a heading without an anchor",
      { "topics/status/ru.md": original.replace(" {#overview}", "") },
      "topics/status/ru.md:5: this heading has no anchor",
    ],
    [
      "other sections in the other language",
      { "topics/status/en.md": translated(original).replace("{#overview}", "{#summary}") },
      "topics/status/en.md:1: its sections (summary, changes) are not those of topics/status/ru.md",
    ],
    [
      "a change without its date",
      { "topics/status/ru.md": original.replace("2026-06-12: ", "") },
      "topics/status/ru.md:11: this change has no date",
    ],
    ["a source defined twice", { "sources/xx.yaml": sources }, "sources/xx.yaml:1: the source law-2026 is defined twice"],
    ["a file of no entry", { "topics/status/notes.txt.md": "x" }, "topics/status/notes.txt.md:1: an entry has no such file"],
    ["an unknown kind", { "recipes/soup/entry.yaml": "x: 1" }, "recipes/soup/entry.yaml:1: no entry can stand here"],
    [
      "a translation that says of nothing that it is one",
      { "topics/status/en.md": translated(original).replace(/translation:[\s\S]*?---/, "---") },
      "topics/status/:1: no language says that it is a translation; run npm run content:stamp -- topics/status",
    ],
    [
      "an answer that no question has",
      {
        "warnings/danger/entry.yaml":
          "wizards: [asylum]\nwhen: { service: [admiral] }\norder: 1\nasOf: 2026\nurgency: now\nform: danger\nreview: { on: 2026-11-20, by: none, every: 60 }\n",
      },
      "warnings/danger/entry.yaml:2: the question service has no answer admiral",
    ],
    [
      "a fact of the wrong shape",
      {
        "countries/xx/entry.yaml":
          "class: eu\nreview: { on: 2026-11-20, by: none, every: 60 }\nfacts:\n  - fact: lodging-deadline\n    value: soon\n    asOf: 2026\n    confidence: high\n    sources: [law-2026]\n",
      },
      "countries/xx/entry.yaml:5: facts.0.value: this is not a value that lodging-deadline can have",
    ],
    [
      "a known fact without a source",
      {
        "countries/xx/entry.yaml":
          "class: eu\nreview: { on: 2026-11-20, by: none, every: 60 }\nfacts:\n  - fact: entry-visa\n    value: needed\n    asOf: 2026\n    confidence: high\n    sources: []\n",
      },
      "countries/xx/entry.yaml:8: facts.0.sources: a known fact needs at least one source",
    ],
  ];

  it.each(broken)("%s", (_name, changes, expected) => {
    expect(faults(changes).join("\n")).toContain(expected);
  });
});

describe("what readers are told by the page itself", () => {
  it("is an overdue review", () => {
    const { warnings } = loadCatalogue(files(), "2027-02-01");
    expect(warnings.map(formatFault)).toEqual([
      "topics/status/entry.yaml:3: its review was due on 2027-01-19; compare the whole entry with its sources and set review.on",
    ]);
  });

  it("is exactly the section whose original has changed", () => {
    const changed = original.replace("Утверждение.", "Другое утверждение.");
    const { catalogue, warnings } = loadCatalogue(files({ "topics/status/ru.md": changed }), today);
    const entry = catalogue && findEntry(catalogue, "topics", "status");
    expect(entry?.texts.en?.stale).toEqual(["overview"]);
    expect(warnings.map(({ problem }) => problem)).toEqual(["the original of overview has changed since it was translated"]);
  });

  it("is not a change of line breaks", () => {
    const { warnings } = loadCatalogue(
      files({ "topics/status/ru.md": original.replace("Новое правило.", "Новое\n  правило.") }),
      today,
    );
    expect(warnings).toEqual([]);
  });
});

describe("dates", () => {
  it("make a review overdue on the day after it was due", () => {
    const review = { on: "2026-11-01", by: "none" as const, every: 30 };
    expect(freshness(review, "2026-12-01").overdue).toBe(false);
    expect(freshness(review, "2026-12-02")).toEqual({
      reviewedOn: "2026-11-01",
      checkedByLawyer: false,
      dueOn: "2026-12-01",
      overdue: true,
    });
  });

  it("bound a rule on both sides, the days themselves included", () => {
    const rule = { validFrom: "2026-06-12", validTo: "2026-12-31" };
    expect(["2026-06-11", "2026-06-12", "2026-12-31", "2027-01-01"].map((day) => isValidOn(rule, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
