import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import type { ReactNode } from "react";
import { formatNumber } from "../i18n/format.ts";
import { IndexList, indexListStyles } from "../ui/index-list.tsx";
import { useLanguage } from "../ui/language.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { titleOfSourceGroup } from "../ui/source-group-title.ts";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { countSources } from "./reading-addresses.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: indexListStyles };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { t } = pageContext(args);
  return { head: { title: `${t("sources.title")} · ${t("name")}`, description: t("sources.about") } satisfies Head };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function SourceGroups(): ReactNode {
  const { catalogue } = useSite();
  const { t, language } = useLanguage();
  const groups = [...countSources(catalogue)]
    .map(([group, count]) => ({ group, count, title: titleOfSourceGroup(catalogue, group, language, t) }))
    .sort((a, b) => a.title.localeCompare(b.title, language));
  return (
    <>
      <h1>{t("sources.title")}</h1>
      <p className="lead">{t("sources.about")}</p>
      <IndexList
        items={groups.map(({ group, count, title }) => ({
          href: `/${language}/sources/${group}`,
          label: title,
          note: formatNumber(count, language),
        }))}
      />
    </>
  );
}
