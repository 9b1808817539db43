import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { listEntries } from "../guidance/catalogue.ts";
import { isReadingKind } from "../guidance/schema/entry.ts";
import { EntriesPage, entriesPageStyles } from "../ui/entries-page.tsx";
import { sortByGroup } from "../ui/entry-groups.ts";
import { useLanguage } from "../ui/language.tsx";
import { OrganisationsPage, organisationsPageStyles } from "../ui/organisations-page.tsx";
import { Paging, pagingStyles } from "../ui/paging.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { cutPage, pageSizes, pagesOfKind, requestedPage } from "./list-pages.ts";
import { describe, notFound, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: [...entriesPageStyles, ...organisationsPageStyles, ...pagingStyles] };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { site, t } = pageContext(args);
  const { kind = "" } = args.params;
  if (!isReadingKind(kind)) throw notFound();
  const pages = pagesOfKind(site.catalogue, kind);
  return {
    head: { title: `${t(`kinds.${kind}`)} · ${t("name")}`, description: t(`kindsAbout.${kind}`) } satisfies Head,
    kind,
    page: requestedPage(args.request, pages),
    pages,
  };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function EntriesRoute(): ReactNode {
  const { catalogue, today } = useSite();
  const { language } = useLanguage();
  const { kind, page, pages } = useLoaderData<typeof loader>();
  const address = `/${language}/${kind}`;
  return (
    <>
      {kind === "organisations" ? (
        <OrganisationsPage catalogue={catalogue} address={address} page={page} pages={pages} today={today} />
      ) : (
        <EntriesPage
          catalogue={catalogue}
          kind={kind}
          entries={cutPage(sortByGroup(listEntries(catalogue, kind, language)), page, pageSizes.entries)}
          today={today}
        />
      )}
      <Paging address={address} page={page} pages={pages} />
    </>
  );
}
