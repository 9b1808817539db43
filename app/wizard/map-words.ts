import { findEntry, textIn, type EntryText } from "../guidance/catalogue.ts";
import type { Translate } from "../i18n/translations.ts";
import { answersInWords, questionLabel } from "./condition-words.ts";
import { labelOfWay } from "./drawing-layout.ts";
import type { ChartCondition, ChartNode, ChartWay, FlowChart } from "./flow-chart.ts";
import type { WizardView } from "./view.ts";

/** What a wizard is called on the pages for volunteers and editors. The page with its questions does not show this name. */
export function wizardName({ title }: Pick<EntryText, "title">, person: "self" | "another", t: Translate): string {
  return person === "self" ? title : t("map:another", { name: title });
}

/** What stands in the box of a question or an end. */
export function nodeWords(view: WizardView, t: Translate, id: string): string {
  const question = view.text.questions[id]?.question;
  if (question !== undefined && Object.hasOwn(view.flow.questions, id)) return question;
  const wizard = findEntry(view.catalogue, "wizards", id);
  return wizard ? wizardName(textIn(view.catalogue, wizard, view.language).text, wizard.data.person, t) : t("map:plan");
}

/** One way from a question in words. */
export interface WayWords {
  /** As in the drawing, «4b»; empty if the question has no other way. */
  readonly label: string;
  readonly to: string;
  /** It is taken in each of these cases, all conditions of a case together. */
  readonly cases: readonly (readonly string[])[];
}

/** The ways from a question as the table below the drawing tells them. */
export function waysInWords(view: WizardView, t: Translate, chart: FlowChart, { id, ways }: ChartNode): readonly WayWords[] {
  return ways.map((way) => ({
    label: labelOfWay(chart, id, way.to, t("map:letters")),
    to: way.to,
    cases: casesInWords(view, t, id, way.when),
  }));
}

/** What is answered to the question itself comes first. */
function casesInWords(view: WizardView, t: Translate, id: string, when: ChartWay["when"]): WayWords["cases"] {
  if (when === "always") return [[t("map:always")]];
  if (when === "otherwise") return [[t("map:otherwise")]];
  return when.map((conditions) => conditions.toReversed().map((condition) => conditionInWords(view, t, id, condition)));
}

/** The question itself needs not be named again. */
function conditionInWords(view: WizardView, t: Translate, id: string, { question, answers, notAsked }: ChartCondition): string {
  const byClass = ["country", "date"].includes(view.flow.questions[question]?.kind ?? "");
  const values = answers.flatMap(({ answer, values: found }) => (byClass ? found : answer).slice(0, 1));
  const wanted = [
    ...(values.length > 0 ? [answersInWords(view, t, question, values)] : []),
    ...(notAsked ? [t("map:notAsked")] : []),
  ].join("; ");
  return question === id ? wanted : `${questionLabel(view, question)}: ${wanted}`;
}
