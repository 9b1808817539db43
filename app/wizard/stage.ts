import type { Flow } from "../../machines/flow.ts";
import { takeAnswer } from "./answering.ts";
import type { Bag } from "./bag.ts";
import type { DeadlineResult } from "./deadline.ts";
import type { AnswerProblem } from "./form.ts";
import type { IslandData } from "./island-data.ts";
import { lastDayInShort } from "./last-day-words.ts";
import { planMessage } from "./plan-message.ts";
import { isTicked, linesOf, plan, planForNow, type Plan, type PlanLine } from "./plan.ts";
import { replay, type Answered, type Replay } from "./replay.ts";

/** A wizard in the page. There are two at most: the front door and the one it led to. */
export interface Stage {
  readonly root: HTMLElement;
  readonly address: string;
  /** Shows the step with a number, or the last one that can be reached. */
  show(step: number, focus: boolean): void;
  /** The answers given so far. */
  answers(): Bag;
  forget(): void;
}

/** Called when a wizard ends in another one. Rejects if that one cannot be had. */
type Onward = (address: string, bag: Bag) => Promise<void>;

/**
 * The wizard's controller in the page. Answers live in its memory only: nothing is sent, stored or put into the address,
 * which carries the number of a step and no more. It shows, hides and fills what the server has rendered.
 */
