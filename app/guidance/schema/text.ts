import { z } from "zod";
import { identifier } from "./primitives.ts";

/** Hash of one text from which a translation was made: twelve hexadecimal digits. */
const textHash = z.string().regex(/^[0-9a-f]{12}$/);

/** Front matter of a Markdown file. */
export const frontMatter = z.strictObject({
  title: z.string().min(1).describe("The page's title or the line in a plan"),
  summary: z.string().min(1).describe("One to three sentences: what the reader must know if they read nothing else"),
  notes: z
    .record(identifier, z.string().min(1))
    .default({})
    .describe("For a fact of entry.yaml, by its id: one sentence shown beneath its value"),
  translation: z
    .strictObject({
      of: z
        .string()
        .regex(/^[a-z]{2}$/)
        .describe("The language from which this was translated"),
      head: textHash.describe("Hash of the title, summary and notes that were translated"),
      sections: z.record(identifier, textHash).describe("Hash of each section that was translated"),
    })
    .optional()
    .describe("Filled in by `npm run content:stamp`; absent in the language in which the entry was first written"),
});
export type FrontMatter = z.infer<typeof frontMatter>;
