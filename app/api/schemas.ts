import { z } from "zod";
import { readingKinds } from "../guidance/schema/entry.ts";
import { factKeys, factValues } from "../guidance/schema/fact.ts";
import { audience, confidence, urgency } from "../guidance/schema/primitives.ts";
import { source } from "../guidance/schema/source.ts";

/** Every schema that the OpenAPI document names, by its name there. */
export const named = z.registry<{ id: string }>();

const day = z.string().meta({ format: "date" }).describe("A day, YYYY-MM-DD");
const date = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
  .describe("A date as exact as its source: YYYY, YYYY-MM or YYYY-MM-DD");
const sourceIds = z.array(z.string()).describe("Ids of sources, which stand in `sources`");
const address = z.url().describe("Address of the page or section for people");
const readingKind = z.enum(readingKinds);

/** Why a request was not answered as asked. */
export const errorAnswer = z
  .strictObject({
    error: z.strictObject({
      code: z
        .enum([
          "badRequest",
          "notFound",
          "crossSite",
          "method",
          "timeout",
          "tooLarge",
          "tooMany",
          "headers",
          "broken",
          "busy",
          "slow",
        ])
        .describe("What went wrong, for programs"),
      message: z.string().describe("What went wrong and what to do, for people"),
    }),
  })
  .register(named, { id: "Error" });
export type ErrorAnswer = z.infer<typeof errorAnswer>;

const reviewAnswer = z
  .strictObject({
    on: day.describe("The day on which the whole entry was last compared with its sources"),
    dueOn: day.describe("The last day on which the entry counts as reviewed in time"),
    overdue: z.boolean(),
    checkedByLawyer: z.boolean(),
  })
  .register(named, { id: "Review" });

const sourceAnswer = z
  .strictObject({
    id: z.string(),
    title: source.shape.title,
    publisher: source.shape.publisher,
    url: z.url().describe("Where it was found"),
    published: date.optional().describe("When it was published; absent if the source does not say so"),
    lang: source.shape.lang,
    kind: source.shape.kind,
    seen: z.boolean().describe("false if the address is known but the page itself was not opened"),
  })
  .register(named, { id: "Source" });
export type SourceAnswer = z.infer<typeof sourceAnswer>;

const notices = z
  .array(z.string())
  .describe(
    "Sentences in the language asked for that belong to the text wherever it is shown: no lawyer has checked it, its review is overdue, its translation is behind, contact is dangerous",
  );
const message = z.string().describe("The text with its sources, dates, notices and address, ready to be sent in a messenger");

const sectionAnswer = z
  .strictObject({
    anchor: z.string().describe("The same in every language"),
    address,
    heading: z.string(),
    text: z.string().describe("Plain text, one line a paragraph or list item"),
    sources: sourceIds,
    stale: z.boolean().describe("true if the original has changed since this was translated"),
    message,
  })
  .register(named, { id: "Section" });

const factAnswer = z
  .strictObject({
    fact: z.enum(factKeys),
    id: z.string(),
    label: z.string().describe("What the fact is called in the language asked for"),
    value: z.union([z.literal("unknown"), ...Object.values(factValues)]).describe("`unknown`: looked for and not found"),
    words: z.string().describe("The value in words of the language asked for"),
    note: z.string().optional(),
    asOf: date.describe("The date at which the source says that it held"),
    confidence,
    sources: sourceIds,
    validFrom: day.optional(),
    validTo: day.optional(),
  })
  .register(named, { id: "Fact" });

const contactAnswer = z
  .strictObject({
    channel: z.enum(["web", "telegram", "email", "phone", "address"]),
    value: z.string().describe("Exactly as the organisation publishes it"),
    checkedOn: date.describe("When it was last seen"),
    how: z.enum(["published", "second-hand", "not-checked"]),
    sources: sourceIds,
  })
  .register(named, { id: "Contact" });

