import { z } from "zod";

/** What we read of Meilisearch's answers. Anything else it says is not believed. */

const counts = z.record(z.string().regex(/^[a-z-]{2,20}$/), z.int().nonnegative());
/** Days stand in the index as numbers, which the server writes as whole numbers or with a fraction of nought. */
const countsByDay = z.record(z.string().regex(/^\d{8}(?:\.0+)?$/), z.int().nonnegative());

const searchResult = z.object({
  hits: z.array(z.object({ key: z.string(), _rankingScore: z.number().min(0).default(1) })),
  estimatedTotalHits: z.int().nonnegative(),
  facetDistribution: z
    .object({ country: counts.optional(), kind: counts.optional(), audience: counts.optional(), due: countsByDay.optional() })
    .optional(),
});
export type SearchResult = z.infer<typeof searchResult>;

export const multiSearchAnswer = z.object({ results: z.array(searchResult) });

export const settingsAnswer = z.record(z.string(), z.unknown());

export const finishedTask = z.object({
  status: z.enum(["succeeded", "failed", "canceled"]),
  error: z.object({ code: z.string() }).nullish(),
});

export const versionAnswer = z.object({ pkgVersion: z.string() });

export const indexesAnswer = z.object({ results: z.array(z.object({ uid: z.string(), createdAt: z.coerce.date() })) });

export const statsAnswer = z.object({ numberOfDocuments: z.int() });
