import { z } from "zod";
import { identifier, partialDate } from "./primitives.ts";

/** One published source. Files in `content/sources/` are lists of these; an id is unique across all of them. */
export const source = z.strictObject({
  id: identifier.describe("Identifier used in `sources:` lists and in footnotes `[^id]`"),
  title: z.string().min(1).describe("The source's own title, in its own language; private persons' names replaced by […]"),
  publisher: z.string().min(1).describe("Who published it"),
  url: z.url({ protocol: /^https?$/ }).describe("Where it was found"),
  published: partialDate.optional().describe("When it was published, if the source says so"),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .describe("Language of the source, ISO 639"),
  kind: z.enum(["law", "court", "authority", "intergovernmental", "ngo", "press"]).describe("What kind of publisher speaks"),
  seen: z
    .boolean()
    .default(true)
    .describe("false if the address is known but the page itself was not opened; readers are told so"),
});
export type Source = z.infer<typeof source>;

export const sourceFile = z.array(source);
