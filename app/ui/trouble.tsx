import type { ReactNode } from "react";
import { IndexList, indexListStyles } from "./index-list.tsx";
import { useLanguage } from "./language.tsx";
import { SearchForm, searchFormStyles } from "./search-form.tsx";

export const troubleStyles = [...searchFormStyles, ...indexListStyles];

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
      <IndexList
        items={[
          { href: `/${language}`, label: t("help.home") },
          ...(["countries", "topics", "organisations"] as const).map((kind) => ({
            href: `/${language}/${kind}`,
            label: t(`kinds.${kind}`),
          })),
        ]}
      />
    </>
  );
}
