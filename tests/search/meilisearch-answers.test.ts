import { expect, test } from "vitest";
import { multiSearchAnswer } from "../../app/search/meilisearch-answers.ts";

const answerWith = (facetDistribution: unknown): unknown => ({
  results: [{ hits: [], estimatedTotalHits: 3, facetDistribution }],
});

test.each([
  { country: { kz: 2 }, kind: { topics: 1 }, audience: { refuser: 3 }, due: { "20261121": 3 } },
  { due: { "20261121.0": 3 } },
  {},
])("counts are believed as a server writes them: %j", (facets) => {
  expect(multiSearchAnswer.safeParse(answerWith(facets)).success).toBe(true);
});

test.each([{ country: { "<b>": 1 } }, { due: { kz: 1 } }, { country: { "20261121": 1 } }, { due: { "20261121": -1 } }])(
  "other counts are not believed: %j",
  (facets) => {
    expect(multiSearchAnswer.safeParse(answerWith(facets)).success).toBe(false);
  },
);
