import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { findViolations } from "./accessibility.ts";
import { fillIn, goOn, shownQuestion } from "./answering.ts";
import { useBrowser, visit } from "./visit.ts";

useBrowser();

const answers = { who: ["helper"], country: ["kz"], danger: ["detained"], "help-now": [], matter: ["protection"] };

/** Answers a question of the front door, after which the next one may stand in another wizard. */
async function answerHere(page: Page, question: string, answer: readonly string[]): Promise<void> {
  await fillIn(page, question, answer);
  await page.locator(`form[data-question="${question}"] button`).click();
  await page
    .locator(`[data-wizard] form[data-question="${question}"]:visible, main > form[data-question="${question}"]`)
    .waitFor({ state: "hidden" });
  await expect.poll(async () => shownQuestion(page)).not.toBeNull();
}

describe.each(["ru", "en"])("the front door in %s", (language) => {
  it.each([true, false])("shows what to do now, then leads on without asking twice (scripts: %s)", async (javaScriptEnabled) => {
    const { page, context, open, requests } = await visit({ javaScriptEnabled });
    await open(`/${language}/questions/2`);
    for (const [question, answer] of Object.entries(answers)) {
      expect(await shownQuestion(page)).toBe(question);
      if (question === "help-now") {
        expect(await page.locator('[data-advice^="steps/"]:visible').count()).toBeGreaterThan(0);
        expect(await page.locator('[data-advice^="organisations/"]:visible').count()).toBeGreaterThan(0);
        expect(await page.locator("[data-whole]:visible").count()).toBe(0);
        // Without scripts the checker cannot run; the page is the same but for what scripts add.
        if (javaScriptEnabled) expect(await findViolations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      }
      await answerHere(page, question, answer);
    }
    expect(Object.keys(answers)).not.toContain(await shownQuestion(page));
    const path = new URL(page.url()).pathname;
    expect(path.replace(/\/4$/, "")).toBe(`/${language}/questions/14`);
    if (!javaScriptEnabled) return;
    expect(await context.cookies()).toEqual([]);
    expect(requests.slice(1).map((request) => [request.method(), new URL(request.url()).pathname])).toEqual([
      ["GET", `/${language}/questions/14/part`],
    ]);
    expect(requests.map((request) => request.postData()).filter((body) => body !== null)).toEqual([]);
    await page.goBack();
    expect(await shownQuestion(page), "back leads to the front door, its answers kept").toBe("matter");
    expect(await page.locator('form[data-question="matter"] input[value="protection"]').isChecked()).toBe(true);
  });

  it.each([true, false])(
    "leads whoever answers for relatives to the family's questions in the third person (scripts: %s)",
    async (javaScriptEnabled) => {
      const { page, context, open, requests } = await visit({ javaScriptEnabled });
      await open(`/${language}/questions/2`);
      await answerHere(page, "who", ["for-relatives"]);
      expect(await shownQuestion(page)).toBe("country");
      await answerHere(page, "country", ["ru"]);
      expect(await shownQuestion(page), "the country is not asked for again").toBe("pressure-now");
      expect(new URL(page.url()).pathname.replace(/\/2$/, "")).toBe(`/${language}/questions/13`);
      const words = page.locator('form[data-question="pressure-now"]');
      expect(await words.innerText(), "the words of these questions are explained to whoever comes this way").toContain(
        language === "ru" ? "«Отказник» — тот, кто" : '"The refuser" is the one who',
      );
      await answerHere(page, "pressure-now", ["summoned"]);
      expect(await page.locator('[data-advice^="steps/"]:visible').count()).toBeGreaterThan(0);
      expect(await page.locator('[data-advice^="organisations/"]:visible').count()).toBeGreaterThan(0);
      if (!javaScriptEnabled) return;
      expect(await context.cookies()).toEqual([]);
      expect(requests.slice(1).map((request) => [request.method(), new URL(request.url()).pathname])).toEqual([
        ["GET", `/${language}/questions/13/part`],
      ]);
    },
  );

  it.each([true, false])(
    "asks where the others are when the plan turns out to be for them (scripts: %s)",
    async (javaScriptEnabled) => {
      const { page, open } = await visit({ javaScriptEnabled });
      await open(`/${language}/questions/2`);
      await answerHere(page, "who", ["self"]);
      await answerHere(page, "country", ["kz"]);
      await page.goBack();
      await page.locator('form[data-question="country"]:visible').waitFor();
      await page.locator("[data-back]:visible").click();
      await page.locator('form[data-question="who"]:visible').waitFor();
      await answerHere(page, "who", ["for-relatives"]);
      expect(await shownQuestion(page)).toBe("country");
      expect(await page.locator("select").inputValue(), "the country of the one who asks is not theirs").toBe("");
    },
  );
});

describe("the other language", () => {
  it("keeps every answer, there and back, with and without scripts", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, context, open, requests } = await visit({ javaScriptEnabled });
      await open("/ru/questions/2");
      for (const [question, answer] of Object.entries({ who: ["self"], country: ["kz"], danger: ["none"], matter: ["record"] })) {
        await fillIn(page, question, answer);
        await goOn(page, question);
      }
      await page.locator("form[data-question]:visible").first().waitFor();
      const asked = await shownQuestion(page);
      for (const [language, title] of [
        ["en", "Questions"],
        ["ru", "Вопросы"],
      ] as const) {
        await page.locator(`nav a[hreflang="${language}"]`).click();
        await page.locator(`html[lang="${language}"]`).waitFor();
        expect(new URL(page.url()).pathname.split("/").slice(1, 4)).toEqual([language, "questions", "5"]);
        expect(await page.title()).toContain(title);
        expect(await shownQuestion(page)).toBe(asked);
      }
      if (!javaScriptEnabled) continue;
      await page.goBack();
      expect(await shownQuestion(page), "back leads to the front door, its answers kept").toBe("matter");
      expect(await page.locator('form[data-question="matter"] input[value="record"]').isChecked()).toBe(true);
      expect(await context.cookies()).toEqual([]);
      expect(requests.filter((request) => request.method() !== "GET")).toEqual([]);
    }
  });

  it("is not shown while there is no connection, and nothing is lost", async () => {
    const { page, context, open } = await visit();
    await open("/ru/questions/1");
    await fillIn(page, "country", ["kz"]);
    await goOn(page, "country");
    await context.setOffline(true);
    await page.locator('nav a[hreflang="en"]').click();
    await page.locator("[data-onward-missing]:visible").waitFor();
    expect(await shownQuestion(page)).toBe("danger");
    await context.setOffline(false);
    await page.locator('nav a[hreflang="en"]').click();
    await page.locator('html[lang="en"]').waitFor();
    expect(await shownQuestion(page)).toBe("danger");
    await page.locator("[data-back]:visible").click();
    expect(await page.locator("select").inputValue()).toBe("kz");
  });
});

