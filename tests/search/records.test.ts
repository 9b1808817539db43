import { expect, test } from "vitest";
import { searchRecords } from "../../app/search/records.ts";
import { catalogueOf, fixtureFiles } from "./fixture.ts";

const records = searchRecords(catalogueOf(fixtureFiles));

test("every section and every head of every entry is a record in each language", () => {
  const keysIn = (language: string): string[] => records.filter((record) => record.language === language).map(({ key }) => key);
  expect(keysIn("ru")).toEqual(keysIn("en"));
  expect(new Set(keysIn("ru")).size).toBe(keysIn("ru").length);
  expect(keysIn("ru").filter((key) => key.startsWith("topics/criminal-law"))).toEqual([
    "topics/criminal-law",
    "topics/criminal-law#article-337",
    "topics/criminal-law#article-338",
    "topics/criminal-law#article-352-1",
  ]);
});

test("a record says where it stands, for whom, and how fresh it is", () => {
  expect(records.find(({ key, language }) => key === "countries/kz#entry" && language === "en")).toEqual({
    key: "countries/kz#entry",
    language: "en",
    kind: "countries",
    entry: "kz",
    anchor: "entry",
    title: "Kazakhstan",
    heading: "Entry",
    text: "You can enter with an internal passport, without a visa.",
    countries: ["kz"],
    audience: ["refuser", "family", "volunteer"],
    order: 2,
    reviewedOn: "2026-11-20",
    dueOn: "2027-01-19",
  });
  const audienceOf = (key: string): unknown => records.find((record) => record.key === key)?.audience;
  expect(audienceOf("topics/hospital")).toEqual(["family", "volunteer"]);
  expect(audienceOf("steps/copy-papers#how")).toEqual(["refuser"]);
});

test("an organisation that helps everywhere belongs to every country", () => {
  const file = "organisations/bureau/entry.yaml";
  const files = new Map(fixtureFiles).set(file, (fixtureFiles.get(file) ?? "").replace("countries: [kz]", "countries: [all]"));
  const record = searchRecords(catalogueOf(files)).find(({ entry }) => entry === "bureau");
  expect(record?.countries).toEqual(["fr", "kz"]);
});

test("a text that a growing translation lacks is found in the language that the page shows instead", () => {
  const files = new Map(fixtureFiles).set(
    "languages.yaml",
    "- { code: ru, name: Русский, complete: true }\n- { code: en, name: English, complete: false }\n",
  );
  files.delete("topics/hospital/en.md");
  const record = searchRecords(catalogueOf(files)).find(
    ({ key, language }) => key === "topics/hospital#board" && language === "en",
  );
  expect(record?.heading).toBe("Военно-врачебная комиссия");
});
