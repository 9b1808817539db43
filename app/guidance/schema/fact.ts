import { z } from "zod";
import { confidence, day, identifier, partialDate } from "./primitives.ts";

/** A length of time. `within` is set for rules such as "90 days in any 180 days". */
const duration = z.strictObject({
  count: z.number().positive(),
  unit: z.enum(["hour", "day", "week", "month", "year"]),
  within: z.strictObject({ count: z.number().positive(), unit: z.enum(["day", "month", "year"]) }).optional(),
});

export const deadlineUnit = z
  .enum(["hour", "calendar-day", "working-day", "week", "month", "year"])
  .describe("Unit of the limit; working days are Monday to Friday without the holidays, which are not known");

export const weekendRule = z
  .enum(["moves", "stays", "unknown"])
  .default("unknown")
  .describe("Whether a limit that ends on a weekend or holiday moves to the next working day");

/** A time limit for an act. Working days are those of the country that sets the limit. */
const deadline = z.strictObject({
  count: z.int().positive().describe("Length of the limit"),
  unit: deadlineUnit,
  from: z
    .enum(["arrival", "danger-known", "status-expiry", "wish-expressed", "decision-made", "decision-served"])
    .describe("The event from which the limit runs"),
  weekend: weekendRule,
});
export type Deadline = z.infer<typeof deadline>;

const money = z.strictObject({ amount: z.number().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/) });
const figure = z.strictObject({
  count: z.int().nonnegative(),
  period: z.string().min(4).describe("Year or span, for example 2024 or 2025-01/2025-11"),
  of: z.enum(["everyone", "russians", "russian-men"]),
});
const share = z.strictObject({
  percent: z.number().min(0).max(100),
  period: z.string().min(4).describe("Year or span, for example 2024 or 2025-01/2025-11"),
  of: z.enum(["everyone", "russians", "russian-men"]),
});

const unknown = z.literal("unknown");
const none = z.literal("none");

/** Every typed fact that an entry may state, with the shape of its value. `unknown` is always allowed: looked for and not found. */
export const factValues = {
  "entry-document": z.enum(["internal-passport", "foreign-passport"]),
  "entry-visa": z.enum(["not-needed", "needed", "electronic"]),
  "visa-free-stay": z.union([duration, none]),
  "lodging-deadline": z.union([deadline, none]),
  "lodging-deadline-irregular": z.union([deadline, none]),
  "decision-time": z.union([duration, none]),
  "decision-time-accelerated": z.union([duration, none]),
  "appeal-deadline": z.union([deadline, none]),
  "appeal-deadline-accelerated": z.union([deadline, none]),
  "appeal-deadline-transfer": z.union([deadline, none]),
  "appeal-suspensive": z.enum(["yes", "no", "on-request", "depends"]),
  "work-after": z.union([duration, z.enum(["at-once", "not-allowed"])]),
  "lodging-fee": z.union([money, none]),
  "refugee-permit": duration,
  "subsidiary-permit": duration,
  applications: figure,
  "positive-decisions": figure,
  "protection-rate": share,
  /** The gravest thing known: refusers handed over by the state, refusers seized there by Russian agents, other Russians handed over or removed. */
  "return-risk": z.enum(["refusers-handed-over", "refusers-seized", "others-handed-over", "none-known"]),
  "humanitarian-visa": z.enum(["open", "restricted", "suspended", "none"]),
  "legal-aid": z.enum(["free", "means-tested", "organisations-only", "none"]),
} as const;

export type FactKey = keyof typeof factValues;

function isFactKey(key: string): key is FactKey {
  return Object.hasOwn(factValues, key);
}

export const factKeys: readonly FactKey[] = Object.keys(factValues).filter(isFactKey);

const factFrame = z.strictObject({
  fact: z.enum(factKeys).describe("Which fact this is"),
  id: identifier
    .optional()
    .describe("Needed only when the same fact stands twice, for example because sources disagree: a name of its own"),
  value: z.unknown().describe("The value, in the shape that this fact needs, or `unknown`"),
  asOf: partialDate.describe("The date at which the source says that it held"),
  confidence: confidence.describe("How sure the fact is"),
  sources: z.array(identifier).describe("Sources of the fact; at least one, except for `unknown`"),
  validFrom: day.optional().describe("First day on which the rule applies"),
  validTo: day.optional().describe("Last day on which the rule applies"),
});

/** A typed fact: its value, the date at which it held, how sure it is, and who says so. */
export const fact = factFrame.transform((frame, context) => {
  const schema = z.union([factValues[frame.fact], unknown]);
  const parsed = schema.safeParse(frame.value);
  if (!parsed.success) {
    context.issues.push({
      code: "custom",
      path: ["value"],
      input: frame.value,
      message: `this is not a value that ${frame.fact} can have: ${z.prettifyError(parsed.error).replaceAll("\n", " ")}`,
    });
    return z.NEVER;
  }
  if (parsed.data !== "unknown" && frame.sources.length === 0) {
    context.issues.push({
      code: "custom",
      path: ["sources"],
      input: frame.sources,
      message: "a known fact needs at least one source",
    });
    return z.NEVER;
  }
  return { ...frame, id: frame.id ?? frame.fact, value: parsed.data };
});
export type Fact = z.infer<typeof fact>;
