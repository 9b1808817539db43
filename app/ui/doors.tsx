import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";
import css from "./doors.css?inline";
import { useLanguage } from "./language.tsx";
import { frontDoor } from "./questions-page.tsx";
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
        <ButtonLink to={`/${language}/${frontDoor}`}>{t("home.answer.go")}</ButtonLink>
        <p>
          <a href={`/${language}/questions`}>{t("home.answer.all")}</a>
        </p>
      </section>
      <section>
        <h2>{t("home.search.title")}</h2>
        <p>{t("home.search.text")}</p>
        <SearchForm />
      </section>
    </div>
  );
}
