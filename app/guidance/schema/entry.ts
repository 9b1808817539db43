import { z } from "zod";
import { deadlineUnit, fact, weekendRule } from "./fact.ts";
import { audience, condition, confidence, day, entryReference, identifier, partialDate, review, urgency } from "./primitives.ts";

/** What a country is for the person in the wizards. */
const countryClass = z.enum(["origin", "transit", "eu", "other-refuge"]);

const country = z.strictObject({
  class: countryClass.describe(
    "transit: may hand people over to Russia; eu: applies the EU rules on the responsible state (also CH, IS, LI, NO); other-refuge: other countries that decide on asylum; origin: the country the person flees",
  ),
  review,
  facts: z.array(fact).describe("Typed facts, in the order in which they are shown"),
});

const topic = z.strictObject({
  audience: z.array(audience).min(1).describe("Who the topic is for"),
  order: z.int().describe("Place in the list of topics, smallest first"),
  review,
});

/** Fields that every piece of advice shares. */
const advice = {
  wizards: z.array(identifier).min(1).describe("The flows (machines) in whose plans this may appear"),
  when: condition,
  contradicts: z
    .array(entryReference)
    .default([])
    .describe("Advice that must never stand in one plan with this, for example `steps/return-to-unit`; proved over all paths"),
  order: z.int().describe("Place among entries of its kind with the same urgency, smallest first"),
  read: z.array(entryReference).default([]).describe("What to read about it: `kind/id` or `kind/id#anchor`"),
  sources: z.array(identifier).default([]).describe("Sources of the title and the summary"),
  asOf: partialDate.describe("The date at which the sources say that it held"),
  validFrom: day.optional().describe("First day on which this advice applies"),
  validTo: day.optional().describe("Last day on which this advice applies"),
  review,
} as const;

const document = z.strictObject({
  ...advice,
  need: z.enum(["required", "useful"]).describe("required: a claim is hard without it; useful: it strengthens the claim"),
});

/** A time limit that is the same in every country, for example of Russian procedure. The day of the event itself is not counted. */
const deadlineRule = z.strictObject({
  count: z.int().positive().describe("Length of the limit"),
  unit: deadlineUnit,
  weekend: weekendRule,
  asOf: partialDate.describe("The date at which the source says that it held"),
  confidence: confidence.describe("How sure the rule is; low makes the plan say: confirm today"),
  sources: z.array(identifier).min(1).describe("Sources of the rule"),
});

const stepDeadline = z
  .strictObject({
    fact: identifier.optional().describe("The country's fact that holds the time limit, for example lodging-deadline"),
    rule: deadlineRule.optional().describe("The time limit itself, where it is no fact of a country"),
    event: identifier.describe("The question whose answered date starts the time limit"),
    missed: entryReference.optional().describe("What is still possible after the limit: `steps/id`"),
  })
  .refine(({ fact: named, rule }) => (named === undefined) !== (rule === undefined), "give either fact or rule, not both");

const step = z.strictObject({
  ...advice,
  urgency: urgency.describe("now: today; soon: in the coming days; know: in good time"),
  deadline: stepDeadline.optional().describe("The time limit of this step: a fact of the country, or a rule of its own"),
});

const warning = z.strictObject({
  ...advice,
  urgency: urgency.describe("now: it can hurt today; soon: before the next step; know: to be understood"),
  form: z.enum(["do-not", "danger"]).describe("do-not: something that must not be done; danger: something that can happen"),
});

const ground = z.strictObject({
  ...advice,
  direction: z.enum(["supports", "weakens"]).describe("Whether the answers point to this ground or speak against a claim"),
});

const contact = z.strictObject({
  channel: z.enum(["web", "telegram", "email", "phone", "address"]),
  value: z.string().min(1).describe("Exactly as the organisation publishes it"),
  checkedOn: partialDate.describe("When it was last seen"),
  how: z
    .enum(["published", "second-hand", "not-checked"])
    .describe(
      "published: seen in what the organisation itself publishes; second-hand: seen elsewhere; not-checked: known but never seen",
    ),
  sources: z.array(identifier),
});
export type Contact = z.infer<typeof contact>;

