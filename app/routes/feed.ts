import type { LoaderFunctionArgs } from "@remix-run/node";
import { listChanges, type ChangedPage } from "../guidance/changes.ts";
import { escapeXml } from "./escape-xml.ts";
import { pageContext, readingHeaders } from "./page.ts";

const newest = 50;

/** A date that may lack month and day as the moment at which it begins, as Atom wants it. */
function moment(date: string): string {
  return `${date}${"-01-01".slice(date.length - 4)}T00:00:00Z`;
}

/** What changed, as an Atom feed (RFC 4287) in one language. */
export function loader(args: LoaderFunctionArgs): Response {
  const { site, language, t } = pageContext(args);
  const base = `${site.origin}/${language}`;
  // An entry may have one address of its own; further pages that say the same are related to it (RFC 4287, 4.1.1).
  const link = ({ entry }: ChangedPage, index: number): string =>
    `<link${index === 0 ? "" : ' rel="related"'} href="${escapeXml(`${base}/${entry.kind}/${entry.id}#changes`)}"/>`;
  const changes = listChanges(site.catalogue, language).slice(0, newest);
  const entries = changes.map(
    ({ id, on, plain, pages }) => `<entry>
<id>${escapeXml(`${base}/${id}`)}</id>
<title>${escapeXml(pages.map(({ title }) => title).join(", "))}</title>
${pages.map(link).join("\n")}
<updated>${moment(on)}</updated>
<summary>${escapeXml(plain)}</summary>
</entry>`,
  );
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${escapeXml(`${base}/feed.xml`)}</id>
<title>${escapeXml(t("feed.title"))}</title>
<subtitle>${escapeXml(t("feed.subtitle"))}</subtitle>
<link rel="self" href="${escapeXml(`${base}/feed.xml`)}"/>
<link href="${escapeXml(`${base}/changes`)}"/>
<updated>${moment(changes[0]?.on ?? site.today)}</updated>
<author><name>${escapeXml(t("name"))}</name></author>
${entries.join("\n")}
</feed>
`;
  return new Response(text, { headers: { ...readingHeaders(), "Content-Type": "application/atom+xml; charset=utf-8" } });
}
