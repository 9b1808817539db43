import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import type { ReactNode } from "react";
import { Privacy, privacyStyles } from "../ui/privacy.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
export const handle: RouteHandle = { styles: privacyStyles };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { t } = pageContext(args);
  return { head: { title: `${t("privacy.title")} · ${t("name")}`, description: t("privacy.description") } satisfies Head };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function PrivacyRoute(): ReactNode {
  return <Privacy />;
}
