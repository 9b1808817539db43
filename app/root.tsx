import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Meta, Outlet, useLocation, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Frame, frameStyles } from "./ui/frame.tsx";
import { useLanguage } from "./ui/language.tsx";
import { isRouteHandle, stylesOf } from "./ui/route-handle.ts";
import { Trouble, troubleStyles } from "./ui/trouble.tsx";

export function loader({ context: { site } }: LoaderFunctionArgs) {
  return {
    languages: site.catalogue.languages.map(({ code, name }) => ({ code, name })),
    revision: site.catalogue.revision,
    origin: site.origin,
  };
}

/** Unless a route says otherwise, and for every error, nothing is kept. */
export function headers(): HeadersInit {
  return { "Cache-Control": "no-store" };
}

/** A pier over water, inside the page: without it every first visit would ask for /favicon.ico. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 9 9%22%3E%3Cpath fill=%22%23488%22 d=%22M0 2h9v1H0zM1 3h1v3H1zM4 3h1v3H4zM7 3h1v3H7zM0 7h9v1H0z%22/%3E%3C/svg%3E";

interface DocumentProps {
  /** Title of a page that has no loader data to name it: an error. */
  readonly title?: string;
  readonly styles?: readonly string[];
  readonly children: ReactNode;
}

/** The whole document: the styles that the matched routes need, each once, and the frame. */
function Document({ title, styles = [], children }: DocumentProps): ReactNode {
  const { language } = useLanguage();
  const { pathname, search } = useLocation();
  const site = useRouteLoaderData<typeof loader>("root");
  const routes = useMatches().flatMap(({ handle, data }) => (isRouteHandle(handle) ? [{ handle, data }] : []));
  const css = new Set([...frameStyles, ...routes.flatMap(({ handle, data }) => stylesOf(handle, data)), ...styles]);
  const languages = site?.languages ?? [];
  const [, first = "", ...rest] = pathname.split("/");
  const path = languages.some(({ code }) => code === first) ? ["", ...rest].join("/").replace(/\/$/, "") : "";
  const listed = title === undefined && !routes.some(({ handle }) => handle.unlisted);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        {title === undefined ? <Meta /> : <title>{title}</title>}
        {listed && site ? <Relations origin={site.origin} path={path} /> : <meta name="robots" content="noindex" />}
        <link rel="icon" href={icon} />
        <style dangerouslySetInnerHTML={{ __html: [...css].join("") }} />
      </head>
      <body>
        <Frame
          path={pathname}
          languages={languages.map((known) => ({ ...known, href: `/${known.code}${path}${search}` }))}
          revision={site?.revision ?? ""}
        >
          {children}
        </Frame>
      </body>
    </html>
  );
}

/** Where this page stands and where it stands in other languages, with whole addresses as search engines ask for. */
function Relations({ origin, path }: { origin: string; path: string }): ReactNode {
  const { language } = useLanguage();
  // Of all that an address may ask for only the page of a list is another page: what else it says is an order or a choice.
  const number = new URLSearchParams(useLocation().search).get("page");
  const page = number === null ? "" : `?page=${encodeURIComponent(number)}`;
  const site = useRouteLoaderData<typeof loader>("root");
  return (
    <>
      <link rel="canonical" href={`${origin}/${language}${path}${page}`} />
      {site?.languages.map(({ code }) => (
        <link key={code} rel="alternate" hrefLang={code} href={`${origin}/${code}${path}${page}`} />
      ))}
      <link rel="alternate" type="application/atom+xml" href={`/${language}/feed.xml`} />
    </>
  );
}

export default function Root(): ReactNode {
  return (
    <Document>
      <Outlet />
    </Document>
  );
}

export function ErrorBoundary(): ReactNode {
  const error = useRouteError();
  const { t } = useLanguage();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Document title={t(missing ? "missing.title" : "broken.title")} styles={troubleStyles}>
      <Trouble missing={missing} />
    </Document>
  );
}
