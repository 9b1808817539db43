import { createContext, useContext, type ReactNode } from "react";
import type { Translate, Translations } from "../i18n/translations.ts";

interface LanguageContext {
  readonly language: string;
  readonly t: Translate;
}

const Context = createContext<LanguageContext | null>(null);

/** Gives every component below it the page's language and its translate function. */
export function LanguageProvider(props: { language: string; translations: Translations; children: ReactNode }): ReactNode {
  const { language, translations, children } = props;
  return <Context.Provider value={{ language, t: translations.for(language) }}>{children}</Context.Provider>;
}

/** The page's language (ISO 639-1) and its translate function. */
export function useLanguage(): LanguageContext {
  const context = useContext(Context);
  if (!context) throw new Error("useLanguage stands outside LanguageProvider");
  return context;
}
