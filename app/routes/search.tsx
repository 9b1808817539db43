import type { ActionFunctionArgs, LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { findEntry, listEntries } from "../guidance/catalogue.ts";
import { freshness } from "../guidance/freshness.ts";
import { isReadingKind } from "../guidance/schema/entry.ts";
import { audience } from "../guidance/schema/primitives.ts";
import { noHits, type SearchQuery } from "../search/engine.ts";
import { countFreshness } from "../search/facets.ts";
import { nearestTitles } from "../search/nearest.ts";
import type { RouteHandle } from "../ui/route-handle.ts";
import { freshnessStates, type Nearest, type SearchOutcome } from "../ui/search-outcome.tsx";
import { SearchPage, searchPageStyles } from "../ui/search-page.tsx";
import { headPath } from "../ui/section-message.ts";
import { describe, pageContext, type Head, type PageContext } from "./page.ts";
import { useSite } from "./site-context.tsx";
import type { Site } from "./site.ts";

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
  freshness: z.enum(freshnessStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100).catch(1),
  exact: z.literal("1").optional().catch(undefined),
});

const mostNearest = 6;

/** What may help where a search found nothing: results without its filters, pages with a like title, and who helps in the country. */
async function nearestTo(site: Site, query: SearchQuery): Promise<Nearest> {
  const { catalogue } = site;
  const { filters = {}, text, language } = query;
  const isFiltered = Object.values(filters).some((filter) => filter !== undefined);
  const wider = isFiltered ? await site.search.search({ ...query, filters: {}, offset: 0 }) : noHits;
  const own =
    filters.country === undefined || !catalogue.entries.countries.has(filters.country) ? [] : [`countries/${filters.country}`];
  const found = wider.hits.flatMap(({ record: { kind, entry } }) =>
    kind === "countries" || kind === "topics" ? [`${kind}/${entry}`] : [],
  );
  const titled = (["countries", "topics"] as const).flatMap((kind) =>
    [...catalogue.entries[kind].values()].map((entry) => ({
      reference: `${kind}/${entry.id}`,
      title: Object.values(entry.texts)
        .map(({ title }) => title)
        .join(" "),
    })),
  );
  const alike = nearestTitles(text, titled, mostNearest).map(({ reference }) => reference);
  const helpers = listEntries(catalogue, "organisations", language).filter(({ data }) =>
    data.countries.includes(filters.country ?? ""),
  );
  return {
    withoutFilters: wider.total,
    pages: [...new Set([...own, ...found, ...alike])].slice(0, mostNearest),
    organisations: helpers.slice(0, mostNearest).map(({ id }) => id),
  };
}

async function search(
  { site, language }: PageContext,
  fields: Iterable<readonly [string, unknown]>,
): Promise<SearchOutcome | null> {
  const { q, country, kind, audience, freshness: state, page, exact } = asked.parse(Object.fromEntries(fields));
  if (q.trim() === "") return null;
  const offset = (page - 1) * resultsOnPage;
  const asTyped = exact === "1";
  const due = state && { state, on: site.today };
  const query: SearchQuery = {
    text: q,
    language,
    filters: { country, kind, audience, due },
    limit: resultsOnPage,
    offset,
    asTyped,
  };
  const answer = await site.search.search(query);
  const states = Object.entries(countFreshness(answer.facets, site.today));
  return {
    text: q,
    filters: { country, kind, audience, freshness: state },
    asTyped,
    page,
    from: offset + 1,
    pages: Math.ceil(answer.total / resultsOnPage),
    total: answer.total,
    facets: {
      country: answer.facets.country,
      kind: answer.facets.kind,
      audience: answer.facets.audience,
      freshness: Object.fromEntries(states.filter(([, count]) => count > 0)),
    },
    repaired: answer.repaired,
    nearest: answer.total === 0 ? await nearestTo(site, query) : undefined,
    results: answer.hits.map(({ record: { kind, entry, anchor, title, heading }, snippet }) => {
      const found = findEntry(site.catalogue, kind, entry);
      const href = `/${language}/${kind}/${entry}`;
      return {
        href: anchor === "" ? href : `${href}#${anchor}`,
        textHref: `${href}/${anchor === "" ? headPath : anchor}`,
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
  const { catalogue, islands } = useSite();
  const { outcome } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <SearchPage catalogue={catalogue} outcome={posted ? posted.outcome : outcome} island={islands.search ?? null} />;
}
