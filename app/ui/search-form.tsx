import type { ReactNode } from "react";
import { Button, buttonStyles } from "./button.tsx";
import { fieldStyles } from "./field.ts";
import { useLanguage } from "./language.tsx";
import css from "./search-form.css?inline";

export const searchFormStyles = [...buttonStyles, ...fieldStyles, css];

interface SearchFormProps {
  /** What was typed before. */
  readonly text?: string;
  /** Set where the page carries the island: the form tells it what it needs. */
  readonly withIsland?: boolean;
}

/** The search field. It posts, so that what is looked for stands in no address and no history. */
export function SearchForm({ text = "", withIsland = false }: SearchFormProps): ReactNode {
  const { t, language } = useLanguage();
  const forIsland = {
    "data-titles": `/${language}/search/titles.json`,
    "data-prefix": `/${language}`,
    "data-suggestions": t("search:suggestions"),
    "data-copied": t("message.copied"),
    "data-keys": t("search:keys"),
    "data-slash-off": t("search:slashOff"),
    "data-slash-on": t("search:slashOn"),
  };
  return (
    <form className="search" method="post" action={`/${language}/search`} role="search" {...(withIsland && forIsland)}>
      <label htmlFor="q">{t("search:label")}</label>
      <input id="q" name="q" type="search" defaultValue={text} maxLength={200} autoComplete="off" enterKeyHint="search" />
      <Button>{t("search:go")}</Button>
    </form>
  );
}
