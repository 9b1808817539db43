import type { ReactNode } from "react";
import { listEntries, textIn, type Catalogue } from "../guidance/catalogue.ts";
import { listChanges } from "../guidance/changes.ts";
import { ChangeList, changeListStyles, EntryChange } from "./change-list.tsx";
import { CompareLinks, compareLinksStyles } from "./compare-links.tsx";
import { Doors, doorsStyles } from "./doors.tsx";
import { IndexList, indexListStyles } from "./index-list.tsx";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const homeStyles = [...compareLinksStyles, ...doorsStyles, ...changeListStyles, ...indexListStyles, ...partStyles];

const newestChanges = 5;

/** The first page: what this is, the two ways in, what there is to read, and what changed lately. */
export function Home({ catalogue }: { catalogue: Catalogue }): ReactNode {
  const { t, language } = useLanguage();
  const changes = listChanges(catalogue, language).slice(0, newestChanges);
  return (
    <>
      <h1>{t("home.heading")}</h1>
      <p className="lead">{`${t("home.lead")} ${t("home.lead2")}`}</p>
      <Doors />
      <p className="notice">
        {`${t("home.safety")} `}
        <a href={`/${language}/safety`}>{t("safety.title")}</a>
      </p>
      {(["countries", "topics"] as const).map((kind) => (
        <Part key={kind} anchor={kind} heading={t(`kinds.${kind}`)} href={`/${language}/${kind}`}>
          <IndexList
            dense={kind === "countries"}
            items={listEntries(catalogue, kind, language).map((entry) => ({
              href: `/${language}/${kind}/${entry.id}`,
              label: textIn(catalogue, entry, language).text.title,
            }))}
          />
          {kind === "countries" ? <CompareLinks /> : null}
        </Part>
      ))}
      <Part anchor="more" heading={t("home.more")}>
        <IndexList
          items={(["organisations", "steps", "warnings", "documents", "letters", "grounds"] as const).map((kind) => ({
            href: `/${language}/${kind}`,
            label: t(`kinds.${kind}`),
          }))}
        />
      </Part>
      {changes.length > 0 ? (
        <Part anchor="changes" heading={t("home.changes")} href={`/${language}/changes`}>
          <ChangeList>
            {changes.map((change) => (
              <EntryChange key={change.id} change={change} />
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
