import type { ReactNode } from "react";
import { textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { freshness } from "../guidance/freshness.ts";
import { formatDate } from "../i18n/format.ts";
import { useLanguage } from "./language.tsx";

interface CountryNoticesProps {
  readonly catalogue: Catalogue;
  readonly countries: readonly Entry<"countries">[];
  /** YYYY-MM-DD */
  readonly today: string;
}

/** What must be known of countries before their facts are read: reviews that are overdue, translations that have fallen behind. */
export function CountryNotices({ catalogue, countries, today }: CountryNoticesProps): ReactNode {
  const { t, language } = useLanguage();
  return countries.map((country) => {
    const { text, fallback } = textIn(catalogue, country, language);
    const { overdue, dueOn } = freshness(country.data.review, today);
    const sentences = [
      overdue ? t("freshness.overdue", { date: formatDate(dueOn, language) }) : undefined,
      fallback ? t("entry.fallback") : undefined,
      text.stale.includes("head") ? t("entry.staleHead") : undefined,
    ].filter((sentence) => sentence !== undefined);
    return sentences.length > 0 ? (
      <p key={country.id} className="notice">
        {`${text.title}. ${sentences.join(" ")}`}
      </p>
    ) : null;
  });
}
