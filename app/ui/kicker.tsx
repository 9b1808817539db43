import type { ReactNode } from "react";
import css from "./kicker.css?inline";

export const kickerStyles = [css];

/** The line above a heading: the way back to the list, and what else must be seen first. */
export function Kicker({ href, label, children }: { href: string; label: string; children?: ReactNode }): ReactNode {
  return (
    <p className="kicker">
      <a href={href}>{label}</a>
      {children}
    </p>
  );
}
