import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { findEntry, titleOfReference } from "../guidance/catalogue.ts";
import { isReadingKind } from "../guidance/schema/entry.ts";
import { useLanguage } from "../ui/language.tsx";
import { MessagePage, messagePageStyles } from "../ui/message-page.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { headPath, sectionMessage } from "../ui/section-message.ts";
import { describe, notFound, pageContext, readingHeaders, type Head, type PageContext } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: messagePageStyles, unlisted: true };
export const headers = readingHeaders;

type Place = Readonly<Record<string, string | undefined>>;

/** The part of an entry that an address names. Throws a 404 if there is none. */
function partOf({ site, language, t }: PageContext, { kind = "", id = "", anchor: place = "" }: Place) {
  const entry = isReadingKind(kind) ? findEntry(site.catalogue, kind, id) : undefined;
  const anchor = place === headPath ? "" : place;
  const { catalogue, origin, today } = site;
  const text = entry && place !== "" ? sectionMessage(entry, anchor, { catalogue, origin, today, language, t }) : undefined;
  if (text === undefined) throw notFound();
  const reference = `${kind}/${id}${anchor === "" ? "" : `#${anchor}`}`;
  return { text, title: titleOfReference(catalogue, reference, language) ?? "", back: `/${language}/${reference}` };
}

export function loader(args: LoaderFunctionArgs) {
  const page = pageContext(args);
  const { title } = partOf(page, args.params);
  return { head: { title: `${page.t("message.title")}: ${title} · ${page.t("name")}` } satisfies Head };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function EntryTextRoute(): ReactNode {
  const site = useSite();
  const { language, t } = useLanguage();
  return <MessagePage {...partOf({ site, language, t }, useParams())} />;
}
