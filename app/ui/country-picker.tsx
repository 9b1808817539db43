import type { ReactNode } from "react";
import { listEntries, textIn, type Catalogue } from "../guidance/catalogue.ts";
import { mostCompared } from "../guidance/comparison.ts";
import { Button, buttonStyles } from "./button.tsx";
import css from "./country-picker.css?inline";
import { fieldStyles } from "./field.ts";
import { useLanguage } from "./language.tsx";

export const countryPickerStyles = [...buttonStyles, ...fieldStyles, css];

/** The form that asks for up to four countries, with those chosen before. Its choice stands in the address, and it says so. */
export function CountryPicker({ catalogue, chosen }: { catalogue: Catalogue; chosen: readonly string[] }): ReactNode {
  const { t, language } = useLanguage();
  const countries = listEntries(catalogue, "countries", language).map((country) => (
    <option key={country.id} value={country.id}>
      {textIn(catalogue, country, language).text.title}
    </option>
  ));
  return (
    <>
      <form className="picker" action={`/${language}/compare`}>
        {Array.from({ length: mostCompared }, (_, index) => (
          <label key={index}>
            {t("compare:slot", { number: index + 1 })}
            <select name="c" defaultValue={chosen[index] ?? ""} autoComplete="off">
              <option value="">{t("compare:none")}</option>
              {countries}
            </select>
          </label>
        ))}
        <Button>{t("compare:go")}</Button>
      </form>
      <p className="meta">
        {`${t("compare:history")} `}
        <a href={`/${language}/safety#history`}>{t("compare:erase")}</a>
      </p>
    </>
  );
}
