import { Fragment, type ReactNode } from "react";
import { listEntries, textIn, type Catalogue } from "../guidance/catalogue.ts";
import { IndexList } from "./index-list.tsx";
import { useLanguage } from "./language.tsx";

/** What to do where there is nothing to show: examples, what there is to read, and whom to ask. */
export function SearchHelp({ catalogue, title, text }: { catalogue: Catalogue; title: string; text: string }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <section>
      <h2>{title}</h2>
      <p>{text}</p>
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
      <p>
        {`${t("search:ask")} `}
        <a href={`/${language}/organisations`}>{t("search:askLink")}</a>
      </p>
    </section>
  );
}
