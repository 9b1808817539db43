import type { ReactNode } from "react";
import type { EntryData, Kind } from "../guidance/schema/entry.ts";
import { UrgencyLabel } from "./card.tsx";
import { useLanguage } from "./language.tsx";

/** What must be known of an entry before reading it: how urgent, what it is, or for whom it is written. Nothing for the other kinds. */
export function EntryLabel({ data }: { data: EntryData<Kind> }): ReactNode {
  const { t } = useLanguage();
  if ("form" in data) {
    return (
      <>
        <b>{t(`form.${data.form}`)}</b>
        <UrgencyLabel urgency={data.urgency} />
      </>
    );
  }
  if ("urgency" in data) return <UrgencyLabel urgency={data.urgency} />;
  if ("need" in data) return <span>{t(`need.${data.need}`)}</span>;
  if ("direction" in data) return <span>{t(`direction.${data.direction}`)}</span>;
  if ("class" in data) return <span>{t(`class.${data.class}`)}</span>;
  if ("audience" in data) {
    return <span>{t("entry.for", { audience: data.audience.map((name) => t(`audience.${name}`)).join(", ") })}</span>;
  }
  return null;
}
