import type { ReactNode } from "react";
import { findEntry, textIn, type Catalogue } from "../guidance/catalogue.ts";
import { factSubjects, isStated, subjects, type CountryChoice } from "../guidance/comparison.ts";
import { countryName } from "../i18n/format.ts";
import css from "./compare-page.css?inline";
import { Comparison, comparisonStyles } from "./comparison.tsx";
import { CountryNotices } from "./country-notices.tsx";
import { CountryPicker, countryPickerStyles } from "./country-picker.tsx";
import { IndexList, indexListStyles } from "./index-list.tsx";
import { Kicker, kickerStyles } from "./kicker.tsx";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const comparePageStyles = [
  ...comparisonStyles,
  ...countryPickerStyles,
  ...indexListStyles,
  ...kickerStyles,
  ...partStyles,
  css,
];

interface ComparePageProps {
  readonly catalogue: Catalogue;
  /** Null: the address names no country. */
  readonly choice: CountryChoice | null;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** Countries side by side, or, as long as none is chosen, the form to choose them and the other ways to compare. */
export function ComparePage({ catalogue, choice, today }: ComparePageProps): ReactNode {
  const { t, language } = useLanguage();
  const chosen = choice?.chosen ?? [];
  const countries = chosen.flatMap((id) => findEntry(catalogue, "countries", id) ?? []);
  const picker = <CountryPicker catalogue={catalogue} chosen={chosen} />;
  if (countries.length === 0) {
    return (
      <>
        <h1>{t("compare:title")}</h1>
        <p className="lead">{t("compare:lead")}</p>
        {choice ? <ChoiceProblems catalogue={catalogue} choice={choice} /> : null}
        <h2>{t("compare:choose")}</h2>
        {picker}
        <OtherWays catalogue={catalogue} today={today} />
      </>
    );
  }
  const titles = countries.map((country) => textIn(catalogue, country, language).text.title);
  return (
    <>
      <Kicker href={`/${language}/compare`} label={t("compare:title")} />
      <h1>{t("compare:heading", { countries: titles.join(", ") })}</h1>
      {choice ? <ChoiceProblems catalogue={catalogue} choice={choice} /> : null}
      <CountryNotices catalogue={catalogue} countries={countries} today={today} />
      <details className="choose" open={countries.length === 1}>
        <summary>{t(countries.length === 1 ? "compare:add" : "compare:change")}</summary>
        {picker}
      </details>
      <Comparison catalogue={catalogue} countries={countries} today={today} />
    </>
  );
}

/** What could not be shown of what was asked for, and what to do about it. */
function ChoiceProblems({ catalogue, choice }: { catalogue: Catalogue; choice: CountryChoice }): ReactNode {
  const { t, language } = useLanguage();
  const { chosen, beyond, missing, repeated, strange } = choice;
  const nameOf = (id: string): string => {
    const country = findEntry(catalogue, "countries", id);
    return country ? textIn(catalogue, country, language).text.title : countryName(id, language);
  };
  const listed = (ids: readonly string[]): { countries: string } => ({ countries: ids.map(nameOf).join(", ") });
  const sentences = [
    beyond.length > 0 ? t("compare:problem.beyond", listed(beyond)) : undefined,
    missing.length > 0 ? t("compare:problem.missing", listed(missing)) : undefined,
    strange ? t("compare:problem.strange") : undefined,
    repeated ? t("compare:problem.repeated") : undefined,
    chosen.length === 0 && missing.length === 0 && !strange ? t("compare:problem.nothing") : undefined,
  ].filter((sentence) => sentence !== undefined);
  return sentences.map((sentence) => (
    <p key={sentence} className="notice">
      {sentence}
    </p>
  ));
}

/** The map, and a table of all countries for each fact that any of them states. */
function OtherWays({ catalogue, today }: { catalogue: Catalogue; today: string }): ReactNode {
  const { t, language } = useLanguage();
  const countries = [...catalogue.entries.countries.values()];
  return (
    <>
      <Part anchor="map" heading={t("compare:map.title")} href={`/${language}/compare/map`}>
        <p>{t("compare:map.description")}</p>
      </Part>
      <Part anchor="tables" heading={t("compare:tables")}>
        {subjects.map((subject) => (
          <section key={subject}>
            <h3>{t(`compare:subject.${subject}`)}</h3>
            <IndexList
              items={factSubjects[subject]
                .filter((key) => isStated(countries, key, today))
                .map((key) => ({ href: `/${language}/compare/${key}`, label: t(`facts:label.${key}`) }))}
            />
          </section>
        ))}
      </Part>
    </>
  );
}
