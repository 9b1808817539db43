import type { SearchKind, SearchRecord } from "./records.ts";

// The numbers below were found by trying others on one half of the judged queries (tests/search/queries.yaml, `isKeptAside`).

/** What a record of a kind is worth beside others that match a query as well: guidance before lists of papers and of helpers. */
const kindWorth: Readonly<Partial<Record<SearchKind, number>>> = {
  organisations: 0.65,
  letters: 0.75,
  documents: 0.85,
  steps: 0.9,
};
/** Sections that hold a little of everything their page is about, and answer nothing that another section does not answer. */
const gatherings: readonly string[] = ["changes", "not-known"];
const gatheringWorth = 0.4;

/** What to do first in a country is asked for in many words, and seldom in those of its text. */
const urgentWorth = 1.2;

/** What a record is worth whatever the query; 1 for most. */
export function worthOf({ kind, anchor }: SearchRecord): number {
  if (kind === "countries" && anchor === "now") return urgentWorth;
  return (kindWorth[kind] ?? 1) * (gatherings.includes(anchor) ? gatheringWorth : 1);
}
