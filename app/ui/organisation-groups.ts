import { findEntry, listEntries, textIn, type Catalogue, type Entry } from "../guidance/catalogue.ts";
import { countryName } from "../i18n/format.ts";

/** Organisations that are tied to no country, by the key of their heading among the interface strings: those that answer in Russian come first. */
type Anywhere = "in-russian" | "anywhere";

/** Organisations of one place, in the order of their list. */
export interface OrganisationGroup {
  /** The two-letter code of a country, or a group of those that help wherever one is. */
  readonly place: { readonly country: string; readonly name: string } | { readonly anywhere: Anywhere };
  readonly members: readonly Entry<"organisations">[];
}

/** A country's name as its page has it in a language; without such a page, as the world calls it. */
function nameOfCountry(catalogue: Catalogue, code: string, language: string): string {
  const country = findEntry(catalogue, "countries", code);
  const page = country && textIn(catalogue, country, language);
  return page && !page.fallback ? page.text.title : countryName(code, language);
}

/**
 * All organisations as somebody looks for them who needs help: first those for anyone anywhere, then by country, countries by their
 * names in the language. An organisation of several countries stands under each of them.
 */
export function groupOrganisations(catalogue: Catalogue, language: string): readonly OrganisationGroup[] {
  const organisations = listEntries(catalogue, "organisations", language);
  const isAnywhere = ({ data }: Entry<"organisations">): boolean => data.countries.includes("all");
  const anywhere = (["in-russian", "anywhere"] as const).map((group) => ({
    place: { anywhere: group },
    members: organisations.filter(
      (entry) => isAnywhere(entry) && entry.data.languages.includes("ru") === (group === "in-russian"),
    ),
  }));
  const codes = new Set(organisations.flatMap((entry) => (isAnywhere(entry) ? [] : entry.data.countries)));
  const countries = [...codes]
    .map((country) => ({
      place: { country, name: nameOfCountry(catalogue, country, language) },
      members: organisations.filter((entry) => !isAnywhere(entry) && entry.data.countries.includes(country)),
    }))
    .sort((a, b) => a.place.name.localeCompare(b.place.name, language));
  return [...anywhere.filter(({ members }) => members.length > 0), ...countries];
}

/** How many rows the list of organisations has: one for each place in which each helps. */
export function countOrganisationRows(catalogue: Catalogue): number {
  return [...catalogue.entries.organisations.values()].reduce(
    (sum, { data }) => sum + (data.countries.includes("all") ? 1 : new Set(data.countries).size),
    0,
  );
}

/** The page, from 1, on which each group stands if the list has so many: a group is never cut, and each page holds about as many rows. */
export function spreadGroups(groups: readonly OrganisationGroup[], pages: number): ReadonlyMap<OrganisationGroup, number> {
  const rows = groups.reduce((sum, { members }) => sum + members.length, 0);
  const spread = new Map<OrganisationGroup, number>();
  let before = 0;
  for (const group of groups) {
    spread.set(group, 1 + Math.floor((before * pages) / rows));
    before += group.members.length;
  }
  return spread;
}
