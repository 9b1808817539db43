import type { LoaderFunctionArgs } from "@remix-run/node";
import { listChanges, type CatalogueChange } from "../guidance/catalogue.ts";
import { escapeXml } from "./escape-xml.ts";
import { pageContext, readingHeaders } from "./page.ts";

const newest = 50;

/** A date that may lack month and day as the moment at which it begins, as Atom wants it. */
function moment(date: string): string {
  return `${date}${"-01-01".slice(date.length - 4)}T00:00:00Z`;
}

/**
 * Changes with an id that stays the same when a text is corrected or newer changes are added above it: the entry, the date,
 * and which one of that date it is, counted from the oldest.
 */
function identify(changes: readonly CatalogueChange[]): { readonly change: CatalogueChange; readonly id: string }[] {
  const seen = new Map<string, number>();
  return changes.toReversed().map((change) => {
    const day = `${change.entry.kind}/${change.entry.id}#changes-${change.on}`;
    const number = (seen.get(day) ?? 0) + 1;
    seen.set(day, number);
    return { change, id: `${day}-${String(number)}` };
  });
}

/** What changed, as an Atom feed (RFC 4287) in one language. */
export function loader(args: LoaderFunctionArgs): Response {
  const { site, language, t } = pageContext(args);
  const base = `${site.origin}/${language}`;
  const changes = identify(listChanges(site.catalogue, language)).toReversed().slice(0, newest);
  const entries = changes.map(
    ({ change: { on, entry, title, plain }, id }) => `<entry>
<id>${escapeXml(`${base}/${id}`)}</id>
<title>${escapeXml(title)}</title>
<link href="${escapeXml(`${base}/${entry.kind}/${entry.id}#changes`)}"/>
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
<updated>${moment(changes[0]?.change.on ?? site.today)}</updated>
<author><name>${escapeXml(t("name"))}</name></author>
${entries.join("\n")}
</feed>
`;
  return new Response(text, { headers: { ...readingHeaders(), "Content-Type": "application/atom+xml; charset=utf-8" } });
}