const organisation = z.strictObject({
  ...advice,
  countries: z
    .array(z.string().regex(/^(?:[a-z]{2}|all)$/))
    .min(1)
    .describe("Two-letter codes of the countries where it helps people, or `all`"),
  for: z.array(audience).min(1).describe("Whom it helps"),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).describe("Languages in which it answers; empty if not known"),
  contacts: z.array(contact).describe("Ways to reach it; each exists once in the whole content"),
  contactFromRussia: z
    .enum(["punishable", "risky", "not-known"])
    .describe(
      "What contacting it from inside Russia means: punishable, risky (for example a foreign agent or likely watched), or not known",
    ),
  marks: z
    .array(
      z.strictObject({
        mark: z.enum(["foreign-agent", "undesirable", "extremist", "terrorist"]),
        since: partialDate,
        sources: z.array(identifier).min(1),
      }),
    )
    .default([])
    .describe("What Russia has declared it to be"),
});

const letter = z.strictObject({
  ...advice,
  sendIn: z
    .union([z.literal("local"), z.string().regex(/^[a-z]{2}$/)])
    .describe("Language in which the addressee takes the letter, for example ru; local: the language of the country of refuge"),
});

const wizard = z.strictObject({
  number: z.int().positive().describe("The number in the wizard's address, so that the address tells nothing"),
  flow: identifier.describe("The machine that this wizard asks by: the name of a file in machines/"),
  person: z
    .enum(["self", "another"])
    .describe("self: the reader answers about himself; another: the same questions about another person, in the third person"),
  review,
});

/** The schema of each kind's `entry.yaml`. The key is the name of its folder in `content/` and in addresses. */
export const entrySchemas = {
  countries: country,
  topics: topic,
  documents: document,
  steps: step,
  warnings: warning,
  grounds: ground,
  letters: letter,
  organisations: organisation,
  wizards: wizard,
} as const;

export type Kind = keyof typeof entrySchemas;
export type EntryData<K extends Kind> = z.infer<(typeof entrySchemas)[K]>;

export function isKind(name: string): name is Kind {
  return Object.hasOwn(entrySchemas, name);
}

export const kinds: readonly Kind[] = Object.keys(entrySchemas).filter(isKind);

/** Kinds whose entries have pages of their own. Wizards are asked, not read. */
export type ReadingKind = Exclude<Kind, "wizards">;

export const readingKinds: readonly ReadingKind[] = kinds.filter((kind) => kind !== "wizards");

/** Kinds whose entries are read in full: sections of theirs have telling names, where those of all steps are called alike. */
export const kindsReadInFull: readonly ReadingKind[] = ["countries", "topics"];

export function isReadingKind(name: string): name is ReadingKind {
  return readingKinds.some((kind) => kind === name);
}

/** Kinds whose entries are advice in a plan. */
export const adviceKinds = [
  "documents",
  "steps",
  "warnings",
  "grounds",
  "letters",
  "organisations",
] as const satisfies readonly Kind[];
export type AdviceKind = (typeof adviceKinds)[number];

export function isAdviceKind(name: string): name is AdviceKind {
  return adviceKinds.some((kind) => kind === name);
}

/** Section anchors that each kind must have, in this order, in every language. Other kinds may choose their own. */
export const requiredSections: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  countries: [
    "at-a-glance",
    "entry",
    "stay",
    "asylum",
    "military-claims",
    "return-risk",
    "rights",
    "family",
    "documents",
    "help",
    "changes",
  ],
  documents: ["use", "get"],
  steps: ["how"],
  warnings: ["why"],
  grounds: ["meaning", "prove"],
  letters: ["use", "letter"],
  organisations: ["about"],
};
