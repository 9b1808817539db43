import type { ReactNode } from "react";
import css from "./index-list.css?inline";

export const indexListStyles = [css];

interface IndexListProps {
  /** Addresses with their words; a note stands behind in small type. */
  readonly items: readonly { readonly href: string; readonly label: string; readonly note?: string }[];
  /** For short words such as names of countries: more columns. */
  readonly dense?: boolean;
}

/** Where to go, in columns. */
export function IndexList({ items, dense = false }: IndexListProps): ReactNode {
  return (
    <ul className={dense ? "index dense plain" : "index plain"}>
      {items.map(({ href, label, note }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          {note === undefined ? null : <small>{note}</small>}
        </li>
      ))}
    </ul>
  );
}
