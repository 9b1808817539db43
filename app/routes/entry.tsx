import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { findEntry, textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { isReadingKind, type ReadingKind } from "../guidance/schema/entry.ts";
import { EntryPage, entryPageStyles, type EntryParts } from "../ui/entry-page.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { describe, notFound, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";

const withParts = z.object({ parts: z.object({ hasLetter: z.boolean(), hasTable: z.boolean() }) });

/** Where the loader has thrown, the page of the error stands in its place and has no parts. */
export const handle: RouteHandle = {
  styles: (loaded) => {
    const { data } = withParts.safeParse(loaded);
    return data ? entryPageStyles(data.parts) : [];
  },
};
export const headers = readingHeaders;

/** The entry that an address names. Throws a 404 if there is none. */
function entryOf(catalogue: Catalogue, { kind = "", id = "" }: { kind?: string; id?: string }): Entry<ReadingKind> {
  const entry = isReadingKind(kind) ? findEntry(catalogue, kind, id) : undefined;
  if (!entry) throw notFound();
  return entry;
}

export function loader(args: LoaderFunctionArgs) {
  const { site, language, t } = pageContext(args);
  const entry = entryOf(site.catalogue, args.params);
  const { text } = textIn(site.catalogue, entry, language);
  const parts: EntryParts = {
    hasLetter: entry.kind === "letters",
    hasTable: text.sections.some(({ html }) => html.includes("<table")),
  };
  return { head: { title: `${text.title} · ${t("name")}`, description: text.summary } satisfies Head, parts };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function EntryRoute(): ReactNode {
  const { catalogue, today } = useSite();
  return <EntryPage catalogue={catalogue} entry={entryOf(catalogue, useParams())} today={today} />;
}
