import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import type { ReactNode } from "react";
import { useLanguage } from "../ui/language.tsx";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";

export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { t } = pageContext(args);
  return { head: { title: t("home.title") } satisfies Head };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function Wizard(): ReactNode {
  const { t } = useLanguage();
  return <h1>{t("home.title")}</h1>;
}
