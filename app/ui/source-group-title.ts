import { findEntry, textIn, type Catalogue } from "../guidance/catalogue.ts";
import { countryName } from "../i18n/format.ts";
import type { Translate } from "../i18n/translations.ts";

/** The title of a group of sources: that of the country or topic with the same id, or a name of its own. */
export function titleOfSourceGroup(catalogue: Catalogue, group: string, language: string, t: Translate): string {
  const entry = findEntry(catalogue, "countries", group) ?? findEntry(catalogue, "topics", group);
  if (entry) return textIn(catalogue, entry, language).text.title;
  if (/^[a-z]{2}$/.test(group)) return countryName(group, language);
  return t(`sources.group.${group}`, { defaultValue: group });
}
