import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Flow, Position } from "../../machines/flow.ts";
import { flows } from "../../machines/index.ts";
import type { Catalogue } from "../../app/guidance/catalogue.ts";
import { readContentFolder } from "../../app/guidance/folder.ts";
import { loadCatalogue } from "../../app/guidance/load.ts";
import { answerClasses } from "../../app/wizard/answer-classes.ts";
import { writeAnswers } from "../../app/wizard/answers-cookie.ts";
import { rulesOf } from "../../app/wizard/rules.ts";
import { createAnswerSeal } from "../../app/wizard/seal.ts";
import { origin, startRoutes } from "./site.ts";

const story = z.object({ wizard: z.string(), today: z.iso.date(), answers: z.record(z.string(), z.array(z.string())) });
const stories = readdirSync("tests/scenarios")
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => ({ file, ...story.parse(parse(readFileSync(`tests/scenarios/${file}`, "utf8"))) }));

const seal = createAnswerSeal();
let catalogue: Catalogue;
let ask: (request: Request) => Promise<Response>;

beforeAll(async () => {
  const loaded = loadCatalogue(await readContentFolder("content"), "2026-11-22");
  if (!loaded.catalogue) throw new Error(JSON.stringify(loaded.faults));
  catalogue = loaded.catalogue;
  ask = await startRoutes(catalogue, { answers: seal, today: "2026-11-22" });
});

function numberOf(wizard: string): string {
  const entry = catalogue.entries.wizards.get(wizard);
  if (!entry) throw new Error(`no wizard ${wizard}`);
  return String(entry.data.number);
}

/** Lines of the plan that a wizard's last step shows, in their order. */
async function planOf(wizard: string, language: string, answers: Record<string, string[]>): Promise<string[]> {
  const cookie = (await writeAnswers(answers, seal)).split(";")[0] ?? "";
  const address = `${origin}/${language}/questions/${numberOf(wizard)}`;
  const last = await ask(new Request(`${address}/99`, { headers: { cookie } }));
  expect(last.status).toBe(303);
  const page = await ask(new Request(new URL(last.headers.get("location") ?? "", origin), { headers: { cookie } }));
  expect(page.headers.get("cache-control")).toBe("no-store");
  const html = await page.text();
  expect(html).toContain("data-plan");
  return [...html.matchAll(/ data-(?:advice|first|reading)="([^"]+)"/g)].map(([, name = ""]) => name);
}

/** Sends one answer as a form does. */
async function answer(step: string, question: string, values: readonly string[], cookie: string): Promise<Response> {
  const body = new URLSearchParams([["question", question], ...values.map((value) => ["answer", value])]);
  return ask(new Request(`${origin}${step.replace(/\/\d+$/, "")}`, { method: "POST", body, headers: { cookie } }));
}

describe("a wizard about another person", () => {
  it.each(stories.map(({ file, ...rest }) => [file, rest] as const))(
    "gives the same plan: %s",
    async (_file, { wizard, answers }) => {
      const other = `${wizard}-another`;
      expect(catalogue.entries.wizards.has(other)).toBe(true);
      for (const language of ["ru", "en"]) {
        const own = await planOf(wizard, language, answers);
        expect(own.length).toBeGreaterThan(5);
        expect(await planOf(other, language, answers)).toEqual(own);
      }
    },
  );
});

/** For each question of a flow some answers that lead to it. */
function waysToQuestions(flow: Flow): ReadonlyMap<string, Record<string, string[]>> {
  const rules = rulesOf(catalogue, flow, "2026-11-22");
  const context = { countryClasses: rules.countryClasses, today: "2026-11-22" };
  const ways = new Map<string, Record<string, string[]>>();
  const open: { position: Position; answers: Record<string, string[]> }[] = [{ position: flow.start, answers: {} }];
  const seen = new Set<string>();
  for (let next = open.shift(); next; next = open.shift()) {
    const { position, answers } = next;
    const { question } = position;
    const definition = question === null ? undefined : flow.questions[question];
    if (question === null || !definition || seen.has(position.key)) continue;
    seen.add(position.key);
    if (!ways.has(question)) ways.set(question, answers);
    for (const { answer, values } of answerClasses(definition, rules, context)) {
      const after = position.next(values);
      if (after) open.push({ position: after, answers: { ...answers, [question]: [...answer] } });
    }
  }
  return ways;
}

describe("both rails of every wizard in every language", () => {
  const wizards = readdirSync("content/wizards");

  it.each(wizards)("ask every question with every answer, and hold every line: %s", async (wizard) => {
    const flow = flows[catalogue.entries.wizards.get(wizard)?.data.flow ?? ""];
    if (!flow) throw new Error(`no flow for ${wizard}`);
    const questions = Object.keys(flow.questions);
    const advice = rulesOf(catalogue, flow, "2026-11-22").advice.map(({ kind, id }) => `${kind}/${id}`);
    const ways = waysToQuestions(flow);
    expect([...ways.keys()].sort()).toEqual([...questions].sort());
    for (const { code } of catalogue.languages) {
      const address = `${origin}/${code}/questions/${numberOf(wizard)}`;
      const whole = await (await ask(new Request(address))).text();
      const named = (pattern: RegExp): string[] => [...whole.matchAll(pattern)].map(([, name = ""]) => name);
      expect(named(/<form[^>]* data-question="([^"]+)"/g).sort(), "with scripts").toEqual([...questions].sort());
      expect(named(/ data-advice="([^"]+)"/g).sort()).toEqual([...advice].sort());
      expect(whole).not.toMatch(/<h[13][^>]*>\s*<\/h[13]>/);
      for (const [question, answers] of ways) {
        const cookie = (await writeAnswers(answers, seal)).split(";")[0] ?? "";
        const step = String(Object.keys(answers).length + 1);
        const html = await (await ask(new Request(`${address}/${step}`, { headers: { cookie } }))).text();
        expect(html, `without scripts: ${question}`).toMatch(new RegExp(`<form[^>]* data-question="${question}"`));
        const definition = flow.questions[question];
        for (const option of definition && "options" in definition ? definition.options : []) {
          expect(html, question).toContain(`value="${option}"`);
        }
      }
    }
  });
});

