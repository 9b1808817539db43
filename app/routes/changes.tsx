import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { listChanges } from "../guidance/changes.ts";
import { ChangeList, changeListStyles, EntryChange } from "../ui/change-list.tsx";
import { useLanguage } from "../ui/language.tsx";
import { Paging, pagingStyles } from "../ui/paging.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { cutPage, pageSizes, pagesOf, requestedPage } from "./list-pages.ts";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: [...changeListStyles, ...pagingStyles] };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { site, language, t } = pageContext(args);
  const pages = pagesOf(listChanges(site.catalogue, language).length, pageSizes.changes);
  return {
    head: { title: `${t("changes.title")} · ${t("name")}`, description: t("changes.about") } satisfies Head,
    page: requestedPage(args.request, pages),
    pages,
  };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function Changes(): ReactNode {
  const { catalogue } = useSite();
  const { t, language } = useLanguage();
  const { page, pages } = useLoaderData<typeof loader>();
  const changes = cutPage(listChanges(catalogue, language), page, pageSizes.changes);
  return (
    <>
      <h1>{t("changes.title")}</h1>
      <p className="lead">{t("changes.about")}</p>
      {changes.length === 0 ? <p>{t("changes.none")}</p> : null}
      <ChangeList>
        {changes.map((change) => (
          <EntryChange key={change.id} change={change} />
        ))}
      </ChangeList>
      <Paging address={`/${language}/changes`} page={page} pages={pages} />
    </>
  );
}
