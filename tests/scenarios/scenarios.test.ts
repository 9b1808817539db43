import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { flows } from "../../machines/index.ts";
import type { Catalogue } from "../../app/guidance/catalogue.ts";
import { readContentFolder } from "../../app/guidance/folder.ts";
import { loadCatalogue } from "../../app/guidance/load.ts";
import { linesOf, plan, type Plan } from "../../app/wizard/plan.ts";
import { replay } from "../../app/wizard/replay.ts";
import { rulesOf } from "../../app/wizard/rules.ts";

const advice = z.string().regex(/^[a-z]+\/[a-z0-9-]+$/);

/** A story, the answers of the person in it, and the lines that their plan must and must not contain. */
const scenario = z.strictObject({
  story: z.string().min(20),
  wizard: z.string(),
  today: z.iso.date(),
  answers: z.record(z.string(), z.array(z.string())),
  must: z.array(advice).min(1),
  mustNot: z.array(advice).min(1),
  first: z.array(advice).describe("Lines among the five that come first"),
  reading: z.array(z.string()),
  deadlines: z.record(advice, z.object({ state: z.string(), lastDay: z.iso.date().optional() })),
});

const files = readdirSync("tests/scenarios").filter((file) => file.endsWith(".yaml"));

function namesOf(lines: Plan["steps"]): string[] {
  return lines.map(({ rule }) => `${rule.kind}/${rule.id}`);
}

describe("scenarios", () => {
  let catalogue: Catalogue | null = null;

  beforeAll(async () => {
    const loaded = loadCatalogue(await readContentFolder("content"), "2026-11-22");
    expect(loaded.faults).toEqual([]);
    catalogue = loaded.catalogue;
  });

  it.each(files)("%s", (file) => {
    const { wizard, today, answers, must, mustNot, first, reading, deadlines } = scenario.parse(
      parse(readFileSync(`tests/scenarios/${file}`, "utf8")),
    );
    const flow = flows[wizard];
    if (!flow || !catalogue) throw new Error(`no wizard ${wizard}`);
    const rules = rulesOf(catalogue, flow, today);
    const { path, current, refused, parked } = replay(flow, answers, { countryClasses: rules.countryClasses, today });
    expect({ current, refused, parked }, "every answer of the story is asked for and allowed").toEqual({
      current: null,
      refused: [],
      parked: {},
    });

    const made = plan(path, rules, today);
    const names = namesOf(linesOf(made));
    expect(names).toEqual(expect.arrayContaining(must));
    expect(names.filter((name) => mustNot.includes(name))).toEqual([]);
    for (const name of mustNot) {
      const [kind, id = ""] = name.split("/");
      const known = Object.entries(catalogue.entries).some(([entryKind, entries]) => entryKind === kind && entries.has(id));
      expect(known, `${name} exists, so that its absence means something`).toBe(true);
    }
    for (const { rule, because } of made.contacts.filter((line) => line.rule.countries.length > 0)) {
      expect(because, `${rule.id} helps in some countries only, and the reason says so`).toContain("country");
    }
    expect(namesOf(made.first)).toEqual(expect.arrayContaining(first));
    expect(made.first.length).toBeLessThanOrEqual(5);
    expect(made.reading).toEqual(expect.arrayContaining(reading));
    for (const [name, expected] of Object.entries(deadlines)) {
      const line = linesOf(made).find(({ rule }) => `${rule.kind}/${rule.id}` === name);
      expect(line?.deadline, name).toMatchObject(expected);
    }
  });
});
