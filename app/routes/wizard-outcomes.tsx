import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { isAdviceKind } from "../guidance/schema/entry.ts";
import { useLanguage } from "../ui/language.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { OutcomePage, outcomeTableStyles } from "../wizard/outcome-table.tsx";
import { describe, notFound, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";
import { mappedWizard } from "./wizard-page.ts";

export const handle: RouteHandle = { styles: outcomeTableStyles };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const page = pageContext(args);
  const { number, rules } = mappedWizard(page, args.params.wizard);
  const kind = args.params.kind ?? "";
  if (!isAdviceKind(kind) || !rules.advice.some((rule) => rule.kind === kind)) throw notFound();
  const title = page.t("map:kindTitle", { number, kind: page.t(`kinds.${kind}`) });
  return { head: { title: `${title} · ${page.t("name")}`, description: page.t("map:adviceLead") } satisfies Head, kind };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function WizardOutcomesRoute(): ReactNode {
  const { language } = useLanguage();
  const { kind } = useLoaderData<typeof loader>();
  return <OutcomePage view={mappedWizard({ site: useSite(), language }, useParams().wizard)} kind={kind} />;
}
