import type { ReactNode } from "react";
import { findEntry, textIn, type Catalogue } from "../guidance/catalogue.ts";
import { isReadingKind } from "../guidance/schema/entry.ts";
import { audience } from "../guidance/schema/primitives.ts";
import { countryName, formatNumber } from "../i18n/format.ts";
import { useLanguage } from "./language.tsx";
import { SearchFields, type SearchOutcome } from "./search-outcome.tsx";

const dimensions = ["country", "kind", "audience", "freshness"] as const;
type Dimension = (typeof dimensions)[number];

/**
 * Filters as buttons that send the same search again. The hidden fields come first, so that the button that is pressed,
 * being the last of its name, wins.
 */
export function SearchFilters({ catalogue, outcome }: { catalogue: Catalogue; outcome: SearchOutcome }): ReactNode {
  const { t, language } = useLanguage();
  const { filters, facets } = outcome;
  const offered = dimensions.filter((dimension) => filters[dimension] !== undefined || Object.keys(facets[dimension]).length > 1);
  if (offered.length === 0) return null;
  return (
    <form method="post" action={`/${language}/search`}>
      <SearchFields outcome={outcome} />
      <details className="filters">
        <summary>
          {t("search:filters")}
          {dimensions.map((dimension) => {
            const value = filters[dimension];
            if (value === undefined) return null;
            return (
              <b key={dimension}>
                {" · "}
                <FilterLabel catalogue={catalogue} dimension={dimension} value={value} />
              </b>
            );
          })}
        </summary>
        {offered.map((dimension) => (
          <fieldset key={dimension}>
            <legend>{t(`search:${dimension}`)}</legend>
            <Choice name={dimension} value="" label={t("search:all")} chosen={filters[dimension] === undefined} />
            {Object.entries(facets[dimension])
              .sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b))
              .map(([value, count]) => (
                <Choice
                  key={value}
                  name={dimension}
                  value={value}
                  label={<FilterLabel catalogue={catalogue} dimension={dimension} value={value} />}
                  count={formatNumber(count, language)}
                  chosen={filters[dimension] === value}
                />
              ))}
          </fieldset>
        ))}
      </details>
    </form>
  );
}

interface ChoiceProps {
  readonly name: Dimension;
  readonly value: string;
  readonly label: ReactNode;
  readonly count?: string;
  readonly chosen: boolean;
}

function Choice({ name, value, label, count, chosen }: ChoiceProps): ReactNode {
  return (
    <button className="choice" name={name} value={value} aria-pressed={chosen}>
      {label}
      {count === undefined ? null : <small>{` ${count}`}</small>}
    </button>
  );
}

function FilterLabel({ catalogue, dimension, value }: { catalogue: Catalogue; dimension: Dimension; value: string }): ReactNode {
  const { t, language } = useLanguage();
  switch (dimension) {
    case "country": {
      const country = findEntry(catalogue, "countries", value);
      return country ? textIn(catalogue, country, language).text.title : countryName(value, language);
    }
    case "kind":
      return isReadingKind(value) ? t(`kinds.${value}`) : value;
    case "audience": {
      const known = audience.safeParse(value);
      return known.success ? t(`audience.${known.data}`) : value;
    }
    case "freshness":
      return t(value === "overdue" ? "search:freshnessOf.overdue" : "search:freshnessOf.inTime");
  }
}
