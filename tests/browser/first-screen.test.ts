import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { flows } from "../../machines/index.ts";
import { isIslandData, type IslandData } from "../../app/wizard/island-data.ts";
import type { PlanLine } from "../../app/wizard/plan.ts";
import { answerAtOnce, answerByForms } from "./answering.ts";
import { heaviestPlans, type HeavyPlan } from "./heaviest-plans.ts";
import { useBrowser, visit } from "./visit.ts";

const entry = z.object({ number: z.int(), flow: z.string(), person: z.enum(["self", "another"]) });
const wizards = readdirSync("content/wizards").map((folder) =>
  entry.parse(parse(readFileSync(`content/wizards/${folder}/entry.yaml`, "utf8"))),
);
const withPlan = Object.values(flows).filter(({ outcomes }) => outcomes.includes("plan"));

/** Height of the phone on which tests look at pages, in pixels. */
const screenHeight = 740;
/** Least height of what is tapped, in pixels. */
const leastTarget = 44;
/** About so many letters of a first line stand in a row there. */
const lettersInRow = 29;
/** The longest words for a day. */
const longestDay = { ru: "28\u00a0сентября", en: "28\u00a0September" };

useBrowser();

/** What the page of a wizard hands to its island. */
async function dataIn(page: Page): Promise<IslandData> {
  const data: unknown = JSON.parse((await page.locator("[data-rules]").textContent()) ?? "null");
  if (!isIslandData(data)) throw new Error("the page holds no data for its island");
  return data;
}

/** The titles of all lines that a wizard can show, by their names. */
async function titlesIn(page: Page): Promise<ReadonlyMap<string, string>> {
  const titles = await page
    .locator("[data-advice]")
    .evaluateAll((lines) =>
      lines.map((line) => [line.getAttribute("data-advice") ?? "", line.querySelector("h3")?.textContent ?? ""] as const),
    );
  return new Map(titles);
}

/** About how many rows a first line takes; among lines of equal rows the longer one counts more. */
function rowsOf({ rule, deadline }: PlanLine, titles: ReadonlyMap<string, string>): number {
  const letters = titles.get(`${rule.kind}/${rule.id}`)?.length ?? 0;
  const limit = deadline && "lastDay" in deadline ? (deadline.state === "due" ? 1 : 2) : 0;
  return Math.ceil(letters / lettersInRow) + letters / 1000 + limit;
}

interface Measured {
  /** Names of the first lines, those with a limit marked. */
  readonly lines: readonly string[];
  /** Where the lowest ends, in pixels from the top of the page. */
  readonly bottom: number;
  /** The least height of what is tapped, in pixels. */
  readonly target: number;
}

async function measure(page: Page): Promise<Measured> {
  return page.locator("[data-first]").evaluateAll((lines) => ({
    lines: lines.map((line) => `${line.getAttribute("data-first") ?? ""}${line.querySelector("time") ? " until" : ""}`),
    bottom: Math.max(...lines.map((line) => Math.ceil(line.getBoundingClientRect().bottom + scrollY))),
    target: Math.min(...lines.map((line) => line.querySelector("a")?.getBoundingClientRect().height ?? 0)),
  }));
}

/** Where a halt shows the way to whoever can help, and the first thing to do: where the lower of them ends. */
async function measureHalt(page: Page): Promise<number> {
  const parts = [page.locator('a[href="#plan-contacts"]:visible'), page.locator("[data-advice] h3:visible").first()];
  const bottoms = parts.map(async (part) => part.evaluate((box) => box.getBoundingClientRect().bottom + scrollY));
  return Math.max(...(await Promise.all(bottoms)));
}

/** Makes a plan heavier than its rules can: a limit at three lines at least if it has one, and each with the longest words for a day. */
async function weighDown(page: Page, day: string): Promise<void> {
  await page.locator("[data-first]").evaluateAll((lines, words) => {
    const limit = lines.map((line) => line.querySelector(".due")).find((note) => note !== null);
    const without = lines.filter((line) => !line.querySelector("time"));
    const missing = Math.max(3 - (lines.length - without.length), 0);
    for (const line of limit ? without.slice(0, missing) : []) line.append(limit?.cloneNode(true) ?? "");
    for (const time of document.querySelectorAll("[data-first] time")) time.textContent = words;
  }, day);
}

/** A page with scripts and one without. */
interface Rails {
  readonly scripted: Page;
  readonly plain: Page;
}

/** Shows on both rails where some answers to a wizard lead. */
async function answerOnBoth({ scripted, plain }: Rails, wizard: string, path: HeavyPlan["path"]): Promise<void> {
  await scripted.goto(inject("origin") + wizard);
  await answerAtOnce(scripted, path);
  await answerByForms(plain, wizard, path);
}

/** Looks at a plan, and at the halt on the way to it, on both rails; measures it as it is and weighed down. */
async function look(rails: Rails, wizard: string, { path, first, halt, endToday }: HeavyPlan, day: string): Promise<Measured[]> {
  const { scripted, plain } = rails;
  if (halt !== null) {
    await answerOnBoth(rails, wizard, path.slice(0, halt));
    expect(await measureHalt(scripted)).toBeLessThanOrEqual(screenHeight);
    expect(await measureHalt(plain)).toBeLessThanOrEqual(screenHeight);
  }
  await answerOnBoth(rails, wizard, path);
  const asIs = await measure(scripted);
  expect(await measure(plain)).toEqual(asIs);
  expect(asIs.lines.map((line) => line.replace(" until", ""))).toEqual(first.map(({ rule }) => `${rule.kind}/${rule.id}`));
  expect(asIs.lines.length).toBe(5);
  await weighDown(plain, day);
  const weighedDown = await measure(plain);
  if (endToday > 0) expect(weighedDown.lines.filter((line) => line.endsWith(" until")).length).toBeGreaterThanOrEqual(3);
  return [asIs, weighedDown];
}

describe.each(Object.entries(longestDay))("the first screen in %s", (language, day) => {
  it.each(withPlan.map((flow) => [flow.id, flow] as const))(
    "holds all first lines of the heaviest plans on a phone, with and without scripts, whoever they are for: %s",
    async (id, flow) => {
      const rails = { scripted: (await visit()).page, plain: (await visit({ javaScriptEnabled: false })).page };
      const measured: Measured[] = [];
      let plans: readonly HeavyPlan[] | undefined;
      for (const { number } of wizards.filter((wizard) => wizard.flow === id)) {
        const wizard = `/${language}/questions/${String(number)}`;
        await rails.scripted.goto(inject("origin") + wizard);
        const titles = await titlesIn(rails.scripted);
        plans ??= heaviestPlans(flow, await dataIn(rails.scripted), (line) => rowsOf(line, titles));
        for (const plan of plans) measured.push(...(await look(rails, wizard, plan, day)));
      }
      expect(new Set(plans?.map(({ halt }) => halt !== null)).size, "with a halt and without").toBe(2);
      expect(Math.max(...(plans ?? []).map(({ endToday }) => endToday)), "a limit that ends today").toBeGreaterThan(0);
      expect(measured.filter(({ bottom }) => bottom > screenHeight)).toEqual([]);
      expect(measured.filter(({ target }) => target < leastTarget)).toEqual([]);
    },
    240_000,
  );
});
