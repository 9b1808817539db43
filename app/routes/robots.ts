import type { LoaderFunctionArgs } from "@remix-run/node";

/** Search engines may read the guidance; questions, search, the way out and what is for programs are no pages to be found. */
export function loader({ context: { site } }: LoaderFunctionArgs): Response {
  const closed = site.translations.languages.flatMap((language) =>
    ["questions", "search", "leave"].map((path) => `Disallow: /${language}/${path}`),
  );
  const text = ["User-agent: *", ...closed, "Disallow: /api/", `Sitemap: ${site.origin}/sitemap.xml`, ""].join("\n");
  return new Response(text, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=0, must-revalidate" },
  });
}
