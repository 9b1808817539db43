import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { useLanguage } from "../ui/language.tsx";
import { fields } from "./form.ts";
import type { WizardView } from "./view.ts";

interface WizardFormProps {
  readonly view: WizardView;
  readonly question: string;
  /** What stands on its button. */
  readonly onward: string;
  readonly hidden: boolean;
  /** Address of the question before, where there is one. */
  readonly back: string | undefined;
  readonly children: ReactNode;
}

/** The form of a question or a halt: it says which one it answers, sends it to the wizard, and leads on and back. */
export function WizardForm({ view, question, onward, hidden, back, children }: WizardFormProps): ReactNode {
  const { t, language } = useLanguage();
  return (
    <form
      className="question"
      method="post"
      action={`/${language}/questions/${String(view.number)}`}
      data-question={question}
      hidden={hidden}
      autoComplete="off"
      noValidate
    >
      <input type="hidden" name={fields.question} value={question} />
      {children}
      <p className="onward">
        <Button>{onward}</Button>
        <a className="button quiet" data-back="" href={back ?? "#"} hidden={back === undefined}>
          {t("wizard:back")}
        </a>
      </p>
    </form>
  );
}
