import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { fillIn, goOn, shownQuestion } from "./answering.ts";
import { useBrowser, visit } from "./visit.ts";

useBrowser();

/** A word that exists nowhere else. */
const plant = (place: string): string => `zzplant${place}${Math.random().toString(36).slice(2, 8)}`;

/** Files below the folders that changed since `since` and hold one of the words. */
async function filesWith(words: readonly string[], folders: readonly string[], since: number): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
      const name = path.join(file.parentPath, file.name);
      if (!file.isFile() || name.includes("node_modules")) continue;
      const { mtimeMs, size } = await stat(name).catch(() => ({ mtimeMs: 0, size: 0 }));
      if (mtimeMs < since || size > 20_000_000) continue;
      const text = await readFile(name, "latin1").catch(() => "");
      if (words.some((word) => text.includes(word))) found.push(name);
    }
  }
  return found;
}

describe("planted words", () => {
  it.each([true, false])(
    "leave no trace in addresses, titles, headers, log or files (scripts: %s)",
    async (javaScriptEnabled) => {
      const since = Date.now() - 1000;
      const words = {
        search: plant("search"),
        shared: plant("link"),
        answer: plant("answer"),
        question: plant("question"),
        day: plant("day"),
      };
      const { page, requests, open } = await visit({ javaScriptEnabled });
      const titles: string[] = [];
      const headers: string[] = [];
      page.on("response", (response) => {
        headers.push(JSON.stringify(response.headers()));
      });

      await open("/ru/search");
      await page.locator('main input[name="q"]').fill(words.search);
      await page.locator('main input[name="q"]').press("Enter");
      await page.locator("main", { hasText: /./ }).waitFor();
      await page.waitForLoadState();
      titles.push(await page.title());

      await open("/ru/questions/1");
      await fillIn(page, "country", ["kz"]);
      await goOn(page, "country");
      const question = (await shownQuestion(page)) ?? "";
      expect(question).toBe("danger");

      // What no form of ours sends, sent all the same: words instead of answers.
      const origin = inject("origin");
      for (const body of [
        { question: words.question, answer: words.answer },
        { question: "danger", answer: words.answer },
        { question: "left-on", day: words.day, month: words.day, year: words.day },
      ]) {
        const answer = await page.request.post(`${origin}/ru/questions/1`, { form: body, headers: { origin }, maxRedirects: 0 });
        headers.push(JSON.stringify(answer.headers()));
        expect([200, 303, 422]).toContain(answer.status());
      }
      const gone = await page.request.get(`${origin}/ru/countries/${words.shared}?q=${words.shared}`);
      expect(gone.status()).toBe(404);

      const planted = Object.values(words);
      const holds = (texts: readonly string[]): string[] => texts.filter((text) => planted.some((word) => text.includes(word)));
      expect(holds(requests.map((request) => request.url())), "addresses").toEqual([]);
      expect(holds(requests.map((request) => request.headers().referer ?? "")), "referrers").toEqual([]);
      expect(holds([page.url(), ...titles]), "titles").toEqual([]);
      expect(holds(headers), "headers of answers").toEqual([]);
      const log = await readFile(inject("logFile"), "utf8");
      expect(log).toContain('"status":404');
      expect(holds(log.split("\n")), "log").toEqual([]);
      expect(log).not.toMatch(/127\.0\.0\.1:\d+"?,"(?:address|ip|remote)|user-agent|Mozilla/i);
      expect(await filesWith(planted, [".data", "build", "content", path.dirname(inject("logFile"))], since), "files").toEqual(
        [],
      );
    },
  );
});
