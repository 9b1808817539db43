import { findEntry, textIn } from "../guidance/catalogue.ts";
import type { WizardView } from "./view.ts";

/** Ids of all sources that a wizard's advice can cite, in the order of their numbers: the same in every plan, on both rails. */
export function planSources({ catalogue, language, rules }: WizardView): readonly string[] {
  const cited = rules.advice.flatMap(({ kind, id }) => {
    const entry = findEntry(catalogue, kind, id);
    return entry ? textIn(catalogue, entry, language).text.citations : [];
  });
  return [...new Set(cited)];
}
