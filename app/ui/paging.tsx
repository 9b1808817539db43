import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import css from "./paging.css?inline";

export const pagingStyles = [css];

/** The way through the pages of a list. Nothing if there is one page. @param props.address the list's address without a page */
export function Paging({ address, page, pages }: { address: string; page: number; pages: number }): ReactNode {
  const { t } = useLanguage();
  if (pages <= 1) return null;
  const addressOf = (number: number): string => (number === 1 ? address : `${address}?page=${String(number)}`);
  return (
    <nav className="paging" aria-label={t("paging.label")}>
      {page > 1 ? (
        <a href={addressOf(page - 1)} rel="prev">
          {t("paging.previous")}
        </a>
      ) : null}
      <span className="meta">{t("paging.page", { page, pages })}</span>
      {page < pages ? (
        <a href={addressOf(page + 1)} rel="next">
          {t("paging.next")}
        </a>
      ) : null}
    </nav>
  );
}
