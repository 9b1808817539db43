import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import type { ReactNode } from "react";
import { Home, homeStyles } from "../ui/home.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: homeStyles };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { t } = pageContext(args);
  return { head: { title: t("home.title"), description: t("home.description") } satisfies Head };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function HomeRoute(): ReactNode {
  const { catalogue } = useSite();
  return <Home catalogue={catalogue} />;
}
