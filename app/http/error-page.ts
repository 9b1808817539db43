import { chooseLanguage, languageOfPath } from "../i18n/choose-language.ts";
import type { Translations } from "../i18n/translations.ts";
import type { Answer } from "./answer.ts";

/** What the server itself may refuse or fail at, with the status of each. */
export const failures = {
  badRequest: 400,
  crossSite: 403,
  method: 405,
  timeout: 408,
  tooLarge: 413,
  tooMany: 429,
  headers: 431,
  broken: 500,
  busy: 503,
  slow: 503,
} as const;

export type Failure = keyof typeof failures;

const style =
  ":root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:34em;margin:3rem auto;padding:0 1rem}" +
  "h1{font-size:1.6rem;line-height:1.25}a{display:inline-block;padding:.5rem 0;margin-right:1.5rem}";

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Who is answered: the language comes from the address, else from the browser's wishes. */
export interface Asker {
  readonly path: string;
  readonly acceptLanguage: string | null;
}

/**
 * A page that says in the reader's language what went wrong and what to do now.
 * @param waitSeconds after how long it is worth trying again
 */
export function errorPage(failure: Failure, asker: Asker, translations: Translations, waitSeconds?: number): Answer {
  const { languages } = translations;
  const language = languageOfPath(asker.path, languages) ?? chooseLanguage(asker.acceptLanguage, languages);
  const t = translations.for(language);
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(t(`errors:${failure}.heading`))}</title>
<style>${style}</style>
<main>
<h1>${escape(t(`errors:${failure}.heading`))}</h1>
<p>${escape(t(`errors:${failure}.text`))}</p>
<p><a href="/${language}">${escape(t("errors:home"))}</a> <a href="/${language}/leave">${escape(t("errors:leave"))}</a></p>
</main>
</html>
`;
  return {
    status: failures[failure],
    headers: new Headers({
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      ...(waitSeconds !== undefined && { "retry-after": String(waitSeconds) }),
    }),
    body: new TextEncoder().encode(html),
  };
}

/** What a program is told in English, since whoever reads it writes programs. */
const messages: Readonly<Record<Failure, string>> = {
  badRequest: "The address cannot be read; mind its percent signs",
  crossSite: "Pages of other sites may not ask this; ask from a server of your own",
  method: "Use GET, HEAD or POST",
  timeout: "The request took too long to arrive",
  tooLarge: "The body is too large",
  tooMany: "Too many POSTs from one address; wait as long as Retry-After says",
  headers: "The address or the headers are too long; POST a long query",
  broken: "Something broke on our side; try again in a minute",
  busy: "The server has too much to do; wait as long as Retry-After says",
  slow: "The answer took too long; wait as long as Retry-After says",
};

/** The same for a program: `{"error":{"code","message"}}`, as the routes of the API refuse. */
export function errorJson(failure: Failure, waitSeconds?: number): Answer {
  return {
    status: failures[failure],
    headers: new Headers({
      "content-type": "application/json; charset=utf-8",
      ...(waitSeconds !== undefined && { "retry-after": String(waitSeconds) }),
    }),
    body: new TextEncoder().encode(JSON.stringify({ error: { code: failure, message: messages[failure] } })),
  };
}

/** The same in plain text and all languages, for requests so broken that nothing is known of who asks. */
export function errorText(failure: Failure, translations: Translations): string {
  return translations.languages
    .map((language) => {
      const t = translations.for(language);
      return `${t(`errors:${failure}.heading`)}\n${t(`errors:${failure}.text`)}\n`;
    })
    .join("\n");
}
