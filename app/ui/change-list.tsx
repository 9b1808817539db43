import type { ReactNode } from "react";
import type { CatalogueChange } from "../guidance/catalogue.ts";
import css from "./change-list.css?inline";
import { DateText } from "./date-text.tsx";
import { useLanguage } from "./language.tsx";

export const changeListStyles = [css];

/** A dated list, the date standing in the margin. */
export function ChangeList({ children }: { children: ReactNode }): ReactNode {
  return <ul className="dated plain">{children}</ul>;
}

/** One dated item. @param props.on YYYY, YYYY-MM or YYYY-MM-DD */
export function ChangeItem({ on, children }: { on: string; children: ReactNode }): ReactNode {
  return (
    <li>
      <DateText date={on} />
      <div>{children}</div>
    </li>
  );
}

/** A change outside the page of its entry, with the way there: that is where its sources are. */
export function EntryChange({ change: { on, entry, title, plain } }: { change: CatalogueChange }): ReactNode {
  const { language } = useLanguage();
  return (
    <ChangeItem on={on}>
      <a href={`/${language}/${entry.kind}/${entry.id}#changes`}>{title}</a>
      {`. ${plain}`}
    </ChangeItem>
  );
}
