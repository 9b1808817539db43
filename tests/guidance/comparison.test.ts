import { describe, expect, it } from "vitest";
import { compareCountries, factSubjects, readCountryChoice, sectionOfFact } from "../../app/guidance/comparison.ts";
import { findEntry, type Entry } from "../../app/guidance/catalogue.ts";
import { requiredSections } from "../../app/guidance/schema/entry.ts";
import { factKeys } from "../../app/guidance/schema/fact.ts";
import { smallCatalogue, today } from "../ui/content.ts";

function kazakhstan(): Entry<"countries"> {
  const country = findEntry(smallCatalogue(), "countries", "kz");
  if (!country) throw new Error("the little site has lost its country");
  return country;
}

describe("the subjects of a comparison", () => {
  it("hold every kind of fact exactly once", () => {
    expect(Object.values(factSubjects).flat().sort()).toEqual([...factKeys].sort());
  });

  it("lead to sections that every country has", () => {
    for (const key of factKeys) expect(requiredSections.countries).toContain(sectionOfFact(key));
  });
});

describe("facts side by side", () => {
  it("stand in the order of the countries, unknown ones too, and only those that apply on the day", () => {
    const kz = kazakhstan();
    const silent: Entry<"countries"> = { ...kz, id: "xx", data: { ...kz.data, facts: [] } };
    const rows = compareCountries([silent, kz], today).flatMap((subject) => subject.rows);
    expect(rows.every(({ cells }) => cells.map(({ country }) => country.id).join() === "xx,kz")).toBe(true);
    expect(rows.every(({ cells }) => cells[0]?.facts.length === 0)).toBe(true);
    const of = (key: string): unknown => rows.find((row) => row.key === key)?.cells[1]?.facts.map(({ id, value }) => [id, value]);
    expect(of("appeal-deadline")).toEqual([["appeal-deadline", "unknown"]]);
    expect(of("decision-time")).toEqual([["decision-time-new", { count: 3, unit: "month" }]]);
  });

  it("leave out what no country states, with its subject", () => {
    const compared = compareCountries([kazakhstan()], today);
    expect(compared.map(({ subject }) => subject)).toEqual(["danger", "entry", "lodging", "appeal", "figures"]);
    expect(compared.flatMap(({ rows }) => rows.map(({ key }) => key))).not.toContain("humanitarian-visa");
  });

  it("show both of two facts that contradict each other", () => {
    const kz = kazakhstan();
    const [risk] = kz.data.facts.filter(({ fact }) => fact === "return-risk");
    if (!risk) throw new Error("the little site has lost its return risk");
    const facts = [risk, { ...risk, id: "return-risk-other", value: "none-known" as const }];
    const [danger] = compareCountries([{ ...kz, data: { ...kz.data, facts } }], today);
    expect(danger?.rows[0]?.cells[0]?.facts.map(({ value }) => value)).toEqual(["refusers-handed-over", "none-known"]);
  });
});

describe("the countries that an address asks for", () => {
  const known = new Map(["fr", "de", "kz", "ge", "am", "tr"].map((id) => [id, id]));
  const nothing = { chosen: [], beyond: [], missing: [], repeated: false, strange: false };

  it.each<[string, string[], Partial<ReturnType<typeof readCountryChoice>>]>([
    ["keeps their order", ["kz", "de"], { chosen: ["kz", "de"] }],
    ["takes fields left empty for not given", ["", "fr", " ", ""], { chosen: ["fr"] }],
    ["understands capitals, spaces and commas", ["FR, de", " Kz "], { chosen: ["fr", "de", "kz"] }],
    ["names a country once", ["fr", "de", "FR"], { chosen: ["fr", "de"], repeated: true }],
    [
      "keeps four and names the others",
      ["fr", "de", "kz", "ge", "am", "tr"],
      { chosen: ["fr", "de", "kz", "ge"], beyond: ["am", "tr"] },
    ],
    [
      "does not count a repeated one twice against the four",
      ["fr", "fr", "de", "kz", "ge"],
      { chosen: ["fr", "de", "kz", "ge"], repeated: true },
    ],
    ["keeps what is right beside a country that is missing", ["cn", "fr", "cn"], { chosen: ["fr"], missing: ["cn"] }],
    ["says that something was no code, without repeating it", ["<b>", "fr", "constructor"], { chosen: ["fr"], strange: true }],
    ["may find nothing at all", ["", ""], {}],
  ])("%s", (_, given, expected) => {
    expect(readCountryChoice(given, known)).toEqual({ ...nothing, ...expected });
  });
});
