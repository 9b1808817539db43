import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTitleSearch } from "../../app/search/title-search.ts";
import type { TitleShard } from "../../app/search/titles.ts";

const shard: TitleShard = {
  entries: [
    [
      "countries/kz",
      "Казахстан",
      "",
      [
        ["entry", "Въезд", "граница паспорт"],
        ["return-risk", "Возвращение в Россию", "выдача экстрадиция"],
      ],
    ],
    ["countries/fr", "Франция", "", [["entry", "Въезд", "граница паспорт"]]],
    ["topics/desertion", "Дезертирство", "", []],
  ],
  meanings: [[["пятисотый"], ["дезертирство"]]],
  ignored: "в и как",
};
const find = createTitleSearch(shard);
const references = (text: string): readonly string[] => find(text, 8).map(({ reference }) => reference);

describe("titles sought on the device", () => {
  it.each([
    ["a word not yet finished", "дезерт", "topics/desertion"],
    ["another form of the word", "дезертирства", "topics/desertion"],
    ["country and subject", "выдача казахстан", "countries/kz#return-risk"],
    ["an editor's word", "паспорт Франция", "countries/fr#entry"],
    ["jargon", "пятисотый", "topics/desertion"],
    ["the other layout", "rfpf[cnfy", "countries/kz"],
    ["Latin letters", "franciya", "countries/fr"],
    ["capitals and ё", "ФРАНЦИЯ", "countries/fr"],
  ])("are found by %s", (_, text, reference) => {
    expect(references(text)[0]).toBe(reference);
  });

  it("come with what is shown, no more of them than asked for, the page before its sections", () => {
    expect(find("казахстан", 2)).toEqual([
      { reference: "countries/kz", title: "Казахстан", heading: "" },
      { reference: "countries/kz#entry", title: "Казахстан", heading: "Въезд" },
    ]);
    expect(references("щщщ")).toEqual([]);
  });

  it("are sought for whatever is typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("выдача ", "\u202E", "\u0000", "[", "\\"), maxLength: 9000 }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(find(text, 8).length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
