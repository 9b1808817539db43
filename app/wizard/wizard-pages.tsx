import type { Translations } from "../i18n/translations.ts";
import { renderFixedDocument } from "./fixed-document.tsx";
import { PauseForm, PauseHeading } from "./pause.tsx";
import { QuestionForm } from "./question-form.tsx";
import type { WizardView } from "./view.ts";
import { renderWizardPart, wizardAddress } from "./wizard-document.tsx";

/** What readers are sent of one wizard in one language. */
export interface WizardPages {
  /** With scripts: every question, every line, and the rules for the island. */
  readonly whole: string;
  /** Without scripts: one question. */
  readonly step: (question: string) => string;
  /** Address of a wizard. */
  readonly addressOf: (view: WizardView) => string;
}

/** The pages of a wizard on both rails, without the frame around them. */
export function pagesOf(view: WizardView, translations: Translations): WizardPages {
  return {
    whole: renderWizardPart(view, translations),
    step(question) {
      const isPause = view.flow.questions[question]?.kind === "pause";
      const form = isPause ? (
        <>
          <PauseHeading view={view} question={question} />
          <PauseForm view={view} question={question} />
        </>
      ) : (
        <QuestionForm view={view} question={question} number={1} />
      );
      return renderFixedDocument(form, view.language, translations);
    },
    addressOf: wizardAddress,
  };
}
