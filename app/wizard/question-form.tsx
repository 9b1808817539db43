import type { ReactNode } from "react";
import { unknownAnswer, type Question } from "../../machines/question.ts";
import { fieldStyles } from "../ui/field.ts";
import { useLanguage } from "../ui/language.tsx";
import { answerProblems, fields, type AnswerProblem } from "./form.ts";
import css from "./question-form.css?inline";
import { listCountries, type WizardView } from "./view.ts";
import { WizardForm } from "./wizard-form.tsx";

export const questionFormStyles = [...fieldStyles, css];

interface QuestionFormProps {
  readonly view: WizardView;
  readonly question: string;
  /** Its place in the flow, from 1. */
  readonly number: number;
  /** What was chosen or typed before. */
  readonly given?: readonly string[];
  readonly problem?: AnswerProblem | undefined;
  readonly hidden?: boolean;
  /** Whether it opens the wizard anew: then answers given before are dropped. */
  readonly begins?: boolean;
  /** Address of the question before, where there is one. */
  readonly back?: string | undefined;
}

/**
 * One question: its heading is the question, below it stands why it is asked. Works as a plain form; the island shows and hides
 * whole forms and the prepared messages in them.
 */
export function QuestionForm(props: QuestionFormProps): ReactNode {
  const { view, question, number, given = [], problem, hidden = false, begins = false, back } = props;
  const { t } = useLanguage();
  const definition = view.flow.questions[question];
  const text = view.text.questions[question];
  if (!definition || !text) throw new Error(`the wizard has no question ${question}`);
  const headingId = `question-${question}`;
  return (
    <WizardForm view={view} question={question} onward={t("wizard:next")} hidden={hidden} back={back}>
      <p className="progress">
        {t("wizard:progress")} <span data-number="">{number}</span>
      </p>
      <h1 id={headingId} tabIndex={-1}>
        {text.question}
      </h1>
      <div className="why" dangerouslySetInnerHTML={{ __html: text.why }} />
      <div role="alert">
        {answerProblems.map((name) => (
          <p className="problem" key={name} data-problem={name} hidden={name !== problem}>
            {t(`wizard:problem.${name}`)}
          </p>
        ))}
      </div>
      {begins ? <input type="hidden" name={fields.begin} value="anew" /> : null}
      <fieldset aria-labelledby={headingId}>
        <Options definition={definition} options={text.options} given={given} view={view} question={question} />
      </fieldset>
    </WizardForm>
  );
}

interface OptionsProps {
  readonly definition: Question;
  readonly options: Readonly<Record<string, string>>;
  readonly given: readonly string[];
  readonly view: WizardView;
  readonly question: string;
}

function Options({ definition, options, given, view, question }: OptionsProps): ReactNode {
  const { t } = useLanguage();
  switch (definition.kind) {
    case "one":
    case "many": {
      const type = definition.kind === "one" ? "radio" : "checkbox";
      return (
        <>
          <legend className="hint">{t(definition.kind === "one" ? "wizard:chooseOne" : "wizard:chooseMany")}</legend>
          {[...definition.options, unknownAnswer].map((option) => (
            <Choice key={option} type={type} option={option} label={options[option] ?? option} given={given} />
          ))}
        </>
      );
    }
    case "country":
      return (
        <select name={fields.answer} defaultValue={given[0] ?? ""} aria-labelledby={`question-${question}`}>
          <option value="">{t("wizard:chooseCountry")}</option>
          <optgroup label={t("wizard:countries")}>
            {listCountries(view).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label={t("wizard:elsewhere")}>
            {[...Object.keys(definition.elsewhere), unknownAnswer].map((option) => (
              <option key={option} value={option} dangerouslySetInnerHTML={{ __html: options[option] ?? option }} />
            ))}
          </optgroup>
        </select>
      );
    case "pause":
      throw new Error("a pause has a view of its own");
    case "date":
      return <DayFields given={given} label={options[unknownAnswer] ?? unknownAnswer} hintId={`hint-${question}`} />;
  }
}

function Choice(props: { type: "radio" | "checkbox"; option: string; label: string; given: readonly string[] }): ReactNode {
  const { type, option, label, given } = props;
  return (
    <label className="choice">
      <input type={type} name={fields.answer} value={option} defaultChecked={given.includes(option)} />
      <span dangerouslySetInnerHTML={{ __html: label }} />
    </label>
  );
}

function DayFields({ given, label, hintId }: { given: readonly string[]; label: string; hintId: string }): ReactNode {
  const { t } = useLanguage();
  const [year = "", month = "", day = ""] = given[0] === unknownAnswer ? [] : (given[0] ?? "").split("-");
  const field = (name: "day" | "month" | "year", value: string): ReactNode => (
    <label>
      {t(`wizard:date.${name}`)}
      <input
        name={fields[name]}
        defaultValue={value}
        inputMode="numeric"
        maxLength={name === "year" ? 4 : 2}
        size={name === "year" ? 5 : 3}
        aria-describedby={hintId}
      />
    </label>
  );
  return (
    <>
      <p className="hint" id={hintId}>
        {t("wizard:date.hint")}
      </p>
      <div className="day">
        {field("day", day)}
        {field("month", month)}
        {field("year", year)}
      </div>
      <Choice type="checkbox" option={unknownAnswer} label={label} given={given} />
    </>
  );
}
