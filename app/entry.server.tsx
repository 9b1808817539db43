import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { chooseLanguage, languageOfPath } from "./i18n/choose-language.ts";
import { SiteProvider } from "./routes/site-context.tsx";
import { LanguageProvider } from "./ui/language.tsx";

/** Renders a page completely before it is sent: headers and hashes depend on the whole text. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { site }: AppLoadContext,
): Promise<Response> {
  const { languages } = site.translations;
  const language =
    languageOfPath(new URL(request.url).pathname, languages) ?? chooseLanguage(request.headers.get("Accept-Language"), languages);
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe } = renderToPipeableStream(
      <SiteProvider site={site}>
        <LanguageProvider language={language} translations={site.translations}>
          <RemixServer context={remixContext} url={request.url} />
        </LanguageProvider>
      </SiteProvider>,
      {
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", language);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError() {
          failed = true;
        },
      },
    );
  });
}

/** Errors reach the log through `app/http`, which writes neither address nor answer; Remix's own logging would. */
export function handleError(): void {
  // Deliberately silent.
}
