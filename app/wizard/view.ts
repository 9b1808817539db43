import { flows } from "../../machines/index.ts";
import type { Flow } from "../../machines/flow.ts";
import { formatDate } from "../i18n/format.ts";
import { findEntry, textIn, type Catalogue, type Entry, type EntryText } from "../guidance/catalogue.ts";
import type { Answered } from "./replay.ts";
import { rulesOf, type PlanRules } from "./rules.ts";

/** One wizard in one language on one day: what its pages are made from. */
export interface WizardView {
  /** Id of the wizard's entry. */
  readonly id: string;
  /** The number in the wizard's address. */
  readonly number: number;
  /** Whether the reader answers about himself or about another. */
  readonly person: "self" | "another";
  readonly flow: Flow;
  readonly text: EntryText;
  readonly rules: PlanRules;
  readonly catalogue: Catalogue;
  readonly language: string;
  /** YYYY-MM-DD */
  readonly today: string;
}

function viewOf(catalogue: Catalogue, entry: Entry<"wizards">, language: string, today: string): WizardView | null {
  const flow = flows[entry.data.flow];
  if (!flow) return null;
  const { text } = textIn(catalogue, entry, language);
  const { number, person } = entry.data;
  return { id: entry.id, number, person, flow, text, rules: rulesOf(catalogue, flow, today), catalogue, language, today };
}

/** The wizard with the number of its address, or null if there is none. */
export function findWizard(catalogue: Catalogue, number: string, language: string, today: string): WizardView | null {
  const entry = [...catalogue.entries.wizards.values()].find(({ data }) => String(data.number) === number);
  return entry ? viewOf(catalogue, entry, language, today) : null;
}

/** The wizard that goes on where a flow ends, in the same language on the same day; null if the flow ends in its own plan. */
export function wizardAfter({ catalogue, language, today }: WizardView, outcome: string | null): WizardView | null {
  const entry = outcome === null ? undefined : findEntry(catalogue, "wizards", outcome);
  return entry ? viewOf(catalogue, entry, language, today) : null;
}

/** Countries that have a page, with their names, in the order of the alphabet. */
export function listCountries({ catalogue, language }: WizardView): readonly { readonly id: string; readonly name: string }[] {
  return [...catalogue.entries.countries.values()]
    .map((entry: Entry<"countries">) => ({ id: entry.id, name: textIn(catalogue, entry, language).text.title }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** An answer in the words of its question, as inline HTML; a country by its name, a day written out. */
export function answerLabels(view: WizardView, { question, answer }: Answered): readonly string[] {
  const text = view.text.questions[question];
  return answer.map((option) => {
    const wording = text?.options[option];
    if (wording !== undefined) return wording;
    if (view.flow.questions[question]?.kind === "date") return formatDate(option, view.language);
    return listCountries(view).find(({ id }) => id === option)?.name ?? option;
  });
}
