import { findEntry, textIn } from "../guidance/catalogue.ts";
import { renumberCitations } from "../guidance/markdown.ts";
import type { AdviceRule } from "./rules.ts";
import type { WizardView } from "./view.ts";

/** Ids of all sources that a wizard's advice can cite, in the order of their numbers: the same in every plan, on both rails. */
export function planSources({ catalogue, language, rules }: WizardView): readonly string[] {
  const cited = rules.advice.flatMap(({ kind, id }) => {
    const entry = findEntry(catalogue, kind, id);
    return entry ? textIn(catalogue, entry, language).text.citations : [];
  });
  return [...new Set(cited)];
}

/** The body of a piece of advice with its citations numbered as in the plan. An organisation's body is left to its page. */
export function adviceBody({ catalogue, language }: WizardView, { kind, id }: AdviceRule, sources: readonly string[]): string {
  const entry = kind === "organisations" ? undefined : findEntry(catalogue, kind, id);
  if (!entry) return "";
  const { text } = textIn(catalogue, entry, language);
  const numberOf = (number: number): number => sources.indexOf(text.citations[number - 1] ?? "") + 1;
  return text.sections.map(({ html }) => renumberCitations(html, numberOf)).join("");
}
