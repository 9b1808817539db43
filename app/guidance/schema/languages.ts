import { z } from "zod";

/** `content/languages.yaml`: the languages of the site, the first being the one that stands in where a text is missing. */
export const languagesFile = z
  .array(
    z.strictObject({
      code: z
        .string()
        .regex(/^[a-z]{2}$/)
        .describe("ISO 639-1 code: the first part of every address"),
      name: z.string().min(1).describe("The language's own name for itself"),
      complete: z.boolean().describe("true if every entry must exist in this language; false while a translation is growing"),
    }),
  )
  .min(1);
export type Language = z.infer<typeof languagesFile>[number];
