import type { ReactNode } from "react";
import { seenAnswer } from "../../machines/question.ts";
import { useLanguage } from "../ui/language.tsx";
import { fields } from "./form.ts";
import type { WizardView } from "./view.ts";
import { WizardForm } from "./wizard-form.tsx";

interface PauseProps {
  readonly view: WizardView;
  /** The question of kind `pause`. */
  readonly question: string;
  readonly hidden?: boolean;
}

/** Heading of a halt: what cannot wait is shown below it. */
export function PauseHeading({ view, question, hidden = false }: PauseProps): ReactNode {
  const { t } = useLanguage();
  const text = view.text.questions[question];
  if (!text) throw new Error(`the wizard has no question ${question}`);
  return (
    <header className="pause" data-question={question} hidden={hidden}>
      <h1 id={`question-${question}`} tabIndex={-1}>
        {text.question}
      </h1>
      <div dangerouslySetInnerHTML={{ __html: text.why }} />
      <p>
        <a href="#plan-contacts">{t("wizard:plan.contacts")}</a>
      </p>
    </header>
  );
}

/** The way on from a halt, below what cannot wait. */
export function PauseForm({
  view,
  question,
  hidden = false,
  back,
}: PauseProps & { readonly back?: string | undefined }): ReactNode {
  const { t } = useLanguage();
  return (
    <WizardForm view={view} question={question} onward={t("wizard:goOn")} hidden={hidden} back={back}>
      <input type="hidden" name={fields.answer} value={seenAnswer} />
    </WizardForm>
  );
}
