import type { LoaderFunctionArgs } from "@remix-run/node";
import { escapeXml } from "./escape-xml.ts";
import { readingHeaders } from "./page.ts";
import { readingAddresses } from "./reading-addresses.ts";

/** All reading pages in all languages, each naming the others, as https://www.sitemaps.org and its XHTML extension say. */
export function loader({ context: { site } }: LoaderFunctionArgs): Response {
  const { catalogue, origin } = site;
  const addresses = readingAddresses(catalogue, site.today);
  const urls = catalogue.languages.flatMap(({ code }) =>
    addresses.map(({ path, reviewedOn }) => {
      const alternates = catalogue.languages.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other.code}" href="${escapeXml(`${origin}/${other.code}${path}`)}"/>`,
      );
      const modified = reviewedOn === undefined ? "" : `<lastmod>${reviewedOn}</lastmod>`;
      return `<url><loc>${escapeXml(`${origin}/${code}${path}`)}</loc>${modified}${alternates.join("")}</url>`;
    }),
  );
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`;
  return new Response(text, { headers: { ...readingHeaders(), "Content-Type": "application/xml; charset=utf-8" } });
}
