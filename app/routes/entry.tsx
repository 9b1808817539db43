import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { findEntry, textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { isReadingKind, type ReadingKind } from "../guidance/schema/entry.ts";
import { EntryPage, entryPageStyles } from "../ui/entry-page.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { describe, notFound, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: entryPageStyles };
export const headers = readingHeaders;

/** The entry that an address names. Throws a 404 if there is none. */
function entryOf(catalogue: Catalogue, { kind = "", id = "" }: { kind?: string; id?: string }): Entry<ReadingKind> {
  const entry = isReadingKind(kind) ? findEntry(catalogue, kind, id) : undefined;
  if (!entry) throw notFound();
  return entry;
}

export function loader(args: LoaderFunctionArgs) {
  const { site, language, t } = pageContext(args);
  const { text } = textIn(site.catalogue, entryOf(site.catalogue, args.params), language);
  return { head: { title: `${text.title} · ${t("name")}`, description: text.summary } satisfies Head };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function EntryRoute(): ReactNode {
  const { catalogue, today } = useSite();
  return <EntryPage catalogue={catalogue} entry={entryOf(catalogue, useParams())} today={today} />;
}
