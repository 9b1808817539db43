import type { ReactNode } from "react";
import type { Freshness } from "../guidance/freshness.ts";
import { formatDate } from "../i18n/format.ts";
import { wordsOfAsOf } from "./fact-words.ts";
import css from "./freshness-note.css?inline";
import { useLanguage } from "./language.tsx";

export const freshnessNoteStyles = [css];

/**
 * When the text was last compared with its sources, whether a lawyer has checked it, and a plain warning once its review is overdue.
 * @param props.asOf the date at which the sources say that it held, where the entry has one
 */
export function FreshnessNote({ freshness, asOf }: { freshness: Freshness; asOf?: string | undefined }): ReactNode {
  const { t, language } = useLanguage();
  const { reviewedOn, checkedByLawyer, overdue, dueOn } = freshness;
  const sentences = [
    ...(asOf === undefined ? [] : [t("freshness.asOf", { asOf: wordsOfAsOf(asOf, t, language) })]),
    t("freshness.reviewed", { date: formatDate(reviewedOn, language) }),
    t(checkedByLawyer ? "freshness.lawyer" : "freshness.noLawyer"),
  ];
  return (
    <>
      <p className="dateline meta">{sentences.join(" ")}</p>
      {overdue ? <p className="notice">{t("freshness.overdue", { date: formatDate(dueOn, language) })}</p> : null}
    </>
  );
}