/** An entry whole, as its page shows it today. */
export const entryAnswer = z
  .strictObject({
    kind: readingKind,
    id: z.string(),
    address,
    revision: z.string().describe("Hash of all content: the same revision gives the same answers on the same day"),
    licence: z.literal("CC BY 4.0").describe("You may reprint the texts if you name the source"),
    language: z.string().describe("Language of the text; another one than asked for where a translation is missing"),
    title: z.string(),
    summary: z.string(),
    review: reviewAnswer,
    asOf: date.optional().describe("The date at which the sources say that it held; for advice"),
    notices,
    class: z.enum(["origin", "transit", "eu", "other-refuge"]).optional().describe("What a country is for a person who flees"),
    audience: z.array(audience).optional().describe("Whom it is for"),
    countries: z.array(z.string()).optional().describe("Where an organisation helps: two-letter codes, or `all`"),
    urgency: urgency.optional(),
    form: z.enum(["do-not", "danger"]).optional(),
    need: z.enum(["required", "useful"]).optional(),
    direction: z.enum(["supports", "weakens"]).optional(),
    contactFromRussia: z
      .enum(["punishable", "risky", "not-known"])
      .optional()
      .describe("What contact with an organisation from inside Russia means; never show its contacts without it"),
    contacts: z.array(contactAnswer).describe("Ways to reach an organisation"),
    facts: z.array(factAnswer).describe("Facts of a country that hold today"),
    sections: z.array(sectionAnswer),
    changes: z
      .array(z.strictObject({ on: date, text: z.string() }))
      .describe("Dated changes of law and practice, as on the page"),
    read: z.array(z.string()).describe("What to read about it: `kind/id` or `kind/id#anchor`"),
    sources: z.array(sourceAnswer).describe("All sources of the entry, in the order of their numbers on the page"),
  })
  .register(named, { id: "Entry" });
export type EntryAnswer = z.infer<typeof entryAnswer>;

const resultAnswer = z
  .strictObject({
    kind: readingKind,
    id: z.string(),
    anchor: z.string().describe("Anchor of the section; empty if the head of an entry was found: its title and summary"),
    address,
    title: z.string().describe("Title of the entry"),
    heading: z.string().describe("Heading of the section; empty for the head of an entry"),
    text: z.string().describe("The whole section as plain text"),
    snippet: z
      .array(z.strictObject({ text: z.string(), marked: z.boolean() }))
      .describe("The stretch of the text that shows why it was found; joined, the texts give the snippet"),
    countries: z.array(z.string()).describe("Codes of the countries it is about; empty if it holds everywhere"),
    audience: z.array(audience),
    review: reviewAnswer,
    notices,
    sources: z.array(sourceAnswer).describe("Sources cited in this section"),
    message,
  })
  .register(named, { id: "Result" });
export type ResultAnswer = z.infer<typeof resultAnswer>;

const counts = z.record(z.string(), z.number().int());

/** What a search found. The query is not repeated. */
export const searchAnswer = z
  .strictObject({
    revision: z.string(),
    language: z.string(),
    total: z.number().int(),
    offset: z.number().int(),
    repaired: z
      .string()
      .optional()
      .describe("The text that was searched for instead of the one given: transliterated, or typed on the other keyboard layout"),
    results: z.array(resultAnswer),
    counts: z
      .strictObject({ country: counts, kind: counts, audience: counts, freshness: counts })
      .describe("How many results each value of a filter would give, the other filters staying as they are"),
  })
  .register(named, { id: "Found" });
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** The most characters of a query that count. */
export const longestQuery = 200;

function makeRequestSchemas(languages: readonly string[]) {
  const lang = z
    .enum(languages)
    .default(languages[0] ?? "")
    .describe("Language of the answer");
  const country = z
    .string()
    .regex(/^[a-z]{2}$/, "give a two-letter code in lower case, for example kz")
    .optional()
    .describe("Two-letter code: only what is about this country");
  return {
    entry: z.strictObject({ lang }),
    search: z.strictObject({
      q: z
        .string({ error: "give the words to look for" })
        .refine((text) => text.trim() !== "", "give the words to look for")
        .describe(`Words to look for. The first ${String(longestQuery)} characters count`),
      lang,
      country,
      kind: readingKind.optional().describe("Only this kind of entry"),
      audience: audience.optional().describe("Only what is for these readers"),
      freshness: z.enum(["in-time", "overdue"]).optional().describe("Only what is reviewed in time, or only what is overdue"),
      exact: z
        .enum(["0", "1"])
        .default("0")
        .describe("1: look for exactly what is given, without transliteration and change of keyboard layout"),
      limit: z.coerce.number().int().min(1).max(50).default(10).describe("How many results at most"),
      offset: z.coerce.number().int().min(0).max(10_000).default(0).describe("How many results to pass over"),
    }),
  };
}
type RequestSchemas = ReturnType<typeof makeRequestSchemas>;
export type SearchRequest = z.infer<RequestSchemas["search"]>;

/** Schemas of what may be asked, for the languages of the site, of which the first is the one answered in unless another is asked for. */
export function requestSchemas(languages: readonly string[]): RequestSchemas {
  return makeRequestSchemas(languages);
}
