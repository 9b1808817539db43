import { textIn, type Catalogue, type Entry } from "./catalogue.ts";

/** A page on which a change stands. */
export interface ChangedPage {
  readonly entry: Entry;
  readonly title: string;
}

/** What changed on one day, with every page that says so in the same words: one decision often concerns many countries. */
export interface ListedChange {
  /**
   * `kind/id#changes-day-number`: the first of its entries, and which of that entry's changes of the day it is, counted from
   * the oldest. It stays the same when the text is corrected on all pages and when newer changes are added.
   */
  readonly id: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly on: string;
  readonly plain: string;
  /** By title. */
  readonly pages: readonly ChangedPage[];
}

interface Statement extends ChangedPage {
  readonly id: string;
  readonly on: string;
  readonly plain: string;
}

/** The changes of one entry, newest first, each with an id of its own. */
function statementsOf(catalogue: Catalogue, entry: Entry, language: string): readonly Statement[] {
  const { text } = textIn(catalogue, entry, language);
  const seen = new Map<string, number>();
  return text.changes
    .toReversed()
    .map(({ on, plain }) => {
      const number = (seen.get(on) ?? 0) + 1;
      seen.set(on, number);
      return { id: `${entry.kind}/${entry.id}#changes-${on}-${String(number)}`, on, plain, entry, title: text.title };
    })
    .reverse();
}

/** All changes of all entries in a language, newest first. What several entries say of a day in the same words is one change. */
export function listChanges(catalogue: Catalogue, language: string): readonly ListedChange[] {
  const statements = Object.values(catalogue.entries)
    .flatMap((entries) => [...entries.values()].flatMap((entry) => statementsOf(catalogue, entry, language)))
    .sort((a, b) => b.on.localeCompare(a.on) || a.entry.id.localeCompare(b.entry.id));
  const same = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = `${statement.on} ${statement.plain}`;
    same.set(key, [...(same.get(key) ?? []), statement]);
  }
  return [...same.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : {
          id: first.id,
          on: first.on,
          plain: first.plain,
          pages: [first, ...others]
            .map(({ entry, title }) => ({ entry, title }))
            .sort((a, b) => a.title.localeCompare(b.title, language)),
        },
  );
}
