import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import type { ReactNode } from "react";
import { Safety, safetyStyles } from "../ui/safety.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";
export const handle: RouteHandle = { styles: safetyStyles };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { t } = pageContext(args);
  return { head: { title: `${t("safety.title")} · ${t("name")}`, description: t("safety.description") } satisfies Head };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function SafetyRoute(): ReactNode {
  const { catalogue } = useSite();
  return <Safety catalogue={catalogue} />;
}
