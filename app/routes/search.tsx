import type { ActionFunctionArgs, LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { findEntry } from "../guidance/catalogue.ts";
import { freshness } from "../guidance/freshness.ts";
import { isReadingKind } from "../guidance/schema/entry.ts";
import { audience } from "../guidance/schema/primitives.ts";
import type { RouteHandle } from "../ui/route-handle.ts";
import type { SearchOutcome } from "../ui/search-outcome.tsx";
import { SearchPage, searchPageStyles } from "../ui/search-page.tsx";
import { describe, pageContext, type Head, type PageContext } from "./page.ts";
import { useSite } from "./site-context.tsx";

export const handle: RouteHandle = { styles: searchPageStyles, unlisted: true };

const resultsOnPage = 15;
const longestText = 200;

/** What a reader asks for. Whatever else is sent counts as not sent: a search is never an error. */
const asked = z.object({
  q: z
    .string()
    .catch("")
    .transform((text) => text.slice(0, longestText)),
  country: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional()
    .catch(undefined),
  kind: z.string().refine(isReadingKind).optional().catch(undefined),
  audience: audience.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100).catch(1),
  exact: z.literal("1").optional().catch(undefined),
});

async function search(
  { site, language }: PageContext,
  fields: Iterable<readonly [string, unknown]>,
): Promise<SearchOutcome | null> {
  const { q, country, kind, audience, page, exact } = asked.parse(Object.fromEntries(fields));
  if (q.trim() === "") return null;
  const filters = { country, kind, audience };
  const offset = (page - 1) * resultsOnPage;
  const asTyped = exact === "1";
  const answer = await site.search.search({ text: q, language, filters, limit: resultsOnPage, offset, asTyped });
  return {
    text: q,
    filters,
    asTyped,
    page,
    from: offset + 1,
    pages: Math.ceil(answer.total / resultsOnPage),
    total: answer.total,
    facets: answer.facets,
    repaired: answer.repaired,
    results: answer.hits.map(({ record: { kind, entry, anchor, title, heading }, snippet }) => {
      const found = findEntry(site.catalogue, kind, entry);
      return {
        href: `/${language}/${kind}/${entry}${anchor === "" ? "" : `#${anchor}`}`,
        title,
        heading,
        kind,
        snippet,
        freshness: found && freshness(found.data.review, site.today),
      };
    }),
  };
}

/** A query in the address is a link that somebody chose to hand on. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageContext(args);
  return {
    head: { title: `${page.t("search:title")} · ${page.t("name")}` } satisfies Head,
    outcome: await search(page, new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData().catch(() => new FormData());
  return { outcome: await search(pageContext(args), form) };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return describe(data?.head);
}

export default function SearchRoute(): ReactNode {
  const { catalogue } = useSite();
  const { outcome } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <SearchPage catalogue={catalogue} outcome={posted ? posted.outcome : outcome} />;
}
