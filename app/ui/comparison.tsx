import type { ReactNode } from "react";
import { textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { compareCountries, sectionOfFact, type ComparedFact } from "../guidance/comparison.ts";
import type { Fact } from "../guidance/schema/fact.ts";
import css from "./comparison.css?inline";
import { FactValue } from "./fact-value.tsx";
import { FactMargin, FactNote, factsStyles, WeekendNote } from "./facts.tsx";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const comparisonStyles = [...factsStyles, ...partStyles, css];

interface ComparisonProps {
  readonly catalogue: Catalogue;
  /** One to four, in the order in which they stand side by side. */
  readonly countries: readonly Entry<"countries">[];
  /** YYYY-MM-DD */
  readonly today: string;
}

/** All facts of some countries side by side, under the headings of their subjects; on a narrow screen one below the other. */
export function Comparison({ catalogue, countries, today }: ComparisonProps): ReactNode {
  const { t } = useLanguage();
  const compared = compareCountries(countries, today);
  const facts = compared.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.facts)));
  return (
    <>
      {compared.map(({ subject, rows }) => (
        <Part key={subject} anchor={subject} heading={t(`compare:subject.${subject}`)}>
          <div className={`beside of${String(countries.length)}`}>
            {rows.map((row) => (
              <FactBeside key={row.key} catalogue={catalogue} row={row} />
            ))}
          </div>
          {subject === "danger" ? <p className="meta">{t("compare:notSafe")}</p> : null}
        </Part>
      ))}
      <WeekendNote facts={facts} />
      <p className="meta">{t("compare:legend")}</p>
      <p className="meta">{t("compare:several")}</p>
    </>
  );
}

/** One fact, country by country; the name of each leads to the section that says more. */
function FactBeside({ catalogue, row }: { catalogue: Catalogue; row: ComparedFact }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <section>
      <h3>{t(`facts:label.${row.key}`)}</h3>
      <dl>
        {row.cells.map(({ country, facts }) => (
          <div key={country.id}>
            <dt>
              <a href={`/${language}/countries/${country.id}#${sectionOfFact(row.key)}`}>
                {textIn(catalogue, country, language).text.title}
              </a>
            </dt>
            {facts.length === 0 ? <dd className="meta">{t("compare:unstated")}</dd> : null}
            {facts.map((fact) => (
              <CountryFact key={fact.id} catalogue={catalogue} country={country} fact={fact} />
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

interface CountryFactProps {
  readonly catalogue: Catalogue;
  readonly country: Entry<"countries">;
  readonly fact: Fact;
}

/** A country's fact away from its page: the numbers of its sources lead there. */
function CountryFact({ catalogue, country, fact }: CountryFactProps): ReactNode {
  const { language } = useLanguage();
  const { text } = textIn(catalogue, country, language);
  return (
    <dd>
      <FactValue fact={fact} />
      <FactNote fact={fact} note={text.notes[fact.id]} />
      <p className="meta">
        <FactMargin fact={fact} citations={text.citations} page={`/${language}/countries/${country.id}`} />
      </p>
    </dd>
  );
}
