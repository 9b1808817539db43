import type { Catalogue } from "../guidance/catalogue.ts";
import type { ReadingKind } from "../guidance/schema/entry.ts";
import { countOrganisationRows } from "../ui/organisation-groups.ts";
import { notFound } from "./page.ts";

/** How many items of each list one page holds, so that a page stays within the size of a reading page. */
export const pageSizes = { entries: 60, organisations: 100, changes: 40, sources: 50 } as const;

/** How many pages a list of so many items has; an empty list has one. */
export function pagesOf(count: number, size: number): number {
  return Math.max(1, Math.ceil(count / size));
}

/** How many pages the list of all entries of a kind has, the same in every language. */
export function pagesOfKind(catalogue: Catalogue, kind: ReadingKind): number {
  return kind === "organisations"
    ? pagesOf(countOrganisationRows(catalogue), pageSizes.organisations)
    : pagesOf(catalogue.entries[kind].size, pageSizes.entries);
}

/** The page of a list that an address asks for with `?page=`, from 1. Throws a 404 for a page that does not exist. */
export function requestedPage(request: Request, pages: number): number {
  const wanted = new URL(request.url).searchParams.get("page") ?? "1";
  const page = /^[1-9]\d{0,3}$/.test(wanted) ? Number(wanted) : Number.NaN;
  if (!(page <= pages)) throw notFound();
  return page;
}

/** The items of one page, counted from 1. */
export function cutPage<T>(items: readonly T[], page: number, size: number): readonly T[] {
  return items.slice((page - 1) * size, page * size);
}
