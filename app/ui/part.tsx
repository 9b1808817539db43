import type { ReactNode } from "react";
import css from "./part.css?inline";

export const partStyles = [css];

/** A part of a page under a heading of its own, which is also the link to it. */
export function Part({ anchor, heading, children }: { anchor: string; heading: string; children: ReactNode }): ReactNode {
  return (
    <section className="part" id={anchor}>
      <h2>
        <a href={`#${anchor}`}>{heading}</a>
      </h2>
      {children}
    </section>
  );
}
