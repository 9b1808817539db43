import { Fragment, type ReactNode } from "react";
import type { ChangedPage, ListedChange } from "../guidance/changes.ts";
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

/** A change outside the pages of its entries, with the way to each: that is where its sources are. */
export function EntryChange({ change: { on, plain, pages } }: { change: ListedChange }): ReactNode {
  const [only, ...others] = pages;
  return (
    <ChangeItem on={on}>
      {only && others.length === 0 ? (
        <>
          <ChangeLink page={only} />
          {`. ${plain}`}
        </>
      ) : (
        <>
          {plain}{" "}
          <small>
            {pages.map((page, index) => (
              <Fragment key={page.entry.kind + page.entry.id}>
                {index > 0 ? ", " : null}
                <ChangeLink page={page} />
              </Fragment>
            ))}
          </small>
        </>
      )}
    </ChangeItem>
  );
}

function ChangeLink({ page: { entry, title } }: { page: ChangedPage }): ReactNode {
  const { language } = useLanguage();
  return <a href={`/${language}/${entry.kind}/${entry.id}#changes`}>{title}</a>;
}
