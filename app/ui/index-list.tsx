import type { ReactNode } from "react";
import css from "./index-list.css?inline";

export const indexListStyles = [css];

/** Where to go, in one or two columns. @param props.items addresses with their words; a note stands behind in small type */
export function IndexList({
  items,
}: {
  items: readonly { readonly href: string; readonly label: string; readonly note?: string }[];
}): ReactNode {
  return (
    <ul className="index plain">
      {items.map(({ href, label, note }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          {note === undefined ? null : <small>{note}</small>}
        </li>
      ))}
    </ul>
  );
}
