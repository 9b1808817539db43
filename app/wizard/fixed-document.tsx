import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Translations } from "../i18n/translations.ts";
import { LanguageProvider } from "../ui/language.tsx";

/**
 * A whole HTML document without styles, frame and script, which is the same for everyone: an island asks for it and takes parts of
 * it into its page.
 */
export function renderFixedDocument(content: ReactNode, language: string, translations: Translations): string {
  return `<!doctype html>${renderToStaticMarkup(
    <LanguageProvider language={language} translations={translations}>
      <html lang={language}>
        <head>
          <title>{translations.for(language)("wizard:title")}</title>
        </head>
        <body>{content}</body>
      </html>
    </LanguageProvider>,
  )}`;
}
