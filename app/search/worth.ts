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

/** What a record is worth whatever the query, 0 to 1. */
export function worthOf({ kind, anchor }: SearchRecord): number {
  return (kindWorth[kind] ?? 1) * (gatherings.includes(anchor) ? gatheringWorth : 1);
}
