import { flows } from "../../machines/index.ts";
import type { Flow } from "../../machines/flow.ts";
import type { Bag } from "./bag.ts";
import type { DeadlineResult } from "./deadline.ts";
import { readAnswer, type AnswerProblem } from "./form.ts";
import { isIslandData, type IslandData } from "./island-data.ts";
import { plan, type PlanLine } from "./plan.ts";
import { replay, type Answered, type Replay } from "./replay.ts";

/**
 * The wizard's controller in the page. Answers live in its memory only: nothing is sent, stored or put into the address,
 * which carries the number of a step and no more. It shows, hides and fills what the server has rendered.
 */
function startWizard(root: HTMLElement, flow: Flow, data: IslandData): void {
  const context = { countryClasses: data.rules.countryClasses, today: data.today };
  let bag: Bag = {};

  const all = (selector: string, within: ParentNode = root): HTMLElement[] => [...within.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string, within: ParentNode = root): HTMLElement | null => within.querySelector<HTMLElement>(selector);
  const formOf = (question: string): HTMLFormElement | null =>
    root.querySelector<HTMLFormElement>(`form[data-question="${CSS.escape(question)}"]`);
  const now = (): Replay => replay(flow, bag, context);

  /** The words of an answer, as they stand in its form. */
  function labelsOf({ question, answer }: Answered): readonly string[] {
    const form = formOf(question);
    return answer.map((option) => {
      const field = form?.querySelector(`[value="${CSS.escape(option)}"]`);
      const label = field instanceof HTMLOptionElement ? field : field?.closest("label");
      return label?.textContent.trim() ?? formatDay(option, { dateStyle: "long" });
    });
  }

  function formatDay(day: string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(data.locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  }

  /** Shows the step with this number: a question, or the plan. A step that cannot be reached yet is replaced by the last one. */
  function show(wanted: number, focus: boolean): void {
    const { path, current } = now();
    const step = Math.min(Math.max(wanted, 1), path.length + 1);
    const question = path[step - 1]?.question ?? current;
    for (const form of all("form[data-question]")) form.hidden = form.dataset.question !== question;
    for (const start of all("[data-start]")) start.hidden = step > 1;
    const planView = one("[data-plan]");
    if (planView) planView.hidden = question !== null;
    if (question === null) showPlan(path);
    else showQuestion(question, step);
    if (focus) one(question === null ? "[data-plan] h1" : `#question-${CSS.escape(question)}`)?.focus();
    if (focus) window.scrollTo(0, 0);
  }

  function showQuestion(question: string, step: number): void {
    const form = formOf(question);
    if (!form) return;
    const number = one("[data-number]", form);
    if (number) number.textContent = String(step);
    const back = one("[data-back]", form);
    if (back) back.hidden = step === 1;
    showProblem(form, null);
  }

  function showProblem(form: HTMLElement, problem: AnswerProblem | null): void {
    for (const message of all("[data-problem]", form)) message.hidden = message.dataset.problem !== problem;
  }

  function showPlan(path: readonly Answered[]): void {
    const made = plan(path, data.rules, data.today);
    const lines = new Map<string, PlanLine>();
    for (const group of [
      made.steps,
      made.doNot,
      made.dangers,
      made.supports,
      made.weakens,
      made.documents,
      made.letters,
      made.contacts,
    ]) {
      for (const line of group) lines.set(`${line.rule.kind}/${line.rule.id}`, line);
    }
    const first = new Set(made.first.map(({ rule }) => `${rule.kind}/${rule.id}`));
    for (const item of all("[data-first]")) {
      const name = item.dataset.first ?? "";
      const deadline = lines.get(name)?.deadline;
      item.hidden = !first.has(name);
      if (deadline) fillDeadline(item, deadline, path);
    }
    for (const item of all("[data-advice]")) {
      const line = lines.get(item.dataset.advice ?? "");
      item.hidden = !line;
      if (line) fillLine(item, line, path);
    }
    for (const item of all("[data-reading]")) item.hidden = !made.reading.includes(item.dataset.reading ?? "");
    for (const reference of made.reading) {
      const item = one(`[data-reading="${CSS.escape(reference)}"]`);
      item?.parentElement?.append(item);
    }
    for (const group of all("[data-group]")) {
      group.hidden = !all("[data-advice], [data-reading]", group).some((item) => !item.hidden);
    }
    showSources();
    for (const row of all("[data-answered]")) {
      const answered = path.find(({ question }) => question === row.dataset.answered);
      row.hidden = !answered;
      const answer = one("[data-answer]", row);
      if (answer && answered) answer.textContent = labelsOf(answered).join("; ");
    }
  }

  function fillLine(item: HTMLElement, line: PlanLine, path: readonly Answered[]): void {
    const reasons = path.filter(({ question }) => line.because.includes(question));
    for (const note of all("[data-overdue]", item)) note.hidden = !line.overdue;
    for (const note of all("[data-everyone]", item)) note.hidden = reasons.length > 0;
    for (const because of all("[data-because]", item)) {
      because.hidden = reasons.length === 0;
      one("ul", because)?.replaceChildren(...reasons.map(reasonItem));
    }
    if (line.deadline) fillDeadline(item, line.deadline, path);
  }

  function reasonItem(answered: Answered): HTMLLIElement {
    const item = document.createElement("li");
    const answer = document.createElement("b");
    answer.textContent = labelsOf(answered).join("; ");
    item.append(one("h1", formOf(answered.question) ?? root)?.textContent.trim() ?? "", " ", answer);
    return item;
  }

  function fillDeadline(item: HTMLElement, result: DeadlineResult, path: readonly Answered[]): void {
    const country = path.find(({ question }) => question === "country")?.answer[0];
    for (const rule of all("[data-rule]", item)) rule.hidden = rule.dataset.rule !== country;
    for (const note of all("[data-state]", item)) {
      const state = note.dataset.state;
      note.hidden = state === "uncertain" ? !("certain" in result) || result.certain : state !== result.state;
    }
    if (!("lastDay" in result)) return;
    for (const time of item.querySelectorAll<HTMLTimeElement>("time[data-last-day]")) {
      time.dateTime = result.lastDay;
      time.textContent = formatDay(result.lastDay, { dateStyle: "full" });
    }
  }

  /** Fetches the bodies of all advice, once. The document is the same for everyone, so asking for it tells nothing. */
  async function loadBodies(): Promise<void> {
    const places = all("[data-body]").filter(({ childElementCount }) => childElementCount === 0);
    if (places.length === 0) return;
    const missing = all("[data-body-missing]");
    try {
      const response = await fetch(root.dataset.details ?? "", { credentials: "omit" });
      if (!response.ok) throw new Error("no details");
      const bodies = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const place of places) {
        const body = bodies.querySelector(`[data-body="${CSS.escape(place.dataset.body ?? "")}"]`);
        place.replaceChildren(...(body?.childNodes ?? []));
      }
      one("[data-sources]")?.replaceChildren(...(bodies.querySelector("[data-sources]")?.childNodes ?? []));
      showSources();
      for (const note of missing) note.hidden = true;
    } catch {
      for (const note of missing) note.hidden = false;
    }
  }

  /** Sources carry numbers; those that no visible line cites stay hidden. */
  function showSources(): void {
    const cited = new Set(all("[data-advice]:not([hidden]) a[href^='#source-']").map((link) => link.getAttribute("href")));
    for (const source of all("[id^='source-']")) source.hidden = !cited.has(`#${source.id}`);
  }

  function go(step: number): void {
    history.pushState(null, "", `#${String(step)}`);
    show(step, true);
  }

  function takeAnswer(form: HTMLFormElement): void {
    const question = form.dataset.question ?? "";
    const definition = flow.questions[question];
    if (!definition) return;
    const read = readAnswer(definition, new FormData(form), context);
    if ("problem" in read) {
      showProblem(form, read.problem);
      return;
    }
    bag = { ...bag, [question]: read.answer };
    go(now().path.length + 1);
  }

  function stepOfAddress(): number {
    return Number(/^#(\d{1,3})$/.exec(location.hash)?.[1] ?? 1);
  }

  root.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    takeAnswer(event.target);
  });
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    if (link.dataset.back !== undefined) {
      event.preventDefault();
      history.back();
    } else if (link.dataset.change !== undefined) {
      event.preventDefault();
      go(now().path.findIndex(({ question }) => question === link.dataset.change) + 1);
    }
  });
  // Leaving, by whichever control, forgets the answers and takes this page out of the history.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link?.pathname.endsWith("/leave")) return;
    event.preventDefault();
    bag = {};
    for (const form of root.querySelectorAll("form")) form.reset();
    location.replace(link.href);
  });
  root.addEventListener(
    "toggle",
    (event) => {
      if (event.target instanceof HTMLDetailsElement && event.target.open) void loadBodies();
    },
    true,
  );
  window.addEventListener("popstate", () => {
    if (location.hash === "" || /^#\d{1,3}$/.test(location.hash)) show(stepOfAddress(), true);
  });

  for (const note of all("[data-with-scripts]")) note.hidden = false;
  for (const note of all("[data-without-scripts]")) note.hidden = true;
  for (const form of root.querySelectorAll("form")) form.reset();
  if (location.hash !== "") history.replaceState(null, "", location.pathname);
  show(1, false);
}

const root = document.querySelector<HTMLElement>("[data-wizard]");
const data: unknown = JSON.parse(document.querySelector("#wizard-data")?.textContent ?? "null");
if (root && isIslandData(data)) {
  const flow = flows[data.wizard];
  if (flow) startWizard(root, flow, data);
}
