import { Fragment, type ReactNode } from "react";
import { adviceKinds, type AdviceKind } from "../guidance/schema/entry.ts";
import { IndexList, indexListStyles } from "../ui/index-list.tsx";
import { Kicker, kickerStyles } from "../ui/kicker.tsx";
import { useLanguage } from "../ui/language.tsx";
import { Part, partStyles } from "../ui/part.tsx";
import { wizardName } from "./map-words.ts";
import conditionTableCss from "./condition-table.css?inline";
import css from "./outcome-table.css?inline";
import { outcomesOf, type Outcome } from "./outcomes.ts";
import type { WizardView } from "./view.ts";
import { mapPath } from "./wizard-map.tsx";

export const outcomeTableStyles = [...kickerStyles, ...indexListStyles, ...partStyles, conditionTableCss, css];

/** All advice of one kind that a wizard can give, and the answers that bring it, for volunteers and editors. */
export function OutcomePage({ view, kind }: { view: WizardView; kind: AdviceKind }): ReactNode {
  const { t, language } = useLanguage();
  const name = wizardName(view.text, view.person, t);
  const address = `/${language}${mapPath(view.number)}`;
  const outcomes = outcomesOf(view, t, kind);
  const byUrgency = ["steps", "warnings"].includes(kind);
  const others = adviceKinds.filter((other) => other !== kind && view.rules.advice.some((rule) => rule.kind === other));
  return (
    <>
      <Kicker href={address} label={name} />
      <h1>{t(`kinds.${kind}`)}</h1>
      <p>{t("map:kindLead", { name })}</p>
      {byUrgency ? (
        (["now", "soon", "know"] as const).map((urgency) => {
          const rows = outcomes.filter((outcome) => outcome.urgency === urgency);
          return rows.length === 0 ? null : (
            <Part key={urgency} anchor={urgency} heading={t(`urgency.${urgency}`)}>
              <OutcomeTable outcomes={rows} />
            </Part>
          );
        })
      ) : (
        <OutcomeTable outcomes={outcomes} />
      )}
      <Part anchor="others" heading={t("map:kinds")}>
        <IndexList items={others.map((other) => ({ href: `${address}/${other}`, label: t(`kinds.${other}`) }))} />
      </Part>
    </>
  );
}

function OutcomeTable({ outcomes }: { outcomes: readonly Outcome[] }): ReactNode {
  const { t, language } = useLanguage();
  return (
    // Displayed as blocks on a narrow screen, a table keeps being one only by its roles.
    <table className="conditions outcomes" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t("map:advice-column")}
          </th>
          <th scope="col" role="columnheader">
            {t("map:when")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {outcomes.map((outcome) => (
          <tr key={outcome.id} role="row">
            <th scope="row" role="rowheader">
              <a href={`/${language}/${outcome.kind}/${outcome.id}`}>{outcome.title}</a>
              {outcome.note === "" ? null : <small>{outcome.note}</small>}
            </th>
            <td role="cell">
              <Cases cases={outcome.cases} />
              <Limit limit={outcome.limit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cases({ cases }: Pick<Outcome, "cases">): ReactNode {
  const { t } = useLanguage();
  if (cases.some(({ length }) => length === 0)) return <p>{t("map:everyone")}</p>;
  return cases.map((conditions, index) => (
    <p key={conditions.map(({ question, answers }) => question + answers).join()}>
      {index === 0 ? null : <i>{`${t("map:or")} `}</i>}
      {conditions.map(({ question, answers }, place) => (
        <Fragment key={question}>
          {place === 0 ? null : <br />}
          {`${question}: `}
          <b>{answers}</b>
        </Fragment>
      ))}
    </p>
  ));
}

/** The time limit of a step and from when it runs. */
function Limit({ limit }: Pick<Outcome, "limit">): ReactNode {
  const { t, language } = useLanguage();
  if (!limit) return null;
  const { length, fact, from } = limit;
  return (
    <p className="meta">
      {`${t("map:limit")}: `}
      {fact === null ? (
        length
      ) : (
        <>
          {`${t("map:limitFact")} `}
          <a href={`/${language}/compare/${fact}`}>{length}</a>
        </>
      )}
      {`, ${t("map:limitFrom", { question: from })}`}
    </p>
  );
}