export function startWizard(root: HTMLElement, flow: Flow, data: IslandData, given: Bag, onward: Onward): Stage {
  const context = { countryClasses: data.rules.countryClasses, today: data.today };
  let bag = given;

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

  function show(wanted: number, focus: boolean): void {
    const { path, current } = now();
    const step = Math.min(Math.max(wanted, 1), path.length + 1);
    const question = path[step - 1]?.question ?? current;
    const pause = question !== null && flow.questions[question]?.kind === "pause";
    for (const part of all("[data-question]")) part.hidden = part.dataset.question !== question;
    for (const start of all("[data-start]")) start.hidden = step > 1;
    for (const part of all("[data-whole]")) part.hidden = pause;
    const planView = one("[data-plan]");
    if (planView) planView.hidden = question !== null && !pause;
    if (question !== null) showQuestion(question, step);
    if (question === null) showPlan(plan(path, data.rules, data.today), path);
    else if (pause) showPlan(planForNow(plan(path.slice(0, step - 1), data.rules, data.today)), path);
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
    fillIn(form, bag[question] ?? []);
  }

  /** Chooses what was answered before, here or in the wizard that led here; what was touched since and not sent is dropped. */
  function fillIn(form: HTMLFormElement, answer: readonly string[]): void {
    if (answer.length === 0) {
      form.reset();
      return;
    }
    for (const option of form.querySelectorAll("option")) option.selected = answer.includes(option.value);
    for (const field of form.querySelectorAll<HTMLInputElement>('[type="radio"], [type="checkbox"]')) {
      field.checked = answer.includes(field.value);
    }
  }

  function showProblem(form: HTMLElement, problem: AnswerProblem | null): void {
    for (const message of all("[data-problem]", form)) message.hidden = message.dataset.problem !== problem;
  }

  function showPlan(made: Plan, path: readonly Answered[]): void {
    const lines = new Map(linesOf(made).map((line) => [`${line.rule.kind}/${line.rule.id}`, line]));
    for (const item of all("[data-advice]")) {
      const line = lines.get(item.dataset.advice ?? "");
      item.hidden = !line;
      if (line) fillLine(item, line, path);
    }
    one("[data-first-lines]")?.replaceChildren(...made.first.flatMap(firstItem));
    for (const item of all("[data-reading]")) item.hidden = !made.reading.includes(item.dataset.reading ?? "");
    for (const reference of made.reading) {
      const item = one(`[data-reading="${CSS.escape(reference)}"]`);
      item?.parentElement?.append(item);
    }
    for (const group of all("[data-group]")) {
      group.hidden = !all("[data-advice], [data-reading]", group).some((item) => !item.hidden);
    }
    for (const message of all("[data-message]")) message.hidden = true;
    showSources();
    for (const row of all("[data-answered]")) {
      const answered = path.find(({ question }) => question === row.dataset.answered);
      row.hidden = !answered;
      const answer = one("[data-answer]", row);
      if (answer && answered) answer.textContent = labelsOf(answered).join(" ");
    }
  }

  /** One of the first lines: the title of a line below, and its last day if it has one. */
  function firstItem({ rule }: PlanLine): HTMLElement[] {
    const line = one(`[data-advice="${rule.kind}/${CSS.escape(rule.id)}"]`);
    if (!line) return [];
    const item = document.createElement("li");
    item.dataset.first = `${rule.kind}/${rule.id}`;
    const link = document.createElement("a");
    link.href = `#${line.id}`;
    link.textContent = one("h3", line)?.textContent ?? "";
    const days = all(".due, .passed", line).filter(({ hidden }) => !hidden);
    item.append(link, ...days.map((day) => day.cloneNode(true)));
    one("[data-hint]", item)?.remove();
    for (const time of item.querySelectorAll("time")) time.textContent = lastDayInShort(time.dateTime, data.today, data.locale);
    return [item];
  }

  /** Gives a line what all lines share: tick-off box, overdue mark, reason and place for the details. */
  function completeLine(item: HTMLElement, { rule }: PlanLine): void {
    const template = root.querySelector<HTMLTemplateElement>("template[data-line]");
    if (!template || one("details", item)) return;
    item.append(template.content.cloneNode(true));
    if (!isTicked(rule)) one("[data-tick]", item)?.remove();
    one("[data-page]", item)?.setAttribute("href", `/${data.address.split("/")[1] ?? ""}/${rule.kind}/${rule.id}`);
    const carried = one(":scope > [data-body]", item);
    if (!carried) return;
    one("[data-details]", item)?.replaceChildren(...carried.childNodes);
    carried.remove();
  }

  function fillLine(item: HTMLElement, line: PlanLine, path: readonly Answered[]): void {
    completeLine(item, line);
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
    answer.textContent = labelsOf(answered).join(" ");
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

  /** Fetches the bodies of a kind of advice, once. The document is the same for everyone, so asking for it tells nothing. */
  async function loadBodies(kind: string): Promise<void> {
    const lines = all(`[data-advice^="${CSS.escape(kind)}/"]:not([hidden])`);
    const empty = lines.filter((line) => one("[data-details]", line)?.childElementCount === 0);
    if (empty.length === 0) return;
    const notes = lines.flatMap((line) => all("[data-body-missing]", line));
    try {
      const bodies = await fetchDocument(`${data.address}/details/${kind}`);
      for (const line of empty) {
        const body = bodies.querySelector(`[data-body="${CSS.escape(line.dataset.advice ?? "")}"]`);
        one("[data-details]", line)?.replaceChildren(...(body?.cloneNode(true).childNodes ?? []));
      }
      const known = new Set(all("[id^='source-']").map(({ id }) => id));
      one("[data-sources]")?.append(...[...bodies.querySelectorAll("[id^='source-']")].filter(({ id }) => !known.has(id)));
      for (const button of all("[data-copy-letter]")) button.hidden = false;
      showSources();
      for (const note of notes) note.hidden = true;
    } catch {
      for (const note of notes) note.hidden = false;
    }
  }

  /** Sources carry numbers; those that no visible line cites stay hidden. */
  function showSources(): void {
    const cited = new Set(all("[data-advice]:not([hidden]) a[href^='#source-']").map((link) => link.getAttribute("href")));
    for (const source of all("[id^='source-']")) source.hidden = !cited.has(`#${source.id}`);
  }

  /** Shows the text for a messenger beside the button, selected, and copies it where the browser allows. */
  async function copyPlan(): Promise<void> {
    const field = root.querySelector<HTMLTextAreaElement>("[data-message] textarea");
    const planView = one("[data-plan]");
    const message = one("[data-message]");
    if (!field || !planView || !message) return;
    field.value = planMessage(planView);
    message.hidden = false;
    field.focus();
    field.select();
    const copied = await copyText(field.value);
    for (const note of all("[data-copied]", message)) note.hidden = !copied;
    for (const note of all("[data-not-copied]", message)) note.hidden = copied;
  }

  /** Copies a letter with what was written into its blanks; where the browser does not allow it, selects it. */
  async function copyLetter(button: HTMLElement): Promise<void> {
    const letter = one("[data-letter]", button.closest("[data-details]") ?? root);
    if (!letter) return;
    getSelection()?.selectAllChildren(letter);
    const copied = await copyText(letter.innerText);
    const note = button.nextElementSibling;
    if (note instanceof HTMLElement) note.hidden = !copied;
  }

  async function printAll(): Promise<void> {
    const kinds = new Set(all("[data-advice]:not([hidden])").map(({ dataset }) => dataset.advice?.split("/")[0] ?? ""));
    await Promise.all([...kinds].map(loadBodies));
    window.print();
  }

  function go(step: number): void {
    history.pushState(null, "", `#${String(step)}`);
    show(step, true);
  }

  async function send(form: HTMLFormElement): Promise<void> {
    const question = form.dataset.question ?? "";
    const taken = takeAnswer(flow, bag, question, new FormData(form), context);
    if (!taken) return;
    if ("problem" in taken) {
      showProblem(form, taken.problem);
      return;
    }
    bag = taken.bag;
    const { path, outcome } = now();
    const next = outcome === null ? undefined : data.onward[outcome];
    if (next === undefined) {
      go(path.length + 1);
      return;
    }
    const missing = one("[data-onward-missing]");
    try {
      await onward(next, bag);
      if (missing) missing.hidden = true;
    } catch {
      if (missing) missing.hidden = false;
    }
  }

  root.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    void send(event.target);
  });
  root.addEventListener("click", (event) => {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>("a, button") : null;
    if (!control) return;
    if (control.dataset.copyPlan !== undefined) void copyPlan();
    else if (control.dataset.copyLetter !== undefined) void copyLetter(control);
    else if (control.dataset.printAll !== undefined) void printAll();
    else if (control.dataset.back !== undefined) {
      event.preventDefault();
      history.back();
    } else if (control.dataset.change !== undefined) {
      event.preventDefault();
      go(now().path.findIndex(({ question }) => question === control.dataset.change) + 1);
    }
  });
  root.addEventListener(
    "toggle",
    (event) => {
      if (!(event.target instanceof HTMLDetailsElement) || !event.target.open) return;
      const line = event.target.closest<HTMLElement>("[data-advice]");
      if (line) void loadBodies(line.dataset.advice?.split("/")[0] ?? "");
    },
    true,
  );
  for (const note of all("[data-with-scripts]")) note.hidden = false;
  for (const note of all("[data-without-scripts]")) note.hidden = true;
  for (const form of root.querySelectorAll("form")) form.reset();

  return {
    root,
    address: data.address,
    show,
    answers: () => bag,
    forget() {
      bag = {};
      for (const form of root.querySelectorAll("form")) form.reset();
    },
  };
}

/** Whether the browser has put a text on its clipboard. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A fixed document of the site, the same for everyone. Rejects if it cannot be had. */
export async function fetchDocument(address: string): Promise<Document> {
  const response = await fetch(address, { credentials: "omit" });
  if (!response.ok) throw new Error(`${address} answers ${String(response.status)}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}
