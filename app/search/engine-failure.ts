/** Why an engine could not answer. `stale`: its index is of another revision. */
export type FailureKind =
  | "unreachable"
  | "slow"
  | "key-refused"
  | "search-key-refused"
  | "disk-full"
  | "wrong-answer"
  | "stale"
  | "unsupported"
  | "task-failed";

const explanations: Readonly<Record<FailureKind, string>> = {
  unreachable:
    "Meilisearch cannot be reached; check that it runs, that its disk is not full (it then ends itself) and that MEILI_HOST is right",
  slow: "Meilisearch does not answer within the set time",
  "key-refused": "Meilisearch refuses the key that builds the index; check MEILI_API_KEY and the rights of that key",
  "search-key-refused": "Meilisearch refuses the key that searches; check MEILI_SEARCH_KEY and the rights of that key",
  "disk-full": "Meilisearch cannot write to its disk, which is probably full; make room or give it a larger one",
  "wrong-answer":
    "what comes from MEILI_HOST is not what Meilisearch should answer; check that address, and any proxy in between",
  stale: "the index in Meilisearch is of another revision",
  unsupported: "this version of Meilisearch is not supported",
  "task-failed": "Meilisearch could not build its index",
};

/** An engine could not answer or build its index. Holds fixed words, and a code of the server at most: never anything of a query. */
export class EngineFailure extends Error {
  override readonly name = "EngineFailure";
  readonly kind: FailureKind;

  constructor(kind: FailureKind, detail?: string) {
    super(detail === undefined ? explanations[kind] : `${explanations[kind]} (${detail})`);
    this.kind = kind;
  }
}
