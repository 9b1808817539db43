import type { ReactNode } from "react";
import { Button, buttonStyles } from "./button.tsx";
import { useLanguage } from "./language.tsx";
import css from "./search-form.css?inline";

export const searchFormStyles = [...buttonStyles, css];

/** The search field. It posts, so that what is looked for stands in no address and no history. @param props.text what was typed before */
export function SearchForm({ text = "" }: { text?: string }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <form className="search" method="post" action={`/${language}/search`} role="search">
      <label htmlFor="q">{t("search:label")}</label>
      <input id="q" name="q" type="search" defaultValue={text} maxLength={200} autoComplete="off" enterKeyHint="search" />
      <Button>{t("search:go")}</Button>
    </form>
  );
}
