import type { ReactNode } from "react";
import type { Translations } from "../i18n/translations.ts";
import { localeOf } from "../i18n/format.ts";
import { buttonStyles } from "../ui/button.tsx";
import { cardStyles } from "../ui/card.tsx";
import { useLanguage } from "../ui/language.tsx";
import { letterTextStyles } from "../ui/letter-text.tsx";
import { richTextStyles } from "../ui/rich-text.tsx";
import { renderFixedDocument } from "./fixed-document.tsx";
import { PauseForm, PauseHeading } from "./pause.tsx";
import { PlanView, planViewStyles } from "./plan-view.tsx";
import { QuestionForm, questionFormStyles } from "./question-form.tsx";
import type { IslandData } from "./island-data.ts";
import { wizardAfter, type WizardView } from "./view.ts";

export const wizardDocumentStyles = [
  ...buttonStyles,
  ...cardStyles,
  ...richTextStyles,
  ...letterTextStyles,
  ...questionFormStyles,
  ...planViewStyles,
];

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

/** Address of a wizard; it carries a number only. */
export function wizardAddress({ language, number }: Pick<WizardView, "language" | "number">): string {
  return `/${language}/questions/${String(number)}`;
}

function islandData(view: WizardView): IslandData {
  const { flow, rules, today, language } = view;
  const onward = flow.outcomes.flatMap((outcome) => {
    const next = wizardAfter(view, outcome);
    return next ? [[outcome, wizardAddress(next)] as const] : [];
  });
  return {
    wizard: flow.id,
    rules,
    today,
    locale: localeOf(language),
    address: wizardAddress(view),
    onward: Object.fromEntries(onward),
  };
}

/**
 * The whole wizard, the same for everyone: every question and every possible line of the plan.
 * The first question works as a plain form; the island shows one question at a time and reveals the lines that hold.
 */
export function WizardDocument({ view, island }: { view: WizardView; island: string | null }): ReactNode {
  const { t } = useLanguage();
  const { questions, start } = view.flow;
  const names = Object.keys(questions);
  const pauses = names.filter((question) => questions[question]?.kind === "pause");
  const intro = view.text.sections.find(({ anchor }) => anchor === "intro");
  return (
    <div data-wizard="">
      <div data-start="">
        <p className="problem" role="status" data-reopened="" hidden>
          {t("wizard:notice.reopened")}
        </p>
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
      {names
        .filter((question) => !pauses.includes(question))
        .map((question, index) => (
          <QuestionForm
            key={question}
            view={view}
            question={question}
            number={index + 1}
            hidden={question !== start.question}
            begins={question === start.question}
          />
        ))}
      {pauses.map((question) => (
        <PauseHeading key={question} view={view} question={question} hidden />
      ))}
      <PlanView view={view} made={null} />
      {pauses.map((question) => (
        <PauseForm key={question} view={view} question={question} hidden />
      ))}
      <p className="problem" role="alert" data-onward-missing="" hidden>
        {t("wizard:onwardMissing")}
      </p>
      <EraseLink />
      <script type="application/json" data-rules="" dangerouslySetInnerHTML={{ __html: inlineJson(islandData(view)) }} />
      {island === null ? null : <script dangerouslySetInnerHTML={{ __html: island.replaceAll("</script", "<\\/script") }} />}
    </div>
  );
}

/** The wizard alone, without the page around it and its island: what the island of the wizard before it asks for. */
export function renderWizardPart(view: WizardView, translations: Translations): string {
  return renderFixedDocument(<WizardDocument view={view} island={null} />, view.language, translations);
}

/** JSON that cannot end its script element early. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
