import type { ReactNode } from "react";
import { formatDate } from "../i18n/format.ts";
import { useLanguage } from "./language.tsx";

/** A date in words, as exact as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export function DateText({ date }: { date: string }): ReactNode {
  const { language } = useLanguage();
  return <time dateTime={date}>{formatDate(date, language)}</time>;
}
