import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import { SearchForm, searchFormStyles } from "./search-form.tsx";

export const troubleStyles = searchFormStyles;

/** A page that could not be given, with ways on. @param props.missing true if there is no such page, false if the site is at fault */
export function Trouble({ missing }: { missing: boolean }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <>
      <h1>{t(missing ? "missing.title" : "broken.title")}</h1>
      <p className="lead">{t(missing ? "missing.text" : "broken.text")}</p>
      {missing ? (
        <>
          <SearchForm />
          <p>{t("missing.or")}</p>
        </>
      ) : null}
      <ul>
        <li>
          <a href={`/${language}`}>{t("help.home")}</a>
        </li>
        {(["countries", "topics", "organisations"] as const).map((kind) => (
          <li key={kind}>
            <a href={`/${language}/${kind}`}>{t(`help.${kind}`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
