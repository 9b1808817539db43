import { expect, test } from "vitest";
import { readQuery, type Corpus } from "../../app/search/corpus.ts";
import { corpusOf, fixtureFiles } from "./fixture.ts";

const corpus: Corpus = await corpusOf(
  new Map(
    [...fixtureFiles].map(([file, text]) => [
      file,
      file.endsWith("ru.md") && !file.startsWith("search/") ? `${text}\nАзахстан, азахстана, азахстану, казахстон.\n` : text,
    ]),
  ),
);

function reading(text: string) {
  const found = readQuery(corpus, { text, language: "ru" });
  return {
    repaired: found?.repaired,
    words: found?.words.map(({ form }) => form) ?? [],
    countries: found?.words.flatMap((word) => word.countries),
  };
}

test("a word with a slip names a country even if another word is the likelier guess", () => {
  expect(reading("казахстн").countries).toEqual(["kz"]);
});

test.each([
  ["a comma and a semicolon inside a word are letters of the other layout", "e,t;bot", "убежище"],
  ["and beside words that the other language has", "e,t;bot d rfpf[cnfyt", "убежище в казахстане"],
])("%s", (_, typed, meant) => {
  expect(reading(typed).repaired).toBe(meant);
});

test("a comma without a blank does not make a text one of the other layout", () => {
  expect(reading("asylum,appeal").repaired).toBeUndefined();
});

test("a number does not make a text known", () => {
  expect(reading("povestka 15 10 2026").repaired).toBe("повестка 15 10 2026");
});

test("the name of a code in Latin letters is no word of its own", () => {
  expect(reading("337 uk rf").words).toEqual(["337"]);
});
