import { findEntry, titleOfReference, type Catalogue } from "../guidance/catalogue.ts";
import { factKeys, type FactKey } from "../guidance/schema/fact.ts";
import type { AdviceKind } from "../guidance/schema/entry.ts";
import type { Urgency } from "../guidance/schema/primitives.ts";
import type { Translate } from "../i18n/translations.ts";
import { answersInWords, questionLabel } from "./condition-words.ts";
import type { AdviceRule } from "./rules.ts";
import type { WizardView } from "./view.ts";

/** One condition of a piece of advice in words: which question, which answers. */
export interface OutcomeCondition {
  readonly question: string;
  readonly answers: string;
}

/** A piece of advice of a wizard and when it comes, in words. */
export interface Outcome {
  readonly kind: AdviceKind;
  readonly id: string;
  readonly title: string;
  /** What kind of warning, ground or paper it is; empty for other kinds. */
  readonly note: string;
  readonly urgency: Urgency;
  /** It comes in each of these cases, all conditions of a case together. A case without conditions: always. */
  readonly cases: readonly (readonly OutcomeCondition[])[];
  /** The time limit of a step: its length, or the fact that holds it for each country; and the question whose answered day starts it. */
  readonly limit: { readonly length: string; readonly fact: FactKey | null; readonly from: string } | null;
}

/** All advice of a wizard by kind, in the order of the plan, in the words of the wizard and the language. */
export function outcomesOf(view: WizardView, t: Translate, kind: AdviceKind): readonly Outcome[] {
  return view.rules.advice
    .filter((rule) => rule.kind === kind)
    .map((rule) => ({
      kind,
      id: rule.id,
      title: titleOfReference(view.catalogue, `${rule.kind}/${rule.id}`, view.language) ?? rule.id,
      note: noteOf(view.catalogue, rule, t),
      urgency: rule.urgency,
      cases: casesOf(view, t, rule),
      limit: limitOf(view, t, rule),
    }));
}

function noteOf(catalogue: Catalogue, { kind, id }: AdviceRule, t: Translate): string {
  const data = findEntry(catalogue, kind, id)?.data;
  if (!data) return "";
  if ("form" in data) return t(`form.${data.form}`);
  if ("direction" in data) return t(`direction.${data.direction}`);
  return "need" in data ? t(`need.${data.need}`) : "";
}

/** An entry that helps only in some countries has that as one more condition of each case. */
function casesOf(view: WizardView, t: Translate, { when, countries }: AdviceRule): Outcome["cases"] {
  const inWords = (question: string, values: readonly string[]): OutcomeCondition => ({
    question: questionLabel(view, question),
    answers: answersInWords(view, t, question, values),
  });
  const limited = countries.length > 0 ? [inWords("country", countries)] : [];
  return when.map((alternative) => [
    ...limited,
    ...Object.entries(alternative).map(([question, values]) => inWords(question, values)),
  ]);
}

function limitOf(view: WizardView, t: Translate, { deadline }: AdviceRule): Outcome["limit"] {
  if (!deadline) return null;
  const from = questionLabel(view, deadline.event);
  const value = deadline.rule?.value;
  if (typeof value === "object") return { length: t(`facts:duration.${value.unit}`, { count: value.count }), fact: null, from };
  const fact = factKeys.find((key) => key === deadline.fact) ?? null;
  return { length: fact === null ? "" : t(`facts:label.${fact}`), fact, from };
}
