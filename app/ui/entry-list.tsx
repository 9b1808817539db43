import type { ReactNode } from "react";
import { textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { freshness, isValidOn } from "../guidance/freshness.ts";
import css from "./entry-list.css?inline";
import { FactList, FactRow } from "./fact-list.tsx";
import { FactValue } from "./fact-value.tsx";
import { FactMargin, factsStyles } from "./facts.tsx";
import { useLanguage } from "./language.tsx";

export const entryListStyles = [...factsStyles, css];

interface EntryListProps {
  readonly catalogue: Catalogue;
  readonly entries: readonly Entry[];
  /** YYYY-MM-DD */
  readonly today: string;
}

/** Entries with what they are about in short. */
export function EntryList({ catalogue, entries, today }: EntryListProps): ReactNode {
  const { t, language } = useLanguage();
  return (
    <ul className="entries plain">
      {entries.map((entry) => {
        const { data, id, kind } = entry;
        const { text } = textIn(catalogue, entry, language);
        const marks = [
          "form" in data ? t(`form.${data.form}`) : undefined,
          "contacts" in data && data.contactFromRussia === "punishable"
            ? t("organisation.fromRussia.punishable.title")
            : undefined,
          freshness(data.review, today).overdue ? t("search:overdue") : undefined,
        ].filter((mark) => mark !== undefined);
        return (
          <li key={id}>
            <a href={`/${language}/${kind}/${id}`}>{text.title}</a>
            <p>{text.summary}</p>
            {marks.length > 0 ? <small>{marks.join(" · ")}</small> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Countries with the one fact that must be known before going there, and its date. Where sources disagree, a country stands twice. */
export function CountryList({ catalogue, entries, today }: EntryListProps): ReactNode {
  const { t, language } = useLanguage();
  return (
    <FactList>
      {entries.flatMap((country) => {
        const link = <a href={`/${language}/countries/${country.id}`}>{textIn(catalogue, country, language).text.title}</a>;
        const facts = "facts" in country.data ? country.data.facts : [];
        const risks = facts.filter((fact) => fact.fact === "return-risk" && isValidOn(fact, today));
        if (risks.length === 0) {
          return (
            <FactRow key={country.id} label={link}>
              {null}
            </FactRow>
          );
        }
        return risks.map((fact) => (
          <FactRow key={country.id + fact.id} label={link} margin={<FactMargin fact={fact} />}>
            {fact.value === "unknown" ? `${t("facts:label.return-risk")}: ` : null}
            <FactValue fact={fact} />
          </FactRow>
        ));
      })}
    </FactList>
  );
}
