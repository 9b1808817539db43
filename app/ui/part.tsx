import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import css from "./part.css?inline";

export const partStyles = [css];

interface PartProps {
  readonly anchor: string;
  readonly heading: string;
  /** Where the heading leads, if not to this part itself. */
  readonly href?: string;
  /** Language of the part, if it is not that of the page. */
  readonly lang?: string | undefined;
  /** Address of this part's text alone, ready to be copied, if there is one. */
  readonly textHref?: string;
  readonly children: ReactNode;
}

/** A part of a page under a heading of its own, which is also the link to it. */
export function Part({ anchor, heading, href = `#${anchor}`, lang, textHref, children }: PartProps): ReactNode {
  return (
    <section className="part" id={anchor} lang={lang}>
      <h2>
        <a href={href}>{heading}</a>
      </h2>
      {children}
      {textHref === undefined ? null : <TextLink href={textHref} />}
    </section>
  );
}

/** Leads to the text of a part alone, ready to be copied. */
export function TextLink({ href }: { href: string }): ReactNode {
  const { t } = useLanguage();
  return <a href={href}>{t("message.link")}</a>;
}
