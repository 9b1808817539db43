import { findEntry, textIn } from "../guidance/catalogue.ts";
import type { AdviceRule } from "./rules.ts";
import type { WizardView } from "./view.ts";

function citationsOf({ catalogue, language }: WizardView, rules: readonly AdviceRule[]): readonly string[] {
  return rules.flatMap(({ kind, id }) => {
    const entry = findEntry(catalogue, kind, id);
    return entry ? textIn(catalogue, entry, language).text.citations : [];
  });
}

/** Ids of all sources that a wizard's advice can cite, in the order of their numbers: the same in every plan, on both rails. */
export function planSources(view: WizardView): readonly string[] {
  return [...new Set(citationsOf(view, view.rules.advice))];
}

/** Sources that some advice cites. */
export function citedIn(view: WizardView, rules: readonly AdviceRule[]): ReadonlySet<string> {
  return new Set(citationsOf(view, rules));
}
