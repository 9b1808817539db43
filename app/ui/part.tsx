import type { ReactNode } from "react";
import css from "./part.css?inline";

export const partStyles = [css];

interface PartProps {
  readonly anchor: string;
  readonly heading: string;
  /** Where the heading leads, if not to this part itself. */
  readonly href?: string;
  /** Language of the part, if it is not that of the page. */
  readonly lang?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a page under a heading of its own, which is also the link to it. */
export function Part({ anchor, heading, href = `#${anchor}`, lang, children }: PartProps): ReactNode {
  return (
    <section className="part" id={anchor} lang={lang}>
      <h2>
        <a href={href}>{heading}</a>
      </h2>
      {children}
    </section>
  );
}
