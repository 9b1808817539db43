import type { ReactNode } from "react";
import { useLanguage } from "../ui/language.tsx";
import type { Answered } from "./replay.ts";
import { answerLabels, type WizardView } from "./view.ts";

/** What was answered, each with a way to change it. Without a path every question is there, hidden, for the island to fill. */
export function AnswersSummary({ view, path }: { view: WizardView; path: readonly Answered[] | null }): ReactNode {
  const { t, language } = useLanguage();
  const all = path ?? Object.keys(view.flow.questions).map((question) => ({ question, answer: [], values: [] }));
  const rows = all
    .map((answered, index) => ({ answered, step: index + 1 }))
    .filter(({ answered }) => view.flow.questions[answered.question]?.kind !== "pause");
  return (
    <section className="answers">
      <h2>{t("wizard:plan.answers")}</h2>
      <dl>
        {rows.map(({ answered, step }) => {
          const { question } = answered;
          const wording = view.text.questions[question]?.question ?? question;
          return (
            <div key={question} data-answered={question} hidden={path === null}>
              <dt>{wording}</dt>
              <dd>
                <span data-answer="" dangerouslySetInnerHTML={{ __html: answerLabels(view, answered).join(" ") }} />{" "}
                <a
                  data-change={question}
                  href={`/${language}/questions/${String(view.number)}/${String(step)}`}
                  aria-label={t("wizard:plan.changeLabel", { question: wording })}
                >
                  {t("wizard:plan.change")}
                </a>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
