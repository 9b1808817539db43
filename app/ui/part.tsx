import type { ReactNode } from "react";
import css from "./part.css?inline";

export const partStyles = [css];

interface PartProps {
  readonly anchor: string;
  readonly heading: string;
  /** Where the heading leads, if not to this part itself. */
  readonly href?: string;
  readonly children: ReactNode;
}

/** A part of a page under a heading of its own, which is also the link to it. */
export function Part({ anchor, heading, href = `#${anchor}`, children }: PartProps): ReactNode {
  return (
    <section className="part" id={anchor}>
      <h2>
        <a href={href}>{heading}</a>
      </h2>
      {children}
    </section>
  );
}
