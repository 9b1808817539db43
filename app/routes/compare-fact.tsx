import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { isStated } from "../guidance/comparison.ts";
import { sortColumns, sortDirections } from "../guidance/fact-order.ts";
import { factKeys } from "../guidance/schema/fact.ts";
import { FactTable, factTableStyles, firstOrder } from "../ui/fact-table.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { describe, notFound, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: factTableStyles };
export const headers = readingHeaders;

/** The order that an address asks for. What is not understood counts as not asked: an order is never an error. */
const asked = z.object({
  sort: z.enum(sortColumns).catch(firstOrder.column),
  direction: z.enum(sortDirections).catch(firstOrder.direction),
});

export function loader(args: LoaderFunctionArgs) {
  const { site, t } = pageContext(args);
  const fact = factKeys.find((key) => key === args.params.fact);
  if (fact === undefined || !isStated(site.catalogue.entries.countries.values(), fact, site.today)) throw notFound();
  const { sort, direction } = asked.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const label = t(`facts:label.${fact}`);
  return {
    head: {
      title: `${t("compare:table.heading", { fact: label })} · ${t("name")}`,
      description: t("compare:table.about", { fact: label }),
    } satisfies Head,
    fact,
    order: { column: sort, direction },
  };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function CompareFactRoute(): ReactNode {
  const { catalogue, today } = useSite();
  const { fact, order } = useLoaderData<typeof loader>();
  return <FactTable catalogue={catalogue} fact={fact} order={order} today={today} />;
}
