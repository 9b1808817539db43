import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { loadTranslations } from "../../app/i18n/translations.ts";
import { LanguageProvider } from "../../app/ui/language.tsx";

export const translations = loadTranslations();

/** HTML of a component on a page in a language. */
export function render(node: ReactNode, language = "ru"): string {
  return renderToStaticMarkup(
    <LanguageProvider language={language} translations={translations}>
      {node}
    </LanguageProvider>,
  );
}

/** The words of a piece of HTML, as a reader sees them. */
export function words(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("\u00a0", " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The first element with an id, with all it holds. */
export function section(html: string, id: string): string {
  const start = html.indexOf(`<section class="part" id="${id}"`);
  if (start < 0) throw new Error(`there is no section ${id}`);
  return html.slice(start, html.indexOf("</section>", start));
}
