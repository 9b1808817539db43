import { Fragment, type ReactNode } from "react";
import { findEntry, listEntries, textIn, titleOfReference, type Catalogue } from "../guidance/catalogue.ts";
import { IndexList } from "./index-list.tsx";
import { useLanguage } from "./language.tsx";
import type { Nearest } from "./search-outcome.tsx";

interface SearchHelpProps {
  readonly catalogue: Catalogue;
  readonly title: string;
  readonly text: string;
  readonly nearest?: Nearest | undefined;
}

/** What to do where there is nothing to show: the nearest pages, examples, what there is to read, and whom to ask. */
export function SearchHelp({ catalogue, title, text, nearest }: SearchHelpProps): ReactNode {
  const { t, language } = useLanguage();
  const near = (nearest?.pages ?? []).flatMap((reference) => {
    const label = titleOfReference(catalogue, reference, language);
    return label === undefined ? [] : [{ href: `/${language}/${reference}`, label }];
  });
  const helpers = (nearest?.organisations ?? []).flatMap((id) => {
    const organisation = findEntry(catalogue, "organisations", id);
    return organisation
      ? [{ href: `/${language}/organisations/${id}`, label: textIn(catalogue, organisation, language).text.title }]
      : [];
  });
  return (
    <section>
      <h2>{title}</h2>
      <p>{text}</p>
      {near.length > 0 ? (
        <>
          <h3>{t("search:nearest")}</h3>
          <IndexList items={near} />
        </>
      ) : null}
      <h3>{t("search:who")}</h3>
      {helpers.length > 0 ? <IndexList items={helpers} /> : null}
      <p>
        {`${t("search:ask")} `}
        <a href={`/${language}/organisations`}>{t("search:askLink")}</a>
      </p>
      <form method="post" action={`/${language}/search`}>
        <fieldset>
          <legend>{t("search:examples")}</legend>
          {(["first", "second", "third", "fourth"] as const).map((example) => (
            <button key={example} className="choice" name="q" value={t(`search:example.${example}`)}>
              {t(`search:example.${example}`)}
            </button>
          ))}
        </fieldset>
      </form>
      {(["countries", "topics"] as const).map((kind) => (
        <Fragment key={kind}>
          <h3>{t(`kinds.${kind}`)}</h3>
          <IndexList
            dense={kind === "countries"}
            items={listEntries(catalogue, kind, language).map((entry) => ({
              href: `/${language}/${kind}/${entry.id}`,
              label: textIn(catalogue, entry, language).text.title,
            }))}
          />
        </Fragment>
      ))}
    </section>
  );
}
