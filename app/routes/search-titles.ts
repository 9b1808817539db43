import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, pageContext, readingHeaders } from "./page.ts";

/** What the search page's island searches on the reader's device; the same for everyone. */
export function loader(args: LoaderFunctionArgs): Response {
  const { site, language } = pageContext(args);
  const titles = site.search.titles(language);
  if (!titles) throw notFound();
  return new Response(JSON.stringify(titles), {
    headers: { ...readingHeaders(), "Content-Type": "application/json; charset=utf-8" },
  });
}
