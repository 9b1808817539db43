import { z } from "zod";
import { isDay } from "../../../machines/days.ts";

/** Identifier of an entry, a source, a section anchor or an answer: lower-case words joined by hyphens. Identifiers are addresses, so they never change. */
export const identifier = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "use lower-case Latin letters, digits and single hyphens, for example kz or appeal-deadline",
  );

function isRealDate(text: string): boolean {
  const [year = "", month = "01", date = "01"] = text.split("-");
  return isDay(`${year}-${month}-${date}`);
}

/** A full calendar day, YYYY-MM-DD. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "write the day as YYYY-MM-DD, for example 2026-06-12")
  .refine(isDay, "there is no such day in the calendar");

/** A date as exact as its source: YYYY, YYYY-MM or YYYY-MM-DD. YAML may hand a bare year over as a number. */
export const partialDate = z.union([z.string(), z.number().int().transform(String)]).pipe(
  z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, "write the date as YYYY, YYYY-MM or YYYY-MM-DD")
    .refine(isRealDate, "there is no such date in the calendar"),
);

/** How sure a fact is. high: official text or several independent sources; medium: one good source; low: dated or second-hand. */
export const confidence = z.enum(["high", "medium", "low"]);
export type Confidence = z.infer<typeof confidence>;

/** Who an entry is written for. refuser: the person who refuses to fight; family: relatives; volunteer: people who help. */
export const audience = z.enum(["refuser", "family", "volunteer"]);
export type Audience = z.infer<typeof audience>;

/** How soon something has to be done or known. */
export const urgency = z.enum(["now", "soon", "know"]);
export type Urgency = z.infer<typeof urgency>;

/** Reference to another entry, optionally to one of its sections: `kind/id` or `kind/id#anchor`. */
export const entryReference = z
  .string()
  .regex(
    /^[a-z]+\/[a-z0-9-]+(?:#[a-z0-9-]+)?$/,
    "write the reference as kind/id or kind/id#anchor, for example topics/exclusion",
  );

/** When and by whom an entry was last compared with its sources. */
export const review = z.strictObject({
  on: day.describe("The day on which the whole entry was last compared with its sources"),
  by: z
    .enum(["none", "lawyer"])
    .describe("`lawyer` once a lawyer has checked the entry; `none` makes the page say that no lawyer has checked it yet"),
  every: z.int().min(1).max(730).describe("Number of days after which the entry must be reviewed again"),
});
export type Review = z.infer<typeof review>;

/**
 * Condition on answers: every question named must have been answered with at least one of its listed values.
 * A list of such maps means that any one of them is enough. An empty map always holds.
 */
const conditionMap = z.record(identifier, z.array(identifier).min(1));
export const condition = z
  .union([conditionMap.transform((map) => [map]), z.array(conditionMap).min(1)])
  .describe(
    "Which answers bring this entry into a plan: `{question: [answers]}`, or a list of such maps of which one has to hold",
  );
