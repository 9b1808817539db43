import type { ReactNode } from "react";
import css from "./compare-links.css?inline";
import { useLanguage } from "./language.tsx";

export const compareLinksStyles = [css];

/** From a list of countries to the pages that set them side by side. */
export function CompareLinks(): ReactNode {
  const { t, language } = useLanguage();
  return (
    <p className="ways-to-compare">
      <a href={`/${language}/compare`}>{t("compare:title")}</a>
      <a href={`/${language}/compare/map`}>{t("compare:map.title")}</a>
    </p>
  );
}
