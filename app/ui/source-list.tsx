import type { ReactNode } from "react";
import type { Source } from "../guidance/schema/source.ts";
import { formatDate, languageName } from "../i18n/format.ts";
import { useLanguage } from "./language.tsx";
import css from "./source-list.css?inline";

export const sourceListStyles = [css];

/** Numbered sources of a page. The numbers of its text lead here. */
export function SourceList({ sources, start = 1 }: { sources: readonly Source[]; start?: number }): ReactNode {
  return (
    <ol className="sources" start={start}>
      {sources.map((source, index) => (
        <li key={source.id} id={`source-${String(start + index)}`}>
          <SourceText source={source} />
        </li>
      ))}
    </ol>
  );
}

function SourceText({ source: { title, url, lang, publisher, published, kind, seen } }: { source: Source }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <>
      <a href={url} rel="noreferrer" lang={lang === language ? undefined : lang}>
        {title}
      </a>
      <small>
        {`${publisher}, ${t(`source.kind.${kind}`)}, ${published === undefined ? t("source.undated") : formatDate(published, language)}`}
        {lang === language ? null : `, ${languageName(lang, language)}`}
        {seen ? null : `; ${t("source.notSeen")}`}
      </small>
    </>
  );
}
