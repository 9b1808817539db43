import { expect, test } from "vitest";
import { buildCorpus } from "../../app/search/corpus.ts";
import { createEmbeddedEngine } from "../../app/search/embedded.ts";
import type { SearchRecord } from "../../app/search/records.ts";
import { emptyVocabulary } from "../../app/search/vocabulary.ts";

function record(anchor: string, heading: string, text: string): SearchRecord {
  const shared = { language: "ru", kind: "topics", entry: "rules", countries: [], audience: [], order: 1 } as const;
  const days = { reviewedOn: "2026-11-20", dueOn: "2027-01-20" } as const;
  return { ...shared, ...days, key: `topics/rules#${anchor}`, anchor, title: "Порядок", heading, text };
}

test("a section that is worth little otherwise stands first for who calls it by its name, and not for who only uses its word", async () => {
  const records = [
    record("changes", "Что изменилось", "Срок изменился: теперь он короче."),
    record(
      "limits",
      "Как изменились сроки жалобы",
      "Срок жалобы изменился. Раньше жалоба подавалась позже, теперь срок изменился.",
    ),
  ];
  const vocabulary = { ...emptyVocabulary, ignored: { ru: ["что", "как"] } };
  const engine = createEmbeddedEngine();
  await engine.replace(await buildCorpus({ revision: "one", records, vocabulary }));
  const first = async (text: string): Promise<string | undefined> =>
    (await engine.search({ text, language: "ru", limit: 10, offset: 0 })).hits[0]?.record.anchor;
  expect(await first("что изменилось")).toBe("changes");
  expect(await first("изменился срок")).toBe("limits");
});
