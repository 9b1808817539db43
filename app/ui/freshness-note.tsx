import type { ReactNode } from "react";
import type { Freshness } from "../guidance/freshness.ts";
import { formatDate } from "../i18n/format.ts";
import { useLanguage } from "./language.tsx";

/** When the text was last compared with its sources, whether a lawyer has checked it, and a plain warning once its review is overdue. */
export function FreshnessNote({ freshness }: { freshness: Freshness }): ReactNode {
  const { t, language } = useLanguage();
  const { reviewedOn, checkedByLawyer, overdue, dueOn } = freshness;
  return (
    <>
      <p className="meta">
        {`${t("freshness.reviewed", { date: formatDate(reviewedOn, language) })} ${t(checkedByLawyer ? "freshness.lawyer" : "freshness.noLawyer")}`}
      </p>
      {overdue ? <p className="overdue">{t("freshness.overdue", { date: formatDate(dueOn, language) })}</p> : null}
    </>
  );
}
