import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { chooseLanguage, languageOfPath } from "./i18n/choose-language.ts";
import { SiteProvider } from "./routes/site-context.tsx";
import { LanguageProvider } from "./ui/language.tsx";

/**
 * Renders a page completely before it is sent: headers and hashes depend on the whole text.
 * React 18's stream for Node is not used: it puts NUL bytes into words where a Cyrillic letter crosses its buffer.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { site }: AppLoadContext,
): Response {
  const { languages } = site.translations;
  const language =
    languageOfPath(new URL(request.url).pathname, languages) ?? chooseLanguage(request.headers.get("Accept-Language"), languages);
  const html = renderToString(
    <SiteProvider site={site}>
      <LanguageProvider language={language} translations={site.translations}>
        <RemixServer context={remixContext} url={request.url} />
      </LanguageProvider>
    </SiteProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", language);
  return new Response(`<!DOCTYPE html>${html}`, { headers, status });
}

/** Errors reach the log through `app/http`, which writes neither address nor answer; Remix's own logging would. */
export function handleError(): void {
  // Deliberately silent.
}
