import type { ReactNode } from "react";
import { listEntries, textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { ButtonLink, buttonStyles } from "./button.tsx";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const questionsPageStyles = [...buttonStyles, ...partStyles];

/** The front door of the questions: it leads to the ones that fit. The number of its entry is an address and never changes. */
export const frontDoor = "questions/2";

/** All wizards: the front door first, then each with whom it is for, about oneself and about another, and how its questions lead on. */
export function QuestionsPage({ catalogue }: { catalogue: Catalogue }): ReactNode {
  const { t, language } = useLanguage();
  const wizards = [...listEntries(catalogue, "wizards", language)].sort((a, b) => a.data.number - b.data.number);
  const flows = [...new Set(wizards.map(({ data }) => data.flow))].filter((flow) => flow !== "start");
  return (
    <>
      <h1>{t("questions.title")}</h1>
      <p className="lead">{t("questions.about")}</p>
      <p>
        <ButtonLink to={`/${language}/${frontDoor}`}>{t("home.answer.go")}</ButtonLink>
      </p>
      {wizards.some(({ data }) => data.flow === "start") ? (
        <p>
          <a href={`/${language}/${frontDoor}/map`}>{t("questions.map")}</a>
        </p>
      ) : null}
      <p>{t("questions.each")}</p>
      {flows.map((flow) => (
        <FlowLinks key={flow} catalogue={catalogue} wizards={wizards.filter(({ data }) => data.flow === flow)} />
      ))}
    </>
  );
}

function FlowLinks({ catalogue, wizards }: { catalogue: Catalogue; wizards: readonly Entry<"wizards">[] }): ReactNode {
  const { t, language } = useLanguage();
  const [own] = wizards;
  if (!own) return null;
  return (
    <Part anchor={`_${own.id}`} heading={textIn(catalogue, own, language).text.title}>
      <p>{textIn(catalogue, own, language).text.summary}</p>
      <ul>
        {wizards.map(({ id, data }) => (
          <li key={id}>
            <a href={`/${language}/questions/${String(data.number)}`}>{t(`questions.person.${data.person}`)}</a>
          </li>
        ))}
        <li>
          <a href={`/${language}/questions/${String(own.data.number)}/map`}>{t("questions.map")}</a>
        </li>
      </ul>
    </Part>
  );
}