describe("when the connection breaks between two wizards", () => {
  it("says so, keeps the answers, and goes on when it is back", async () => {
    const { page, context, open } = await visit();
    await open("/ru/questions/2");
    for (const question of ["who", "country", "danger"] as const) {
      await fillIn(page, question, { who: ["self"], country: ["fr"], danger: ["none"] }[question]);
      await goOn(page, question);
    }
    await context.setOffline(true);
    await fillIn(page, "matter", ["protection"]);
    await page.locator('form[data-question="matter"] button').click();
    await page.locator("[data-onward-missing]:visible").waitFor();
    expect(await shownQuestion(page)).toBe("matter");
    await context.setOffline(false);
    await page.locator('form[data-question="matter"] button').click();
    await page.locator('form[data-question="service"]:visible').waitFor();
    expect(page.url()).toBe(`${inject("origin")}/ru/questions/1`);
  });
});

describe("the plan's extras", () => {
  it("copies the plan as plain text, ticks lines off in memory only, and fills in a letter that is never sent", async () => {
    const { page, context, open, requests } = await visit();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open("/ru/questions/5");
    for (let question = await shownQuestion(page); question !== null; question = await shownQuestion(page)) {
      const known: Record<string, string[]> = { country: ["ru"], danger: ["none"] };
      await fillIn(page, question, known[question] ?? ["unknown"]);
      await goOn(page, question);
    }
    await page.locator("[data-copy-plan]").click();
    await page.locator("[data-message]:visible").waitFor();
    const message = await page.locator("[data-message] textarea").inputValue();
    const titles = await page.locator('[data-advice^="steps/"]:visible h3').allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(message).toContain(title);
    expect(message).not.toContain("undefined");
    await page.locator('[data-advice^="steps/"]:visible [data-tick] input').first().check();

    const letter = page.locator('[data-advice^="letters/"]:visible').first();
    await letter.locator("summary").click();
    const blank = letter.locator(".blank").first();
    await blank.waitFor();
    const before = requests.length;
    await blank.fill("zzplantletter");
    await letter.locator("[data-copy-letter]").click();
    expect(requests.length, "nothing is sent").toBe(before);
    expect(requests.map((request) => `${request.url()} ${request.postData() ?? ""}`).join(" ")).not.toContain("zzplant");
    await expect.poll(async () => page.evaluate(async () => navigator.clipboard.readText())).toContain("zzplantletter");
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
});
