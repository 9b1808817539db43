import { z } from "zod";
import type { Tile } from "./catalogue.ts";
import type { Fault, Warning } from "./fault.ts";
import type { ContentFiles } from "./read.ts";
import { lineInYaml, parseYaml } from "./yaml.ts";

const file = "tiles.yaml";

/** On a phone 360 pixels wide, more squares in a row would be too small to touch. */
const mostColumns = 11;

const rows = z
  .array(
    z
      .string()
      .regex(/^(?:[a-z]{2}|\.)(?: +(?:[a-z]{2}|\.))*$/, "write two-letter codes and dots with spaces between them")
      .transform((row) => row.split(/ +/)),
  )
  .min(1);

/**
 * Reads `content/tiles.yaml`, one text a row. A square for a country without a page, a second square, and rows of different
 * lengths are faults. Without the file there are no squares.
 */
export function readTiles(files: ContentFiles, countries: readonly string[], faults: Fault[]): ReadonlyMap<string, Tile> {
  const tiles = new Map<string, Tile>();
  const text = files.get(file);
  if (text === undefined) return tiles;
  const parsed = parseYaml(rows, text, file);
  faults.push(...parsed.faults);
  const width = parsed.value?.[0]?.length ?? 0;
  for (const [row, cells] of (parsed.value ?? []).entries()) {
    const fault = (problem: string, cure: string): void => {
      faults.push({ file, line: lineInYaml(text, [row]), problem, cure });
    };
    if (cells.length !== width || width > mostColumns) {
      fault(
        `the row has ${String(cells.length)} squares`,
        `give every row as many as the first one has, at most ${String(mostColumns)}; a dot is an empty square`,
      );
    }
    for (const [column, id] of cells.entries()) {
      if (id === ".") continue;
      if (tiles.has(id)) fault(`${id} has two squares`, "put a dot in the place of one of them");
      if (!countries.includes(id)) fault(`there is no country ${id}`, "correct the code, or put a dot in its place");
      tiles.set(id, { column, row });
    }
  }
  return tiles;
}

/** Countries that no picture shows: a list below each picture names them all the same. */
export function warnOfMissingTiles(
  files: ContentFiles,
  countries: readonly string[],
  tiles: ReadonlyMap<string, Tile>,
): readonly Warning[] {
  if (!files.has(file)) return [];
  return countries
    .filter((id) => !tiles.has(id))
    .map((id) => ({
      about: "tile",
      file,
      line: 1,
      problem: `${id} has no square in the pictures of the world`,
      cure: "write its code in the place of a dot near its neighbours",
    }));
}
