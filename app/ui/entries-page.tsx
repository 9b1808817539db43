import type { ReactNode } from "react";
import type { Catalogue, Entry } from "../guidance/catalogue.ts";
import { countryClass, type ReadingKind } from "../guidance/schema/entry.ts";
import { cardStyles } from "./card.tsx";
import { CountryList, EntryList, entryListStyles } from "./entry-list.tsx";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const entriesPageStyles = [...cardStyles, ...entryListStyles, ...partStyles];

/** The order in which classes of countries are shown: first where most people are in danger. */
const classOrder = [
  "transit",
  "eu",
  "other-refuge",
  "origin",
] as const satisfies readonly (typeof countryClass.options)[number][];

interface EntriesPageProps {
  readonly catalogue: Catalogue;
  readonly kind: ReadingKind;
  /** Entries of this kind, in order. */
  readonly entries: readonly Entry[];
  /** YYYY-MM-DD */
  readonly today: string;
}

/** All entries of a kind; countries stand by what they are for the reader. */
export function EntriesPage({ catalogue, kind, entries, today }: EntriesPageProps): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <h1>{t(`kinds.${kind}`)}</h1>
      <p className="lead">{t(`kindsAbout.${kind}`)}</p>
      {kind === "countries" ? (
        classOrder.map((name) => {
          const countries = entries.filter(({ data }) => "class" in data && data.class === name);
          return countries.length === 0 ? null : (
            <Part key={name} anchor={name} heading={t(`countryClass.${name}`)}>
              <CountryList catalogue={catalogue} countries={countries} today={today} />
            </Part>
          );
        })
      ) : (
        <EntryList catalogue={catalogue} entries={entries} today={today} />
      )}
    </>
  );
}
