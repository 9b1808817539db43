import { Fragment, type ReactNode } from "react";
import { useLanguage } from "./language.tsx";

/**
 * Numbers of the sources of a fact or contact, each leading to the source. Nothing if there is none.
 * @param props.citations ids of the page's sources in the order of their numbers
 * @param props.page address of the page that lists the sources, if it is another one
 */
export function SourceNumbers(props: { ids: readonly string[]; citations: readonly string[]; page?: string }): ReactNode {
  const { ids, citations, page = "" } = props;
  const { t } = useLanguage();
  if (ids.length === 0) return null;
  return (
    <span>
      {`${t("facts:sources", { count: ids.length })} `}
      {ids.map((id, index) => {
        const number = citations.indexOf(id) + 1;
        return (
          <Fragment key={id}>
            {index > 0 ? ", " : null}
            <a href={`${page}#source-${String(number)}`}>{number}</a>
          </Fragment>
        );
      })}
    </span>
  );
}
