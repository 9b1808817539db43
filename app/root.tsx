import { isRouteErrorResponse, Meta, Outlet, useLocation, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { Frame, frameStyles } from "./ui/frame.tsx";
import { useLanguage } from "./ui/language.tsx";
import { isRouteHandle } from "./ui/route-handle.ts";

export function loader({ context: { site } }: LoaderFunctionArgs) {
  return {
    languages: site.catalogue.languages.map(({ code, name }) => ({ code, name })),
    revision: site.catalogue.revision,
  };
}

/** Unless a route says otherwise, and for every error, nothing is kept. */
export function headers(): HeadersInit {
  return { "Cache-Control": "no-store" };
}

function Document(props: { children: ReactNode }): ReactNode {
  const { language } = useLanguage();
  const { pathname } = useLocation();
  const site = useRouteLoaderData<typeof loader>("root");
  const handles = useMatches().map(({ handle }) => handle);
  const styles = new Set([...frameStyles, ...handles.filter(isRouteHandle).flatMap((handle) => handle.styles)]);
  const rest = pathname.replace(/^\/[^/]*/, "");
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <Meta />
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: [...styles].join("") }} />
      </head>
      <body>
        <Frame
          languages={(site?.languages ?? []).map((known) => ({ ...known, href: `/${known.code}${rest}` }))}
          revision={site?.revision ?? ""}
        >
          {props.children}
        </Frame>
      </body>
    </html>
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
    <Document>
      <h1>{missing ? t("missing.title") : t("broken.title")}</h1>
    </Document>
  );
}
