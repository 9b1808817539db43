import { readFileSync } from "node:fs";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { answerAll, fillIn, goOn, shownPlan, shownQuestion } from "./answering.ts";
import { findViolations } from "./accessibility.ts";
import { useBrowser, visit } from "./visit.ts";

const story = z.object({
  answers: z.record(z.string(), z.array(z.string())),
  must: z.array(z.string()),
  mustNot: z.array(z.string()),
});
const load = (name: string): z.infer<typeof story> => story.parse(parse(readFileSync(`tests/scenarios/${name}.yaml`, "utf8")));

useBrowser();

describe.each(["ru", "en"])("the asylum wizard in %s", (language) => {
  it.each(["deserter-in-kazakhstan", "mobilised-in-france", "knows-nothing"])(
    "gives the same plan with and without scripts: %s",
    async (name) => {
      const { answers, must, mustNot } = load(name);

      const scripted = await visit();
      await scripted.open(`/${language}/questions/1`);
      const asked = await answerAll(scripted.page, answers);
      expect(scripted.requests.length, "the whole way to the plan is one response, and no request carries an answer").toBe(1);
      expect(await scripted.context.cookies()).toEqual([]);
      const withScripts = await shownPlan(scripted.page);

      const plain = await visit({ javaScriptEnabled: false });
      await plain.open(`/${language}/questions/1`);
      expect(await answerAll(plain.page, answers)).toEqual(asked);
      expect(new URL(plain.page.url()).pathname).toBe(`/${language}/questions/1/${String(asked.length + 1)}`);
      const withoutScripts = await shownPlan(plain.page);

      expect(withScripts).toEqual(withoutScripts);
      expect(withScripts.advice).toEqual(expect.arrayContaining(must));
      expect(withScripts.advice.filter((line) => mustNot.includes(line))).toEqual([]);
      expect(withScripts.first.length).toBeGreaterThan(2);
    },
  );

  it("has no barrier for assistive technology, in questions and plan", async () => {
    const { answers } = load("deserter-in-kazakhstan");
    const { page, open } = await visit();
    await open(`/${language}/questions/1`);
    expect(await findViolations(page)).toEqual([]);
    await fillIn(page, "country", ["kz"]);
    await goOn(page, "country");
    expect(await findViolations(page)).toEqual([]);
    await answerAll(page, answers);
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it("says what is wrong with an answer and keeps what was typed, on both rails", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, open } = await visit({ javaScriptEnabled });
      await open(`/${language}/questions/1`);
      await page.locator('form[data-question="country"] button').click();
      await page.locator('[data-question="country"] [data-problem="nothing-chosen"]').waitFor();
      const answers = { country: ["kz"], danger: ["none"], service: ["contract"], left: ["left-unit"] };
      for (const [question, answer] of Object.entries(answers)) {
        await fillIn(page, question, answer);
        await goOn(page, question);
      }
      await fillIn(page, "left-on", ["2026-02-31"]);
      await page.locator('form[data-question="left-on"] button').click();
      await page.locator('[data-question="left-on"] [data-problem="no-such-day"]').waitFor();
      expect(await page.locator('[data-question="left-on"] [name="day"]').inputValue()).toBe("31");
      expect(await page.locator('[data-question="left-on"] [name="year"]').inputValue()).toBe("2026");
    }
  });

  it("lets any answer be changed and keeps the rest, on both rails", async () => {
    const { answers } = load("deserter-in-kazakhstan");
    for (const javaScriptEnabled of [true, false]) {
      const { page, open } = await visit({ javaScriptEnabled });
      await open(`/${language}/questions/1`);
      await answerAll(page, answers);
      await page.locator('[data-change="passport"]').click();
      expect(await shownQuestion(page)).toBe("passport");
      expect(await page.locator('input[value="internal-only"]').isChecked()).toBe(true);
      await fillIn(page, "passport", ["foreign-valid"]);
      await goOn(page, "passport");
      expect(await shownQuestion(page), "the answers after it are kept").toBeNull();
      const { advice } = await shownPlan(page);
      expect(advice).toContain("steps/onward-with-passport");
      expect(advice).not.toContain("steps/onward-without-passport");
    }
  });

  it("goes back by its own link and by the browser's button", async () => {
    const { page, open } = await visit();
    await open(`/${language}/questions/1`);
    await fillIn(page, "country", ["fr"]);
    await goOn(page, "country");
    await fillIn(page, "danger", ["none"]);
    await goOn(page, "danger");
    await page.locator("[data-back]:visible").click();
    await page.locator('form[data-question="danger"]:visible').waitFor();
    await page.goBack();
    await page.locator('form[data-question="country"]:visible').waitFor();
    expect(await page.locator("select").inputValue()).toBe("fr");
  });
});

