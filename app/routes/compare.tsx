import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaDescriptor } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { readCountryChoice } from "../guidance/comparison.ts";
import { ComparePage, comparePageStyles } from "../ui/compare-page.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: comparePageStyles };

/** Which countries a person compares tells about the person: no cache keeps a page with a choice, and no title names it. */
export function headers({ loaderHeaders }: HeadersArgs): Headers {
  return loaderHeaders;
}

export function loader(args: LoaderFunctionArgs) {
  const { site, t } = pageContext(args);
  const given = new URL(args.request.url).searchParams.getAll("c");
  const head = { title: `${t("compare:title")} · ${t("name")}`, description: t("compare:description") } satisfies Head;
  if (given.length === 0) return data({ head, choice: null }, { headers: readingHeaders() });
  const choice = readCountryChoice(given, site.catalogue.entries.countries);
  return data({ head, choice }, { headers: { "Cache-Control": "no-store" } });
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function CompareRoute(): ReactNode {
  const { catalogue, today } = useSite();
  const { choice } = useLoaderData<typeof loader>();
  return <ComparePage catalogue={catalogue} choice={choice} today={today} />;
}