describe("a form that does not fit the answers", () => {
  const sent = async (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
    ask(new Request(`${origin}/ru/questions/1`, { method: "POST", body, headers }));

  it.each(["application/json", "multipart/form-data", "text/plain", "application/x-www-form-urlencoded"])(
    "is taken for an empty one if it is none: %s",
    async (type) => {
      const response = await sent('{"question":', { "content-type": type });
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toBe("/ru/questions/1/1");
    },
  );

  it("leads to the first question, and says why, when the answers before it are gone", async () => {
    const response = await sent(new URLSearchParams({ question: "threats", answer: "none" }));
    expect(response.headers.get("location")).toBe("/ru/questions/1/1");
    expect(response.headers.get("set-cookie")).toBeNull();
    const page = await ask(new Request(`${origin}/ru/questions/1/1`));
    expect(await page.text()).toContain("Ваших ответов здесь больше нет");
  });

  it.each([100, 5_000, 50_000])(
    "leads to the first question, and says why, when its cookie is %i letters of nothing",
    async (length) => {
      const cookie = `__Host-answers=${"x".repeat(length)}`;
      const response = await sent(new URLSearchParams({ question: "threats", answer: "none" }), { cookie });
      expect(response.headers.get("location")).toBe("/ru/questions/1/1");
      const page = await ask(new Request(`${origin}/ru/questions/1/1`, { headers: { cookie } }));
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("Ваших ответов здесь больше нет");
    },
  );

  it("is not mixed with what was begun in another tab, and says so", async () => {
    const cookie = (await writeAnswers({ country: ["ru"] }, seal)).split(";")[0] ?? "";
    const response = await sent(new URLSearchParams({ question: "threats", answer: "none" }), { cookie });
    expect(response.status).toBe(422);
    expect(response.headers.get("set-cookie")).toBeNull();
    const html = await response.text();
    expect(html).toContain('data-question="danger"');
    expect(html).toContain("в другой вкладке");
  });
});

describe("the front door without scripts", () => {
  async function walk(answers: readonly (readonly [string, readonly string[]])[]): Promise<string> {
    let step = "/ru/questions/2/1";
    let cookie = "";
    for (const [question, values] of answers) {
      const response = await answer(step, question, values, cookie);
      expect(response.status, question).toBe(303);
      step = response.headers.get("location") ?? "";
      cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    }
    return step;
  }

  it.each([
    ["self", "fr", "protection", "asylum"],
    ["self", "kz", "protection", "transit"],
    ["helper", "kz", "unknown", "transit-another"],
    ["helper", "de", "protection", "asylum-another"],
    ["self", "ru", "record", "record"],
    ["helper", "ru", "record", "record-another"],
    ["self", "ru", "payment", "payment"],
    ["helper", "ru", "payment", "payment-another"],
  ])("leads %s in %s with %s into %s, past what was answered", async (who, country, matter, wizard) => {
    const step = await walk([
      ["who", [who]],
      ["country", [country]],
      ["danger", ["none"]],
      ["matter", [matter]],
    ]);
    expect(step).toBe(`/ru/questions/${numberOf(wizard)}/3`);
  });

  it.each([
    ["relative", "ru", "family"],
    ["for-relatives", "ru", "family-another"],
    ["for-relatives", "kz", "family-another"],
  ])("leads %s in %s into %s", async (who, country, wizard) => {
    const step = await walk([
      ["who", [who]],
      ["country", [country]],
    ]);
    expect(step).toBe(`/ru/questions/${numberOf(wizard)}/2`);
  });

  it("keeps the answers when who asks stays the same, and drops them when the plan is for somebody else", async () => {
    const given = { who: ["self"], country: ["kz"], danger: ["none"] };
    const cookie = (await writeAnswers(given, seal)).split(";")[0] ?? "";
    for (const [who, step] of [
      ["self", 4],
      ["for-relatives", 2],
      ["helper", 2],
    ] as const) {
      const response = await answer("/ru/questions/2/1", "who", [who], cookie);
      expect(response.headers.get("location"), who).toBe(`/ru/questions/2/${String(step)}`);
    }
  });

  it("first shows what to do now and whom to call when danger is immediate", async () => {
    const cookie = (await writeAnswers({ who: ["self"], country: ["kz"], danger: ["detained"] }, seal)).split(";")[0] ?? "";
    const html = await (await ask(new Request(`${origin}/ru/questions/2/4`, { headers: { cookie } }))).text();
    expect(html).toContain('data-question="help-now"');
    expect(html).toMatch(/data-advice="steps\//);
    expect(html).toMatch(/data-advice="organisations\//);
    expect(html.indexOf('data-advice="steps/')).toBeLessThan(html.indexOf("<form"));
  });

  it("drops answers given before when a wizard is opened anew: they may be another person's", async () => {
    const cookie = (await writeAnswers(stories[0]?.answers ?? {}, seal)).split(";")[0] ?? "";
    const first = await (await ask(new Request(`${origin}/ru/questions/1`))).text();
    expect(first).toContain('name="begin"');
    const body = new URLSearchParams({ question: "country", answer: "fr", begin: "anew" });
    const response = await ask(new Request(`${origin}/ru/questions/1`, { method: "POST", body, headers: { cookie } }));
    expect(response.headers.get("location")).toBe("/ru/questions/1/2");
  });
});
