import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import type { ReactNode } from "react";
import type { RouteHandle } from "../ui/route-handle.ts";
import { WorldMap, worldMapStyles } from "../ui/world-map.tsx";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: worldMapStyles };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { t } = pageContext(args);
  return {
    head: { title: `${t("compare:map.title")} · ${t("name")}`, description: t("compare:map.description") } satisfies Head,
  };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function CompareMapRoute(): ReactNode {
  const { catalogue, today } = useSite();
  return <WorldMap catalogue={catalogue} today={today} />;
}
