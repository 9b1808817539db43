import type { ReactNode } from "react";
import { listChanges, listEntries, textIn, type Catalogue } from "../guidance/catalogue.ts";
import { ChangeList, changeListStyles, EntryChange } from "./change-list.tsx";
import { Doors, doorsStyles } from "./doors.tsx";
import css from "./home.css?inline";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const homeStyles = [...doorsStyles, ...changeListStyles, ...partStyles, css];

const newestChanges = 5;

/** The first page: what this is, the two ways in, what there is to read, and what changed lately. */
export function Home({ catalogue }: { catalogue: Catalogue }): ReactNode {
  const { t, language } = useLanguage();
  const changes = listChanges(catalogue, language).slice(0, newestChanges);
  return (
    <>
      <h1>{t("home.title")}</h1>
      <p className="lead">{`${t("home.lead")} ${t("home.lead2")}`}</p>
      <Doors />
      <p>
        {`${t("home.safety")} `}
        <a href={`/${language}/safety`}>{t("safety.title")}</a>
      </p>
      {(["countries", "topics"] as const).map((kind) => (
        <Part key={kind} anchor={kind} heading={t(`kinds.${kind}`)}>
          <ul className="index plain">
            {listEntries(catalogue, kind, language).map((entry) => (
              <li key={entry.id}>
                <a href={`/${language}/${kind}/${entry.id}`}>{textIn(catalogue, entry, language).text.title}</a>
              </li>
            ))}
          </ul>
        </Part>
      ))}
      <Part anchor="more" heading={t("home.more")}>
        <ul className="index plain">
          {(["organisations", "steps", "warnings", "documents", "grounds"] as const).map((kind) => (
            <li key={kind}>
              <a href={`/${language}/${kind}`}>{t(`kinds.${kind}`)}</a>
            </li>
          ))}
        </ul>
      </Part>
      {changes.length > 0 ? (
        <Part anchor="changes" heading={t("home.changes")}>
          <ChangeList>
            {changes.map((change) => (
              <EntryChange key={change.entry.id + change.on + change.plain} change={change} />
            ))}
          </ChangeList>
          <p>
            <a href={`/${language}/changes`}>{t("home.allChanges")}</a>
          </p>
        </Part>
      ) : null}
    </>
  );
}
