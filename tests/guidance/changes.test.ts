import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../app/guidance/catalogue.ts";
import { listChanges } from "../../app/guidance/changes.ts";
import { reportChanges, smallCatalogue } from "../ui/content.ts";

const withChanges = (...items: string[]): Catalogue => smallCatalogue(reportChanges(...items));

const listed = (catalogue: Catalogue): string[] =>
  listChanges(catalogue, "ru").map(({ on, plain, pages }) => `${on} ${plain} ${pages.map(({ title }) => title).join(", ")}`);

describe("what changed", () => {
  it("says once what several pages say of the same day, and names them by title", () => {
    expect(listed(withChanges("2026-02-24: Суд приостановил выдачу.", "2025-08: Иное."))).toEqual([
      "2026-02-24 Суд приостановил выдачу. Исключение, Казахстан",
      "2026-02-24 Суд приостановил выдачу. (2) Казахстан",
      "2025-08 Иное. Исключение",
      "2025-08 Суд приостановил выдачу. (1) Казахстан",
    ]);
  });

  it("keeps the same words of different days apart", () => {
    expect(listed(withChanges("2026-02-25: Суд приостановил выдачу."))).toContain(
      "2026-02-24 Суд приостановил выдачу. Казахстан",
    );
  });

  it("gives each change an id that does not depend on its words, on newer changes or on the language", () => {
    const ids = (catalogue: Catalogue, language = "ru"): string[] => listChanges(catalogue, language).map(({ id }) => id);
    const before = ids(smallCatalogue());
    expect(new Set(before).size).toBe(before.length);
    expect(ids(smallCatalogue(), "en")).toEqual(before);
    const joined = ids(withChanges("2026-03-01: Новое.", "2026-02-24: Суд приостановил выдачу.", "2026-02-24: Другое."));
    expect(new Set(joined).size).toBe(joined.length);
    expect(joined).toHaveLength(before.length + 2);
    // The topic comes before the country: the change that they share goes by its name, the others keep theirs.
    expect(joined).toEqual(expect.arrayContaining(before.slice(1)));
    expect(joined).toContain("topics/exclusion#changes-2026-02-24-2");
  });
});
