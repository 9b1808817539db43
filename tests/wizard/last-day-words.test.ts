import { expect, test } from "vitest";
import { lastDayInShort } from "../../app/wizard/last-day-words.ts";

test.each([
  ["ru-RU", "2026-11-22", "22\u00a0ноября"],
  ["en-GB", "2026-11-22", "22\u00a0November"],
  ["ru-RU", "2027-01-03", "3\u00a0января"],
  ["ru-RU", "2025-10-10", "10\u00a0октября 2025"],
  ["en-GB", "2027-10-10", "10\u00a0October 2027"],
])("in %s the last day %s is named %s", (locale, day, words) => {
  expect(lastDayInShort(day, "2026-11-22", locale)).toBe(words);
});
