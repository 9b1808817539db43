import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";
import css from "./doors.css?inline";
import { useLanguage } from "./language.tsx";
import { SearchForm, searchFormStyles } from "./search-form.tsx";

export const doorsStyles = [...searchFormStyles, css];

/** The two ways into the site: answering questions, and searching. */
export function Doors(): ReactNode {
  const { t, language } = useLanguage();
  return (
    <div className="doors">
      <section>
        <h2>{t("home.answer.title")}</h2>
        <p>{t("home.answer.text")}</p>
        <ButtonLink to={`/${language}/questions/1`}>{t("home.answer.go")}</ButtonLink>
      </section>
      <section>
        <h2>{t("home.search.title")}</h2>
        <p>{t("home.search.text")}</p>
        <SearchForm />
      </section>
    </div>
  );
}
