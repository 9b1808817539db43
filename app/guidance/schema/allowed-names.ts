import { z } from "zod";

/** `content/names.yaml`: names that the search for private persons' names must let pass, each reviewed by a person. */
export const allowedNamesFile = z.array(
  z.strictObject({
    name: z.string().min(2).describe("The name in one script, in its basic form"),
    is: z
      .enum(["case", "office-holder", "law", "place", "institution"])
      .describe(
        "case: how a court or UN body itself calls a case; office-holder: someone in a public office; others: no person at all",
      ),
  }),
);
