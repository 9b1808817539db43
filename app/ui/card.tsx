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

/**
 * A framed block whose edge shows how soon it matters. At most one with `now` stands on a page, at its top.
 * @param props.title heading of the block
 * @param props.level level of the heading, 2 unless told otherwise
 */
export function Card(props: { urgency: Urgency; title: ReactNode; level?: 2 | 3; id?: string; children: ReactNode }): ReactNode {
  const { urgency, title, level = 2, id, children } = props;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={`card ${urgency}`} id={id}>
      <UrgencyLabel urgency={urgency} />
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}
