import { unknownAnswer } from "../../machines/question.ts";
import { fields } from "./form.ts";

/** A control of a form by which something can be answered. */
interface Choice {
  readonly name: string;
  readonly value: string;
  /** Its words, as HTML. */
  readonly label: string;
}

/** A question's form as a page holds it. */
export interface ServedForm {
  readonly question: string;
  /** The words of the question, as HTML. */
  readonly heading: string;
  /** What is sent whatever is answered. */
  readonly hidden: readonly (readonly [string, string])[];
  readonly choices: readonly Choice[];
  /** Names of the fields in which something is written. */
  readonly written: readonly string[];
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...tag.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** All forms of questions in a page of a wizard, by question. Reads what this site writes, not any HTML. */
export function formsIn(html: string): ReadonlyMap<string, ServedForm> {
  const forms = [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, tag = "", inside = ""]) => {
    const question = attributesOf(tag)["data-question"];
    if (question === undefined) return [];
    const heading = new RegExp(`<h1 id="question-${question}"[^>]*>([\\s\\S]*?)</h1>`).exec(html)?.[1] ?? "";
    const inputs = [...inside.matchAll(/<input([^>]*)>/g)].map(([, input = ""]) => attributesOf(input));
    const ticked = [...inside.matchAll(/<label class="choice"><input([^>]*)><span>([\s\S]*?)<\/span><\/label>/g)];
    const listed = [...inside.matchAll(/<option([^>]*)>([\s\S]*?)<\/option>/g)];
    const list = attributesOf(/<select([^>]*)>/.exec(inside)?.[1] ?? "").name ?? "";
    const choiceOf = ([, control = "", label = ""]: RegExpExecArray): Choice => {
      const { name = list, value = "" } = attributesOf(control);
      return { name, value, label };
    };
    const form: ServedForm = {
      question,
      heading,
      hidden: inputs.flatMap(({ type, name = "", value = "" }) => (type === "hidden" ? [[name, value] as const] : [])),
      choices: [...ticked, ...listed].map(choiceOf),
      written: inputs.flatMap(({ type, name }) => (type === undefined && name !== undefined ? [name] : [])),
    };
    return [[question, form] as const];
  });
  return new Map(forms);
}

/** What the browser sends when a reader answers in a form; null if the form has no way to answer so. */
export function bodyOf(form: ServedForm, answer: readonly string[]): FormData | null {
  const body = new FormData();
  for (const [name, value] of form.hidden) body.append(name, value);
  const [day = ""] = answer;
  if (form.written.length > 0 && day !== unknownAnswer) {
    const [year = "", month = "", date = ""] = day.split("-");
    const parts = { [fields.year]: year, [fields.month]: month, [fields.day]: date };
    if (Object.keys(parts).some((name) => !form.written.includes(name))) return null;
    for (const [name, value] of Object.entries(parts)) body.append(name, value);
    return body;
  }
  for (const value of answer) {
    if (form.hidden.some(([name, sent]) => name === fields.answer && sent === value)) continue;
    const choice = form.choices.find((candidate) => candidate.value === value);
    if (!choice) return null;
    body.append(choice.name, value);
  }
  return body;
}
