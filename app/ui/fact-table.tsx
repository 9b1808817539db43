import type { ReactNode } from "react";
import { listEntries, textIn, type Catalogue, type Entry, type EntryText } from "../guidance/catalogue.ts";
import { factsOn, sectionOfFact } from "../guidance/comparison.ts";
import { sortColumns, sortRows, type SortColumn, type SortDirection } from "../guidance/fact-order.ts";
import { freshness } from "../guidance/freshness.ts";
import type { Fact, FactKey } from "../guidance/schema/fact.ts";
import { Confidence } from "./confidence.tsx";
import css from "./fact-table.css?inline";
import { FactValue } from "./fact-value.tsx";
import { wordsOfAsOf } from "./fact-words.ts";
import { FactNote, factsStyles, WeekendNote } from "./facts.tsx";
import { Kicker, kickerStyles } from "./kicker.tsx";
import { useLanguage } from "./language.tsx";
import { SourceNumbers } from "./source-numbers.tsx";

export const factTableStyles = [...factsStyles, ...kickerStyles, css];

/** The order of a table's rows. */
export interface TableOrder {
  readonly column: SortColumn;
  readonly direction: SortDirection;
}

/** The order of a table until somebody asks for another. */
export const firstOrder: TableOrder = { column: "value", direction: "ascending" };

interface FactTableProps {
  readonly catalogue: Catalogue;
  readonly fact: FactKey;
  readonly order: TableOrder;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** What all countries say about one fact, in an order that the headings of the columns change. */
export function FactTable({ catalogue, fact, order, today }: FactTableProps): ReactNode {
  const { t, language } = useLanguage();
  const rows = listEntries(catalogue, "countries", language).map((country) => ({
    country,
    title: textIn(catalogue, country, language).text.title,
    facts: factsOn(country, fact, today),
  }));
  return (
    <>
      <Kicker href={`/${language}/compare`} label={t("compare:title")} />
      <h1>{t("compare:table.heading", { fact: t(`facts:label.${fact}`) })}</h1>
      <p className="lead">{t("compare:table.lead")}</p>
      {fact === "return-risk" ? <p className="notice">{t("compare:notSafe")}</p> : null}
      {/* Displayed as blocks on a narrow screen, a table keeps being one only by its roles. */}
      <table className="countries wide" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {sortColumns.map((column) => (
              <ColumnHeading key={column} fact={fact} column={column} order={order} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sortRows(rows, order.column, order.direction, language).map(({ country, facts }) => (
            <CountryRows
              key={country.id}
              country={country}
              text={textIn(catalogue, country, language).text}
              facts={facts}
              fact={fact}
              today={today}
            />
          ))}
        </tbody>
      </table>
      <WeekendNote facts={rows.flatMap(({ facts }) => facts)} />
      <p className="meta">{t("compare:legend")}</p>
      <p className="meta">{t("compare:several")}</p>
    </>
  );
}

const opposite = { ascending: "descending", descending: "ascending" } as const;

/** The direction in which a column is first sorted: of dates the newest are wanted first. */
const firstDirection: Readonly<Record<SortColumn, SortDirection>> = {
  country: "ascending",
  value: "ascending",
  asOf: "descending",
  confidence: "ascending",
};

function ColumnHeading({ fact, column, order }: { fact: FactKey; column: SortColumn; order: TableOrder }): ReactNode {
  const { t, language } = useLanguage();
  const isSorted = order.column === column;
  const direction = isSorted ? opposite[order.direction] : firstDirection[column];
  const isFirst = column === firstOrder.column && direction === firstOrder.direction;
  const address = `/${language}/compare/${fact}`;
  return (
    <th scope="col" role="columnheader" aria-sort={isSorted ? order.direction : undefined}>
      <a href={isFirst ? address : `${address}?sort=${column}&direction=${direction}`} rel="nofollow">
        {t(`compare:table.${column}`)}
      </a>
    </th>
  );
}

interface CountryRowsProps {
  readonly country: Entry<"countries">;
  readonly text: EntryText;
  readonly facts: readonly Fact[];
  readonly fact: FactKey;
  readonly today: string;
}

/** A country's rows: one for each value, or one that says that there is none. */
function CountryRows({ country, text, facts, fact, today }: CountryRowsProps): ReactNode {
  const { t, language } = useLanguage();
  const address = `/${language}/countries/${country.id}`;
  const heading = (
    <th scope="row" role="rowheader" rowSpan={facts.length > 1 ? facts.length : undefined}>
      <a href={`${address}#${sectionOfFact(fact)}`}>{text.title}</a>
      {freshness(country.data.review, today).overdue ? <small>{` ${t("search:overdue")}`}</small> : null}
    </th>
  );
  if (facts.length === 0) {
    return (
      <tr role="row">
        {heading}
        <td className="first meta" role="cell" colSpan={3}>
          {t("compare:unstated")}
        </td>
      </tr>
    );
  }
  return facts.map((stated, index) => {
    const place = index === 0 ? "first " : "";
    return (
      <tr key={stated.id} role="row">
        {index === 0 ? heading : null}
        <td className={`${place}value`} role="cell">
          <FactValue fact={stated} />
          <FactNote fact={stated} note={text.notes[stated.id]} />
          <small>
            <SourceNumbers ids={stated.sources} citations={text.citations} page={address} />
          </small>
        </td>
        <td className={`${place}meta`} role="cell">
          <time dateTime={stated.asOf}>{wordsOfAsOf(stated.asOf, t, language)}</time>
        </td>
        <td className={`${place}meta`} role="cell">
          {stated.value === "unknown" ? null : <Confidence level={stated.confidence} />}
        </td>
      </tr>
    );
  });
}
