import type { ReactNode } from "react";
import type { Catalogue } from "../guidance/catalogue.ts";
import type { Translate } from "../i18n/translations.ts";
import { EntryList, entryListStyles } from "./entry-list.tsx";
import { useLanguage } from "./language.tsx";
import { groupOrganisations, spreadGroups, type OrganisationGroup } from "./organisation-groups.ts";
import css from "./organisations-page.css?inline";
import { Part, partStyles } from "./part.tsx";

export const organisationsPageStyles = [...entryListStyles, ...partStyles, css];

interface OrganisationsPageProps {
  readonly catalogue: Catalogue;
  /** The list's address without a page. */
  readonly address: string;
  /** The page of the list to show, from 1, and how many it has. */
  readonly page: number;
  readonly pages: number;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** Who helps: those for anyone first, then by country, with the way to each country at the top of every page. */
export function OrganisationsPage({ catalogue, address, page, pages, today }: OrganisationsPageProps): ReactNode {
  const { t, language } = useLanguage();
  const groups = groupOrganisations(catalogue, language);
  const spread = spreadGroups(groups, pages);
  return (
    <>
      <h1>{t("kinds.organisations")}</h1>
      <p className="lead">{t("kindsAbout.organisations")}</p>
      <nav className="places" aria-label={t("organisation.groups")}>
        <ul className="plain">
          {groups.map((group) => {
            const on = spread.get(group) ?? 1;
            const there = on === page ? "" : on === 1 ? address : `${address}?page=${String(on)}`;
            return (
              <li key={anchorOf(group)} className={"anywhere" in group.place ? "anywhere" : undefined}>
                <a href={`${there}#${anchorOf(group)}`}>{headingOf(group, t)}</a>
              </li>
            );
          })}
        </ul>
      </nav>
      {groups
        .filter((group) => spread.get(group) === page)
        .map((group) => (
          <Part key={anchorOf(group)} anchor={anchorOf(group)} heading={headingOf(group, t)}>
            <EntryList catalogue={catalogue} entries={group.members} today={today} />
          </Part>
        ))}
    </>
  );
}

function anchorOf({ place }: OrganisationGroup): string {
  return `_${"country" in place ? place.country : place.anywhere}`;
}

function headingOf({ place }: OrganisationGroup, t: Translate): string {
  return "country" in place ? place.name : t(`organisation.group.${place.anywhere}`);
}
