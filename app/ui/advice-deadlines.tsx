import type { ReactNode } from "react";
import { listEntries, textIn, type Catalogue } from "../guidance/catalogue.ts";
import { isValidOn } from "../guidance/freshness.ts";
import { FactList, FactRow } from "./fact-list.tsx";
import { FactValue } from "./fact-value.tsx";
import { FactMargin } from "./facts.tsx";
import { useLanguage } from "./language.tsx";
import { Part } from "./part.tsx";

/** The time limit of a step in each country that has one on a day. @param props.fact the fact that holds it */
export function AdviceDeadlines({ catalogue, fact, today }: { catalogue: Catalogue; fact: string; today: string }): ReactNode {
  const { t, language } = useLanguage();
  const rows = listEntries(catalogue, "countries", language).flatMap((country) =>
    country.data.facts
      .filter((candidate) => candidate.fact === fact && isValidOn(candidate, today))
      .map((found) => ({ country, found })),
  );
  if (rows.length === 0) return null;
  return (
    <Part anchor="_deadlines" heading={t("entry.deadlines")}>
      <FactList>
        {rows.map(({ country, found }) => (
          <FactRow
            key={country.id + found.id}
            label={<a href={`/${language}/countries/${country.id}#_facts`}>{textIn(catalogue, country, language).text.title}</a>}
            margin={<FactMargin fact={found} />}
          >
            <FactValue fact={found} />
          </FactRow>
        ))}
      </FactList>
    </Part>
  );
}
