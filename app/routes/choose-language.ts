import type { LoaderFunctionArgs } from "@remix-run/node";
import { chooseLanguage } from "../i18n/choose-language.ts";

/** Sends `/` to the reader's language. Nothing is remembered: the choice is made anew each time. */
export function loader({ request, context: { site } }: LoaderFunctionArgs): Response {
  const language = chooseLanguage(request.headers.get("Accept-Language"), site.translations.languages);
  return new Response(null, {
    status: 302,
    headers: { Location: `/${language}`, Vary: "Accept-Language", "Cache-Control": "no-store" },
  });
}
