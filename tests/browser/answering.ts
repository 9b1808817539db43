import type { Page } from "playwright-core";
import type { Bag } from "../../app/wizard/bag.ts";

/** The question that the page shows now, or null if it shows the plan. */
export async function shownQuestion(page: Page): Promise<string | null> {
  const forms = page.locator("form[data-question]:visible");
  return (await forms.count()) === 0 ? null : forms.first().getAttribute("data-question");
}

/** Fills in the form of a question as a person would. */
export async function fillIn(page: Page, question: string, answer: readonly string[]): Promise<void> {
  const form = page.locator(`form[data-question="${question}"]`);
  // A halt asks nothing: there is only the way on.
  if ((await form.locator("fieldset").count()) === 0) return;
  const [first = ""] = answer;
  if ((await form.locator("select").count()) > 0) {
    await form.locator("select").selectOption(first);
  } else if (/^\d{4}-/.test(first)) {
    const [year = "", month = "", day = ""] = first.split("-");
    await form.locator('[name="day"]').fill(day);
    await form.locator('[name="month"]').fill(month);
    await form.locator('[name="year"]').fill(year);
  } else {
    for (const option of answer) await form.locator(`input[value="${option}"]`).check();
  }
}

/** Sends the form of a question and waits until another one, or the plan, is shown. */
export async function goOn(page: Page, question: string): Promise<void> {
  await page.locator(`form[data-question="${question}"] button`).click();
  await page.locator(`form[data-question="${question}"]:visible`).waitFor({ state: "hidden" });
}

/** Answers question after question until the plan is shown. Returns the questions in the order in which they were asked. */
export async function answerAll(page: Page, answers: Bag): Promise<string[]> {
  const asked: string[] = [];
  for (let question = await shownQuestion(page); question !== null; question = await shownQuestion(page)) {
    const answer = answers[question];
    if (!answer) throw new Error(`the story has no answer to ${question}`);
    asked.push(question);
    await fillIn(page, question, answer);
    await goOn(page, question);
  }
  return asked;
}

/** What the plan shows, line by line: `kind/id` for advice and reading, and the days of its time limits. */
export async function shownPlan(page: Page): Promise<{ first: string[]; advice: string[]; reading: string[]; days: string[] }> {
  const attribute = async (name: string): Promise<string[]> =>
    page
      .locator(`[data-plan] [${name}]:visible`)
      .evaluateAll((items, key) => items.map((item) => item.getAttribute(key) ?? ""), name);
  return {
    first: await attribute("data-first"),
    advice: await attribute("data-advice"),
    reading: await attribute("data-reading"),
    days: await page
      .locator("[data-plan] time[data-last-day]:visible")
      .evaluateAll((times) => times.map((time) => time.textContent)),
  };
}
