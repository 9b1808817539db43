import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLanguage } from "../ui/language.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { WizardMap, wizardMapStyles } from "../wizard/wizard-map.tsx";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";
import { mappedWizard } from "./wizard-page.ts";

export const handle: RouteHandle = { styles: wizardMapStyles };
export const headers = readingHeaders;

export function loader(args: LoaderFunctionArgs) {
  const page = pageContext(args);
  const { number } = mappedWizard(page, args.params.wizard);
  const title = page.t("map:title", { number });
  return { head: { title: `${title} · ${page.t("name")}`, description: page.t("map:lead") } satisfies Head };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function WizardMapRoute(): ReactNode {
  const { language } = useLanguage();
  return <WizardMap view={mappedWizard({ site: useSite(), language }, useParams().wizard)} />;
}