describe("a page reloaded in the middle", () => {
  it("begins again and says why", async () => {
    const { page, open } = await visit();
    await open("/ru/questions/1");
    expect(await page.locator("[data-reopened]").isVisible()).toBe(false);
    await fillIn(page, "country", ["fr"]);
    await goOn(page, "country");
    await page.reload();
    expect(await shownQuestion(page)).toBe("country");
    expect(await page.locator("[data-reopened]").isVisible()).toBe(true);
    await fillIn(page, "country", ["fr"]);
    await goOn(page, "country");
    expect(await page.locator("[data-reopened]").isVisible()).toBe(false);
  });
});

describe("every other wizard", () => {
  it.each([
    [3, "family-wife-dismissed-child-questioned"],
    [14, "transit-flight-stopped-in-almaty"],
    [15, "record-wife-hospital-wanted"],
    [6, "payment-hospital-recorded-absent"],
  ])("gives the same plan with and without scripts: %i, %s", async (number, name) => {
    const { answers, must } = load(name);
    const plans = [];
    for (const javaScriptEnabled of [true, false]) {
      const { page, open } = await visit({ javaScriptEnabled });
      await open(`/ru/questions/${String(number)}`);
      const asked = await answerAll(page, answers);
      plans.push({ asked, ...(await shownPlan(page)) });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
    expect(plans[0]).toEqual(plans[1]);
    expect(plans[0]?.advice).toEqual(expect.arrayContaining(must));
  });
});

describe("the wizard's page", () => {
  it("opens the details of a line from one fixed document", async () => {
    const { answers } = load("deserter-in-kazakhstan");
    const { page, open, requests } = await visit();
    await open("/ru/questions/1");
    await answerAll(page, answers);
    const before = requests.length;
    const line = page.locator('[data-advice="grounds/political-opinion"]');
    await line.locator("summary").click();
    await expect.poll(async () => line.locator("[data-details] p").count()).toBeGreaterThan(0);
    expect(requests.slice(before).map((request) => request.url())).toEqual([
      `${inject("origin")}/ru/questions/1/details/grounds`,
    ]);
    expect(requests.at(-1)?.postData()).toBeNull();
    const cited = await line.locator("a[href^='#source-']").first().getAttribute("href");
    expect(await page.locator(`li${cited ?? ""}`).isVisible()).toBe(true);
  });

  it("keeps its title, its address and its history free of answers", async () => {
    const { answers } = load("mobilised-in-france");
    const { page, open } = await visit({ javaScriptEnabled: false });
    const titles = new Set<string>();
    await open("/en/questions/1");
    for (let question = await shownQuestion(page); question !== null; question = await shownQuestion(page)) {
      titles.add(await page.title());
      expect(page.url()).toMatch(/\/en\/questions\/1(?:\/\d{1,2})?$/);
      await fillIn(page, question, answers[question] ?? []);
      await goOn(page, question);
    }
    titles.add(await page.title());
    expect([...titles]).toEqual(["Questions"]);
  });

  it("starts anew, and says so, when the answers are gone or forged", async () => {
    const { page, context, open } = await visit({ javaScriptEnabled: false });
    await open("/en/questions/1/7");
    expect(new URL(page.url()).pathname).toBe("/en/questions/1/1");
    expect(await page.locator("main").innerText()).toContain("Your answers are no longer here");
    for (const value of ["forged", "eyJhbGciOiJkaXIifQ..a.b.c", "%00%ff", "x".repeat(3000)]) {
      await context.addCookies([
        { name: "__Host-answers", value, url: inject("origin").replace("http:", "https:"), secure: true },
      ]);
      const response = await page.goto(`${inject("origin")}/en/questions/1/3`);
      expect(response?.status()).toBe(200);
      expect(await shownQuestion(page)).toBe("country");
    }
  });

  it.each([true, false])("erases everything and leaves (scripts: %s)", async (javaScriptEnabled) => {
    const { page, context, open } = await visit({ javaScriptEnabled }, /^https:\/\/ru\.wikipedia\.org\//);
    await open("/ru/questions/1");
    await fillIn(page, "country", ["kz"]);
    await goOn(page, "country");
    expect((await context.cookies()).length).toBe(javaScriptEnabled ? 0 : 1);
    const [redirect] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith("/ru/leave")),
      page.locator("[data-erase]").click(),
    ]);
    expect(redirect.headers()["referrer-policy"]).toBe("no-referrer");
    expect(redirect.headers().location).toContain("wikipedia.org");
    // The browser acts on this header and does not show it, so it is asked for once more, past the browser.
    const { headers } = await fetch(redirect.url(), { redirect: "manual" });
    expect(headers.get("clear-site-data")).toBe('"cache", "cookies", "storage"');
    expect(await context.cookies()).toEqual([]);
    await page.goBack().catch(() => null);
    const select = page.locator("select");
    expect((await select.count()) === 0 || (await select.inputValue()) === "", "going back shows no answer").toBe(true);
  });
});
