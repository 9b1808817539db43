import { describe, expect, test } from "vitest";
import { readContentFolder } from "../../app/guidance/folder.ts";
import { formatFault } from "../../app/guidance/fault.ts";
import { readVocabulary } from "../../app/search/read-vocabulary.ts";
import { searchRecords } from "../../app/search/records.ts";
import { createPhraseBook, createSectionWords, stemPhrase } from "../../app/search/vocabulary.ts";
import { catalogueOf, fixtureFiles } from "./fixture.ts";

const keys = searchRecords(catalogueOf(fixtureFiles)).map(({ key }) => key);
const faultsWith = (file: string, text: string): string[] =>
  readVocabulary(new Map(fixtureFiles).set(file, text), keys).faults.map(formatFault);

test("the content's vocabulary has no fault", async () => {
  const files = await readContentFolder("content");
  const real = searchRecords(catalogueOf(files)).map(({ key }) => key);
  expect(readVocabulary(files, real).faults).toEqual([]);
});

describe("faults", () => {
  test.each([
    ["search/synonyms.yaml", "- {}\n", /^search\/synonyms.yaml:1: 0.words is missing/],
    [
      "search/synonyms.yaml",
      "- words: { ru: [СОЧ], russian: [СОЧ] }\n",
      /^search\/synonyms.yaml:1: 0.words.russian: Invalid key/,
    ],
    ["search/jargon.yaml", "\n- words: { ru: ['—'] }\n", /^search\/jargon.yaml:2: 0.words.ru.0: it has no word in it/],
    [
      "search/sections/countries.yaml",
      '- sections: ["countries/kz#gone"]\n  words: { ru: [дом] }\n',
      /there is no countries\/kz#gone; correct/,
    ],
    [
      "search/sections/countries.yaml",
      '- sections: ["countries/*#gone"]\n  words: { ru: [дом] }\n',
      /there is no countries\/\*#gone; correct/,
    ],
    [
      "search/sections/steps.yaml",
      '# words\n- sections: ["steps/copy-papers#how", "topics/hospital#board"]\n  words: { ru: [дом] }\n',
      /^search\/sections\/steps.yaml:2: topics\/hospital#board is not of the steps; move its words to search\/sections\/topics.yaml$/,
    ],
    [
      "search/sections/steps.yaml",
      "- sections:\n    - steps/copy-papers#how\n    - countries/*#entry\n  words: { ru: [дом] }\n",
      /^search\/sections\/steps.yaml:3: countries\/\*#entry is not of the steps; move its words to search\/sections\/countries.yaml$/,
    ],
    [
      "search/asked/steps/ru.md",
      "Note\n\n## steps/gone#how\n- как скопировать паспорт\n",
      /^search\/asked\/steps\/ru.md:3: there is no steps\/gone#how; correct/,
    ],
    [
      "search/asked/steps/ru.md",
      "## topics/hospital#board\n- кто решает о здоровье\n",
      /^search\/asked\/steps\/ru.md:1: topics\/hospital#board is not of the steps; move/,
    ],
    [
      "search/asked/steps/ru.md",
      "- как скопировать паспорт\n",
      /^search\/asked\/steps\/ru.md:1: a search before the first section; write/,
    ],
    [
      "search/asked/steps/ru.md",
      "## steps/copy-papers#how\nкак скопировать паспорт\n",
      /^search\/asked\/steps\/ru.md:2: neither a section nor a search; begin/,
    ],
    ["search/asked/steps/ru.md", "## steps/copy-papers#how\n- …\n", /^search\/asked\/steps\/ru.md:2: a search without a word/],
    [
      "search/asked/steps/ru.md",
      "## steps/copy-papers#how\n- скан паспорта\n- скан паспорта\n",
      /^search\/asked\/steps\/ru.md:3: "скан паспорта" stands twice/,
    ],
    [
      "search/asked/steps/ru.md",
      "## steps/copy-papers#how\n- скан\n\n## steps/copy-papers#how\n- копия\n",
      /^search\/asked\/steps\/ru.md:4: steps\/copy-papers#how has two headings/,
    ],
    [
      "search/asked/steps/ru.md",
      `## steps/copy-papers#how\n- ${"скан ".repeat(20)}\n`,
      /^search\/asked\/steps\/ru.md:2: a search of more than 80 characters/,
    ],
    ["search/asked/ru.md", "", /^search\/asked\/ru.md:1: the search has no such file; move its lines/],
    ["search/sections.yaml", "[]\n", /^search\/sections.yaml:1: the search has no such file; move its lines/],
    ["search/sections/wizards.yaml", "[]\n", /^search\/sections\/wizards.yaml:1: the search has no such file; move its lines/],
    ["search/other.yaml", "[]\n", /^search\/other.yaml:1: the search has no such file; move its lines/],
  ])("%s: %j", (file, text, expected) => {
    expect(faultsWith(file, text)).toEqual([expect.stringMatching(expected)]);
  });

  test("words for sections are read from the file of each kind", () => {
    const more = new Map(fixtureFiles).set(
      "search/sections/steps.yaml",
      '- sections: ["steps/copy-papers#how"]\n  words: { ru: [скан] }\n',
    );
    const { vocabulary } = readVocabulary(more, keys);
    expect(vocabulary?.sectionWords.map(({ sections }) => sections)).toEqual([["countries/*#entry"], ["steps/copy-papers#how"]]);
  });
  test("searches are read from the file of each kind and language", () => {
    const more = new Map(fixtureFiles)
      .set("search/asked/steps/ru.md", "What people type.\n\n## steps/copy-papers#how\n- скан паспорта\n- где снять копию  \n")
      .set("search/asked/steps/en.md", "## steps/copy-papers#how\n- scan my passport\n");
    expect(readVocabulary(more, keys).vocabulary?.searches).toEqual([
      { sections: ["topics/hospital#prizes"], words: { ru: ["кому дадут медальку"] } },
      { sections: ["steps/copy-papers#how"], words: { ru: ["скан паспорта", "где снять копию"] } },
      { sections: ["steps/copy-papers#how"], words: { en: ["scan my passport"] } },
    ]);
  });
  test("missing files are an empty vocabulary", () => {
    const files = new Map([...fixtureFiles].filter(([file]) => !file.startsWith("search/")));
    expect(readVocabulary(files, keys)).toEqual({
      vocabulary: { meanings: [], sectionWords: [], searches: [], ignored: {} },
      faults: [],
    });
  });
});

