import type { ReactNode } from "react";
import type { Catalogue, Entry } from "../guidance/catalogue.ts";
import type { ReadingKind } from "../guidance/schema/entry.ts";
import { CompareLinks, compareLinksStyles } from "./compare-links.tsx";
import { groupOfEntry } from "./entry-groups.ts";
import { CountryList, EntryList, entryListStyles } from "./entry-list.tsx";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const entriesPageStyles = [...compareLinksStyles, ...entryListStyles, ...partStyles];

interface EntriesPageProps {
  readonly catalogue: Catalogue;
  readonly kind: Exclude<ReadingKind, "organisations">;
  /** Entries of this kind, in the order of their groups. */
  readonly entries: readonly Entry[];
  /** YYYY-MM-DD */
  readonly today: string;
}

/** A list of entries of one kind, under the headings of their groups where the kind has groups. */
export function EntriesPage({ catalogue, kind, entries, today }: EntriesPageProps): ReactNode {
  const { t } = useLanguage();
  const List = kind === "countries" ? CountryList : EntryList;
  return (
    <>
      <h1>{t(`kinds.${kind}`)}</h1>
      <p className="lead">{t(`kindsAbout.${kind}`)}</p>
      {kind === "countries" ? <CompareLinks /> : null}
      {[...new Set(entries.map(groupOfEntry))].map((group) => {
        const members = entries.filter((entry) => groupOfEntry(entry) === group);
        const list = <List catalogue={catalogue} entries={members} today={today} />;
        return group === undefined ? (
          <div key="all">{list}</div>
        ) : (
          <Part key={group} anchor={`_${group.replace(".", "-")}`} heading={t(group)}>
            {list}
          </Part>
        );
      })}
    </>
  );
}
