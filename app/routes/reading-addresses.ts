import { flows } from "../../machines/index.ts";
import type { Catalogue } from "../guidance/catalogue.ts";
import { listChanges } from "../guidance/changes.ts";
import { isStated } from "../guidance/comparison.ts";
import { readingKinds } from "../guidance/schema/entry.ts";
import { factKeys } from "../guidance/schema/fact.ts";
import { rulesOf } from "../wizard/rules.ts";
import { mapPath } from "../wizard/wizard-map.tsx";
import { pageSizes, pagesOf, pagesOfKind } from "./list-pages.ts";

/** A reading page: its address without origin and language, and the day of its last review if it has one (YYYY-MM-DD). */
export interface ReadingAddress {
  readonly path: string;
  readonly reviewedOn?: string;
}

function listAddresses(path: string, pages: number): ReadingAddress[] {
  return Array.from({ length: pages }, (_, index) => ({
    path: index === 0 ? path : `${path}?page=${String(index + 1)}`,
  }));
}

/** How many sources stand in each group, by the group's name. */
export function countSources(catalogue: Catalogue): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { group } of catalogue.sources.values()) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

/** The maps of the wizards, and of each the lists of advice that it has. */
function mapAddresses(catalogue: Catalogue, today: string): ReadingAddress[] {
  return [...catalogue.entries.wizards.values()].flatMap(({ data }) => {
    const flow = flows[data.flow];
    if (data.person !== "self" || !flow) return [];
    const kinds = new Set(rulesOf(catalogue, flow, today).advice.map(({ kind }) => kind));
    const path = mapPath(data.number);
    return [{ path }, ...[...kinds].map((kind) => ({ path: `${path}/${kind}` }))];
  });
}

/** Every reading page of the site, the same in each language. @param today YYYY-MM-DD: decides which facts apply */
export function readingAddresses(catalogue: Catalogue, today: string): readonly ReadingAddress[] {
  // Words that are the same in one language may differ in another: only pages that every language has are listed.
  const changes = Math.min(...catalogue.languages.map(({ code }) => listChanges(catalogue, code).length));
  return [
    { path: "" },
    ...readingKinds.flatMap((kind) => [
      ...listAddresses(`/${kind}`, pagesOfKind(catalogue, kind)),
      ...[...catalogue.entries[kind].values()].map(({ id, data }) => ({ path: `/${kind}/${id}`, reviewedOn: data.review.on })),
    ]),
    ...listAddresses("/changes", pagesOf(changes, pageSizes.changes)),
    { path: "/questions" },
    ...mapAddresses(catalogue, today),
    { path: "/compare" },
    { path: "/compare/map" },
    ...factKeys
      .filter((key) => isStated(catalogue.entries.countries.values(), key, today))
      .map((key) => ({ path: `/compare/${key}` })),
    { path: "/sources" },
    ...[...countSources(catalogue)].flatMap(([group, count]) =>
      listAddresses(`/sources/${group}`, pagesOf(count, pageSizes.sources)),
    ),
    { path: "/about" },
    { path: "/privacy" },
    { path: "/safety" },
  ];
}