describe("phrases", () => {
  const book = createPhraseBook(
    [
      { words: { ru: ["СОЧ", "самовольное оставление части"], en: ["AWOL"] } },
      { words: { ru: ["пятисотый"] }, finds: { ru: ["дезертир"], en: ["deserter"] } },
      { words: { ru: ["розыск", "объявили в розыск"] } },
    ],
    new Set(["в"]),
  );
  const alternatives = (text: string, language: string): string[][] =>
    book.alternatives(stemPhrase(text), language).map((phrases) => phrases.map((stems) => stems.join(" ")));

  test("find the others of their meaning, in any form, in the language asked for", () => {
    expect(alternatives("соч", "ru")).toEqual([["самовольн оставлен част"]]);
    expect(alternatives("самовольного оставления части", "en")).toEqual([["awol"], ["awol"], ["awol"]]);
  });
  test("work one way where they say so", () => {
    expect(alternatives("пятисотые", "en")).toEqual([["desert"]]);
    expect(alternatives("дезертир", "ru")).toEqual([[]]);
  });
  test("do not let one of their words stand for the others", () => {
    expect(alternatives("объявили в розыск", "ru")).toEqual([[], [], []]);
    expect(alternatives("розыск", "ru")).toEqual([["объяв розыск"]]);
  });
});

test("words for a section come from its own lines and from those for all entries of its kind", () => {
  const wordsFor = createSectionWords([
    { sections: ["countries/*#entry"], words: { ru: ["граница"] } },
    { sections: ["countries/kz#entry"], words: { ru: ["озеро"], en: ["lake"] } },
  ]);
  expect(wordsFor("countries/kz#entry", "ru").split("\n").sort()).toEqual(["граница", "озеро"]);
  expect(wordsFor("countries/fr#entry", "ru")).toBe("граница");
  expect(wordsFor("topics/x#entry", "ru")).toBe("");
});
