import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import type { ReactNode } from "react";
import { QuestionsPage, questionsPageStyles } from "../ui/questions-page.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: questionsPageStyles };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const { t } = pageContext(args);
  return { head: { title: `${t("questions.title")} · ${t("name")}` } satisfies Head };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function Questions(): ReactNode {
  return <QuestionsPage catalogue={useSite().catalogue} />;
}
