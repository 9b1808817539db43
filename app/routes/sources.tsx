import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Kicker, kickerStyles } from "../ui/kicker.tsx";
import { useLanguage } from "../ui/language.tsx";
import { Paging, pagingStyles } from "../ui/paging.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { titleOfSourceGroup } from "../ui/source-group-title.ts";
import { SourceList, sourceListStyles } from "../ui/source-list.tsx";
import { cutPage, pageSizes, pagesOf, requestedPage } from "./list-pages.ts";
import { describe, notFound, pageContext, readingHeaders, type Head } from "./page.ts";
import { countSources } from "./reading-addresses.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: [...kickerStyles, ...sourceListStyles, ...pagingStyles] };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { site, language, t } = pageContext(args);
  const { group = "" } = args.params;
  const count = countSources(site.catalogue).get(group);
  if (count === undefined) throw notFound();
  const title = titleOfSourceGroup(site.catalogue, group, language, t);
  const pages = pagesOf(count, pageSizes.sources);
  return {
    head: { title: `${t("sources.title")}: ${title} · ${t("name")}` } satisfies Head,
    group,
    title,
    page: requestedPage(args.request, pages),
    pages,
  };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function Sources(): ReactNode {
  const { catalogue } = useSite();
  const { t, language } = useLanguage();
  const { group, title, page, pages } = useLoaderData<typeof loader>();
  const sources = [...catalogue.sources.values()].filter((source) => source.group === group);
  return (
    <>
      <Kicker href={`/${language}/sources`} label={t("sources.title")} />
      <h1>{title}</h1>
      <p className="meta">{t("sources.count", { count: sources.length })}</p>
      <SourceList sources={cutPage(sources, page, pageSizes.sources)} start={(page - 1) * pageSizes.sources + 1} />
      <Paging address={`/${language}/sources/${group}`} page={page} pages={pages} />
    </>
  );
}
