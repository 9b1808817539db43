import type { PlanRules } from "./rules.ts";

/** What the wizard's page hands to its island: no words, only rules. */
export interface IslandData {
  /** The flow's id. */
  readonly wizard: string;
  readonly rules: PlanRules;
  /** The day on which the page was made, YYYY-MM-DD. */
  readonly today: string;
  /** In which days are written, for example en-GB. */
  readonly locale: string;
  /** Address of the wizard. */
  readonly address: string;
  /** Addresses of the wizards that go on where this one ends, by id. */
  readonly onward: Readonly<Record<string, string>>;
}

const keys = ["wizard", "rules", "today", "locale", "address", "onward"] as const satisfies readonly (keyof IslandData)[];

/** Whether something read from the page is what the server wrote into it. A full schema would outweigh the whole island. */
export function isIslandData(value: unknown): value is IslandData {
  return typeof value === "object" && value !== null && keys.every((key) => key in value);
}
