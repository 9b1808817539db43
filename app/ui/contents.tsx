import type { ReactNode } from "react";
import css from "./contents.css?inline";
import { useLanguage } from "./language.tsx";

export const contentsStyles = [css];

/** The table of contents of a page. */
export function Contents({ items }: { items: readonly { readonly anchor: string; readonly heading: string }[] }): ReactNode {
  const { t } = useLanguage();
  return (
    <nav className="contents" id="_contents" aria-label={t("entry.contents")}>
      <ul className="plain">
        {items.map(({ anchor, heading }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
