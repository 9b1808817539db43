import type { ReactNode } from "react";
import { textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { freshness, isValidOn } from "../guidance/freshness.ts";
import { EntryLabel } from "./entry-label.tsx";
import css from "./entry-list.css?inline";
import { FactList, factListStyles, FactRow } from "./fact-list.tsx";
import { FactValue } from "./fact-value.tsx";
import { FactMargin } from "./facts.tsx";
import { useLanguage } from "./language.tsx";

export const entryListStyles = [...factListStyles, css];

/** Entries of one kind with what they are about in short. */
export function EntryList({
  catalogue,
  entries,
  today,
}: {
  catalogue: Catalogue;
  entries: readonly Entry[];
  today: string;
}): ReactNode {
  const { t, language } = useLanguage();
  return (
    <ul className="entries plain">
      {entries.map((entry) => {
        const { text } = textIn(catalogue, entry, language);
        return (
          <li key={entry.id}>
            <a href={`/${language}/${entry.kind}/${entry.id}`}>{text.title}</a> <EntryLabel data={entry.data} />
            <p>{text.summary}</p>
            {freshness(entry.data.review, today).overdue ? <p className="meta">{t("search:overdue")}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Countries with the one fact that must be known before going there, and its date. */
export function CountryList({
  catalogue,
  countries,
  today,
}: {
  catalogue: Catalogue;
  countries: readonly Entry[];
  today: string;
}): ReactNode {
  const { t, language } = useLanguage();
  return (
    <FactList>
      {countries.map((country) => {
        const facts = "facts" in country.data ? country.data.facts : [];
        const risks = facts.filter((fact) => fact.fact === "return-risk" && isValidOn(fact, today));
        return (
          <FactRow
            key={country.id}
            label={<a href={`/${language}/countries/${country.id}`}>{textIn(catalogue, country, language).text.title}</a>}
            margin={risks.map((fact) => (
              <FactMargin key={fact.id} fact={fact} />
            ))}
          >
            {risks.map((fact) => (
              <div key={fact.id}>
                <small>{t("facts:label.return-risk")}</small> <FactValue fact={fact} />
              </div>
            ))}
          </FactRow>
        );
      })}
    </FactList>
  );
}
