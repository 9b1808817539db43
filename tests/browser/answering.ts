import type { Page } from "playwright-core";
import { inject } from "vitest";
import type { Bag } from "../../app/wizard/bag.ts";
import type { Answered } from "../../app/wizard/replay.ts";

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

/** Gives these answers in the page, with scripts, at once: as the reader's own clicks do, without waiting for any of them. */
export async function answerAtOnce(page: Page, path: readonly Answered[]): Promise<void> {
  await page.evaluate((answers) => {
    for (const { question, answer } of answers) {
      const form = document.querySelector<HTMLFormElement>(`form[data-question="${question}"]`);
      const [first = ""] = answer;
      const [year = "", month = "", day = ""] = first.split("-");
      for (const field of form?.querySelectorAll("select") ?? []) field.value = first;
      for (const field of form?.querySelectorAll("input") ?? []) {
        if (field.type === "radio" || field.type === "checkbox") field.checked = answer.includes(field.value);
        if (field.type === "text" && /^\d/.test(first)) field.value = { year, month, day }[field.name] ?? "";
      }
      form?.requestSubmit();
    }
  }, path);
}

/** Sends these answers one by one, as a browser without scripts sends them, and gives the page the cookie and the plan. */
export async function answerByForms(page: Page, wizard: string, path: readonly Answered[]): Promise<void> {
  const origin = inject("origin");
  let cookie = "";
  let step = wizard;
  for (const { question, answer } of path) {
    const [first = ""] = answer;
    const [year = "", month = "", day = ""] = first.split("-");
    const values = /^\d{4}-/.test(first) ? Object.entries({ year, month, day }) : answer.map((value) => ["answer", value]);
    const response = await fetch(origin + wizard, {
      method: "POST",
      body: new URLSearchParams([...(cookie === "" ? [["begin", "anew"]] : []), ["question", question], ...values]),
      headers: { cookie },
      redirect: "manual",
    });
    if (response.status !== 303) throw new Error(`${wizard} does not take ${answer.join("+")} to ${question}`);
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    step = response.headers.get("location") ?? "";
  }
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: origin.replace("http:", "https:"), secure: true }]);
  await page.goto(origin + step);
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
