import { describe, expect, test } from "vitest";
import { articleNumbers } from "../../app/search/articles.ts";
import { createKnownWords } from "../../app/search/known-words.ts";
import { createLexicon } from "../../app/search/lexicon.ts";
import { createPostingsBuilder } from "../../app/search/postings.ts";
import { onLatinLayout, onRussianLayout, russianReadings } from "../../app/search/repair.ts";
import { stemsOf } from "../../app/search/stems.ts";
import { createTermMaker } from "../../app/search/terms.ts";
import { cleanText, wordsOf } from "../../app/search/words.ts";

const formsOf = (text: string): string[] => wordsOf(cleanText(text)).map(({ form }) => form);

describe("words", () => {
  test.each([
    ["Ещё Ёлка", ["еще", "елка"]],
    ["й и и\u0306", ["й", "и", "й"]],
    ["по\u0301вестка", ["повестка"]],
    ["Préfecture d'asile", ["prefecture", "d", "asile"]],
    ["ст. 352.1, ч. 2", ["ст", "352.1", "ч", "2"]],
    ["военно-врачебная", ["военно", "врачебная"]],
    ["пове\u00ADст\u200Bка\u202E", ["повестка"]],
    ["\uD800a\0b", ["ab"]],
    ["…—!?", []],
  ])("of %j", (text, forms) => {
    expect(formsOf(text)).toEqual(forms);
  });

  test("stand where they stand in the text", () => {
    const text = "«Ёлка», 352.1";
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Ёлка", "352.1"]);
  });
});

describe("stems", () => {
  const sameStem: readonly (readonly string[])[] = [
    ["повестка", "повесток", "повестку", "повестками"],
    ["отсрочка", "отсрочек"],
    ["беженец", "беженца", "беженцев"],
    ["призыв", "призыва", "призывом", "призывы"],
    ["день", "дня", "дней", "днями"],
    ["боец", "бойца", "бойцов"],
    ["кредит", "кредиты", "кредитов"],
    ["срок", "срока", "сроки"],
    ["deserter", "deserters", "desertion"],
    ["extradite", "extradition"],
  ];
  test.each(sameStem.map((forms) => [forms.join(", "), forms] as const))("are one for %s", (_name, forms) => {
    expect(new Set(forms.map((form) => stemsOf(form).stem)).size).toBe(1);
  });

  test.each([
    ["орган", "органов"],
    ["казахстан", "казахстана", "казахстане"],
    ["трибунал", "трибунала"],
  ])("share a form where the stemmer takes a noun for a verb: %s", (first, ...others) => {
    for (const other of others) expect([stemsOf(other).stem, stemsOf(other).noun]).toContain(stemsOf(first).noun);
  });

  test.each([
    ["дезертировать", "дезертирство"],
    ["мобилизация", "мобилизованный"],
    ["депортация", "депортировать"],
    ["обжалование", "обжаловать"],
    ["розыск", "розыскной"],
    ["objector", "objection"],
  ])("have one root: %s and %s", (one, other) => {
    expect(stemsOf(one).root).toBe(stemsOf(other).root);
  });

  test.each([
    ["призыв", "приз"],
    ["война", "воин"],
    ["током", "токио"],
    ["век", "вк"],
    ["сок", "ск"],
    ["337", "338"],
  ])("keep apart %s and %s", (one, other) => {
    const [first, second] = [stemsOf(one), stemsOf(other)];
    expect(first.stem).not.toBe(second.stem);
    expect(first.root).not.toBe(second.root);
  });
});

describe("numbers of articles", () => {
  test.each([
    ["ст. 337 и 338 УК", ["337", "338"]],
    ["337 uk rf", ["337"]],
    ["uk visa 337", []],
    ["статьи 337, 338 или 352.1", ["337", "338", "352.1"]],
    ["ст. 337 ч. 5", ["337"]],
    ["338 УК РФ", ["338"]],
    ["по 338-й", ["338"]],
    ["Article 1F", ["1f"]],
    ["осудили 338 человек", []],
    ["в 2026-м году", []],
    ["до 15 лет, ст. 9", ["9"]],
  ])("in %j", (text, numbers) => {
    const words = wordsOf(text);
    expect([...articleNumbers(words)].map((index) => words[index]?.form)).toEqual(numbers);
  });
});

describe("terms", () => {
  test("hold stem, root, article and compound", () => {
    const { termsOf } = createTermMaker();
    expect(termsOf("дезертиров")).toEqual(["дезертир", "~дезерт"]);
    expect(termsOf("статья 338")).toEqual(["стат", "338", "art338"]);
    expect(termsOf("e-visa")).toEqual(["e", "visa", "evisa"]);
  });
});

describe("lexicon", () => {
  const builder = createPostingsBuilder();
  const documentOf = (...text: string[]) => ({ name: [], context: [], keywords: [], searches: [], text });
  builder.add(0, documentOf("повестк", "розыск"));
  builder.add(1, documentOf("повестк", "рост"));
  const words = [
    ["повестка", "повестк"],
    ["повестки", "повестк"],
    ["розыск", "розыск"],
  ] as const;
  const lexicon = createLexicon(2, builder.finish(), createKnownWords(words).and([["рост", "рост"]]));
  test("knows how many records hold a term", () => {
    expect([lexicon.frequency("повестк"), lexicon.frequency("розыск"), lexicon.frequency("нет")]).toEqual([2, 1, 0]);
  });
  test("completes words", () => {
    expect(lexicon.startingWith("пове", 5)).toEqual(["повестк"]);
    expect(lexicon.startingWith("ро", 5).toSorted()).toEqual(["розыск", "рост"]);
    expect(lexicon.startingWith("я", 5)).toEqual([]);
  });
  test("finds the nearest words, two letters changed about being one slip", () => {
    expect(lexicon.similarTo("павестка", 5)).toEqual({ slips: 1, stems: ["повестк"] });
    expect(lexicon.similarTo("рзоыск", 5)).toEqual({ slips: 1, stems: ["розыск"] });
    expect(lexicon.similarTo("абракадабра", 5).stems).toEqual([]);
  });
  test("believes two slips in a short word only if it was written by ear", () => {
    expect(lexicon.similarTo("разыск", 5)).toEqual({ slips: 1, stems: ["розыск"] });
    expect(lexicon.similarTo("росыскк", 5)).toEqual({ slips: 2, stems: ["розыск"] });
    expect(lexicon.similarTo("разымк", 5).stems).toEqual([]);
  });
});

describe("repairs", () => {
  test.each([
    ["povestka", "повестка"],
    ["dezertirov", "дезертиров"],
    ["otsrochka", "отсрочка"],
    ["ubezhishche", "убежище"],
    ["vyezd", "выезд"],
    ["gruziya", "грузия"],
  ])("read %s as %s", (typed, meant) => {
    expect(russianReadings(typed)).toContain(meant);
  });
  test("give every long word only so many readings", () => {
    expect(russianReadings("yiehcy".repeat(40)).length).toBeLessThanOrEqual(48);
  });
  test("turn the layout", () => {
    expect(onRussianLayout("gjdtcnrf ,t;tytw")).toBe("повестка беженец");
    expect(onLatinLayout("вуыукешщт")).toBe("desertion");
  });
});
