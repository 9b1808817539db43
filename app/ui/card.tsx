import type { ReactNode } from "react";
import type { Urgency } from "../guidance/schema/primitives.ts";
import css from "./card.css?inline";
import { useLanguage } from "./language.tsx";

export const cardStyles = [css];

const signs = { now: "▲", soon: "◆", know: "●" } as const satisfies Record<Urgency, string>;

/** The level of urgency in a word, a sign and a colour. */
export function UrgencyLabel(props: { urgency: Urgency }): ReactNode {
  const { t } = useLanguage();
  const { urgency } = props;
  return (
    <span className={`urgency ${urgency}`}>
      <span aria-hidden="true">{signs[urgency]}</span> {t(`urgency.${urgency}`)}
    </span>
  );
}

interface CardProps {
  readonly urgency: Urgency;
  readonly title: string;
  readonly id?: string;
  /** Language of title and text, if it is not that of the page. */
  readonly lang?: string | undefined;
  readonly children: ReactNode;
}

/** A framed block whose edge shows how soon it matters. At most one with `now` stands on a page, at its top. */
export function Card({ urgency, title, id, lang, children }: CardProps): ReactNode {
  return (
    <section className={`card ${urgency}`} id={id}>
      <UrgencyLabel urgency={urgency} />
      <h2 lang={lang}>{title}</h2>
      <div lang={lang}>{children}</div>
    </section>
  );
}
