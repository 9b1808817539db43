import { describe, expect, it } from "vitest";
import type { Fault } from "../../app/guidance/fault.ts";
import { formatFault } from "../../app/guidance/fault.ts";
import { readContentFolder } from "../../app/guidance/folder.ts";
import { loadCatalogue } from "../../app/guidance/load.ts";
import { readTiles, warnOfMissingTiles } from "../../app/guidance/tiles.ts";
import { pictureOf } from "../../app/guidance/world-picture.ts";

const content = await readContentFolder("content");
const today = "2026-11-22";

/** The faults of a file of tiles, as they are printed. */
function faultsOf(text: string, countries: readonly string[] = ["fr", "de"]): string[] {
  const faults: Fault[] = [];
  readTiles(new Map([["tiles.yaml", text]]), countries, faults);
  return faults.map(formatFault);
}

describe("the squares of the content", () => {
  const { catalogue, faults, warnings } = loadCatalogue(content, today);

  it("give every country exactly one square, and no two the same", () => {
    expect(faults).toEqual([]);
    expect([...(catalogue?.tiles.keys() ?? [])].sort()).toEqual([...(catalogue?.entries.countries.keys() ?? [])].sort());
    const squares = [...(catalogue?.tiles.values() ?? [])].map(({ column, row }) => `${String(column)}/${String(row)}`);
    expect(new Set(squares).size).toBe(squares.length);
    expect(warnings.filter(({ file }) => file === "tiles.yaml")).toEqual([]);
  });

  it.each(["return-risk", "entry-document"] as const)("show each country in one look by %s", (key) => {
    const countries = [...(catalogue?.entries.countries.values() ?? [])];
    const shown = pictureOf(countries, key, today).flatMap((group) => group.countries.map(({ country }) => country.id));
    expect(shown.sort()).toEqual(countries.map(({ id }) => id).sort());
  });

  it("never let a country that may hand people over look like one without a known case", () => {
    const countries = [...(catalogue?.entries.countries.values() ?? [])];
    const calm = pictureOf(countries, "return-risk", today).find(({ value }) => value === "none-known");
    expect(calm?.countries.length).toBeGreaterThan(0);
    expect(calm?.countries.filter(({ country }) => country.data.class === "transit")).toEqual([]);
  });
});

describe("a file of squares", () => {
  it("places countries by column and row", () => {
    const tiles = readTiles(new Map([["tiles.yaml", '- ". de"\n- "fr ."\n']]), ["fr", "de"], []);
    expect([...tiles]).toEqual([
      ["de", { column: 1, row: 0 }],
      ["fr", { column: 0, row: 1 }],
    ]);
  });

  it.each([
    ['- "fr de"\n- "xx ."\n', "tiles.yaml:2: there is no country xx; correct the code, or put a dot in its place"],
    ['- "fr de"\n- ". fr"\n', "tiles.yaml:2: fr has two squares; put a dot in the place of one of them"],
    [
      '- "fr de"\n- "."\n',
      "tiles.yaml:2: the row has 1 squares; give every row as many as the first one has, at most 11; a dot is an empty square",
    ],
  ])("with a fault in %j is refused by line", (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it("that is not made of codes and dots is refused", () => {
    expect(faultsOf('- "fr Germany"\n')[0]).toContain("write two-letter codes and dots");
  });

  it("without a country warns, and its absence says nothing", () => {
    const files = new Map([["tiles.yaml", '- "fr ."\n']]);
    const tiles = readTiles(files, ["fr", "de"], []);
    expect(warnOfMissingTiles(files, ["fr", "de"], tiles).map(formatFault)).toEqual([
      "tiles.yaml:1: de has no square in the pictures of the world; write its code in the place of a dot near its neighbours",
    ]);
    expect(warnOfMissingTiles(new Map(), ["fr"], new Map())).toEqual([]);
  });
});
