import type { PlanRules } from "./rules.ts";

/** What the wizard's page hands to its island: no words, only rules. */
export interface IslandData {
  readonly wizard: string;
  readonly rules: PlanRules;
  /** The day on which the page was made, YYYY-MM-DD. */
  readonly today: string;
  /** In which days are written, for example en-GB. */
  readonly locale: string;
}

/** Whether something read from the page is what the server wrote into it. A full schema would outweigh the whole island. */
export function isIslandData(value: unknown): value is IslandData {
  return (
    typeof value === "object" && value !== null && "wizard" in value && "rules" in value && "today" in value && "locale" in value
  );
}
