import type { ReactNode } from "react";
import { localeOf } from "../i18n/format.ts";
import { buttonStyles } from "../ui/button.tsx";
import { cardStyles } from "../ui/card.tsx";
import { useLanguage } from "../ui/language.tsx";
import { richTextStyles } from "../ui/rich-text.tsx";
import { PlanView, planViewStyles } from "./plan-view.tsx";
import { QuestionForm, questionFormStyles } from "./question-form.tsx";
import type { IslandData } from "./island-data.ts";
import type { WizardView } from "./view.ts";

export const wizardDocumentStyles = [...buttonStyles, ...cardStyles, ...richTextStyles, ...questionFormStyles, ...planViewStyles];

/** Wipes the answers and leaves the site. Without scripts it is a link to an address that erases the cookie. */
export function EraseLink(): ReactNode {
  const { t, language } = useLanguage();
  return (
    <p className="erase">
      <a className="button quiet" data-erase="" href={`/${language}/leave`} rel="noreferrer nofollow">
        {t("wizard:erase")}
      </a>
    </p>
  );
}

/**
 * The whole wizard in one document, the same for everyone: every question and every possible line of the plan.
 * The first question works as a plain form; the island shows one question at a time and reveals the lines that hold.
 */
export function WizardDocument({ view, island }: { view: WizardView; island: string | null }): ReactNode {
  const { t } = useLanguage();
  const questions = Object.keys(view.flow.questions);
  const { flow, rules, today, language } = view;
  const data: IslandData = { wizard: flow.id, rules, today, locale: localeOf(language) };
  const intro = view.text.sections.find(({ anchor }) => anchor === "intro");
  return (
    <div data-wizard="" data-details={`/${language}/questions/${String(view.number)}/details`}>
      <div data-start="">
        <p className="assurance" data-with-scripts="" hidden>
          {t("wizard:start.scripts")}
        </p>
        <p className="assurance" data-without-scripts="">
          {t("wizard:start.noScripts")}
        </p>
        <details className="intro">
          <summary>{t("wizard:start.more")}</summary>
          <div dangerouslySetInnerHTML={{ __html: intro?.html ?? "" }} />
        </details>
      </div>
      {questions.map((question, index) => (
        <QuestionForm
          key={question}
          view={view}
          question={question}
          number={index + 1}
          hidden={question !== flow.start.question}
        />
      ))}
      <PlanView view={view} made={null} />
      <EraseLink />
      <script type="application/json" id="wizard-data" dangerouslySetInnerHTML={{ __html: inlineJson(data) }} />
      {island === null ? null : <script dangerouslySetInnerHTML={{ __html: island.replaceAll("</script", "<\\/script") }} />}
    </div>
  );
}

/** JSON that cannot end its script element early. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
