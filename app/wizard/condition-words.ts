import { dayAges, unknownAnswer } from "../../machines/question.ts";
import { possibleValues } from "../../machines/values.ts";
import { findEntry, textIn } from "../guidance/catalogue.ts";
import type { Translate } from "../i18n/translations.ts";
import type { WizardView } from "./view.ts";

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** An answer's wording without markup: it is kept as inline HTML. */
function plainText(html: string): string {
  return html.replaceAll(/<[^>]*>/g, "").replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity);
}

const mostLetters = 64;

/**
 * An answer cut at the first pause at which no other answer of the question begins in the same way, so that a list of answers can be
 * scanned; an ellipsis says that it was cut.
 */
function shorten(answer: string, others: readonly string[]): string {
  const whole = answer.replace(/\.$/, "");
  const isAlone = (start: string): boolean => start.length > 1 && !others.some((other) => other.startsWith(start));
  const pauses = [...whole.matchAll(/[.,:;]\s| [—(]/g)].map(({ index }) => whole.slice(0, index));
  const words = [...whole.matchAll(/\s/g)].map(({ index }) => whole.slice(0, index));
  const atPause = pauses.find(isAlone) ?? whole;
  if (atPause.length <= mostLetters) return atPause === whole ? whole : `${atPause}…`;
  const cut = words.findLast((start) => start.length < mostLetters && isAlone(start));
  return cut === undefined ? whole : `${cut}…`;
}

/** A question as the label before answers to it: without its question mark. */
export function questionLabel({ text }: WizardView, question: string): string {
  return (text.questions[question]?.question ?? question).replace(/\?$/, "");
}

/** A value of an answer in words: the wizard's own, shortened; countries by name or class, days by their age. */
function valueWords(view: WizardView, t: Translate, question: string, value: string): string {
  const asked = view.flow.questions[question];
  const absent = /^without-(.+)$/.exec(value)?.[1];
  if (absent !== undefined) return t("map:without", { answer: valueWords(view, t, question, absent) });
  if (value === unknownAnswer) return t("map:unknown");
  if (asked?.kind === "country") {
    const country = findEntry(view.catalogue, "countries", value);
    if (country) return textIn(view.catalogue, country, view.language).text.title;
    if (asked.classes.includes(value)) return t(`map:class.${value}`, { defaultValue: value });
  }
  if (asked?.kind === "date" && dayAges.some((age) => age.value === value)) return t(`map:age.${value}`, { defaultValue: value });
  const options = Object.entries(view.text.questions[question]?.options ?? {});
  const own = options.find(([option]) => option === value)?.[1];
  if (own === undefined) return value;
  return shorten(
    plainText(own),
    options.filter(([option]) => option !== value).map(([, other]) => plainText(other)),
  );
}

/** Of what a question can be answered with, the parts that do not overlap; null where they do, as with several ticked answers. */
function separateValues({ flow }: WizardView, question: string): readonly string[] | null {
  const asked = flow.questions[question];
  if (!asked || asked.kind === "many") return null;
  if (asked.kind === "country") return [...asked.classes, unknownAnswer];
  return possibleValues(asked, []);
}

/** How many times as many answers as exceptions there must be before the exceptions are named instead. */
const fewerWords = 3;

/** Which answers a condition wants, in words: those it names, or all but those it leaves out if that is shorter. */
export function answersInWords(view: WizardView, t: Translate, question: string, values: readonly string[]): string {
  const all = separateValues(view, question);
  const listed = (some: readonly string[]): string => some.map((value) => valueWords(view, t, question, value)).join("; ");
  if (all && values.every((value) => all.includes(value))) {
    const left = all.filter((value) => !values.includes(value));
    if (left.length === 0) return t("map:any");
    if (left.length * fewerWords <= values.length) return t("map:except", { answers: listed(left) });
  }
  return listed(values);
}
