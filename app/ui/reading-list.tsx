import type { ReactNode } from "react";
import { titleOfReference, type Catalogue } from "../guidance/catalogue.ts";
import { IndexList, indexListStyles } from "./index-list.tsx";
import { useLanguage } from "./language.tsx";
import { Part } from "./part.tsx";

export const readingListStyles = indexListStyles;

/** What to read about an entry. Nothing if nothing is named. @param props.references `kind/id` or `kind/id#anchor` */
export function ReadingList({ catalogue, references }: { catalogue: Catalogue; references: readonly string[] }): ReactNode {
  const { t, language } = useLanguage();
  if (references.length === 0) return null;
  return (
    <Part anchor="_read" heading={t("entry.read")}>
      <IndexList
        items={references.map((reference) => ({
          href: `/${language}/${reference}`,
          label: titleOfReference(catalogue, reference, language) ?? reference,
        }))}
      />
    </Part>
  );
}
