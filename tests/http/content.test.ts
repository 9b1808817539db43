import { tmpdir } from "node:os";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ContentError, holdContent } from "../../app/http/content.ts";
import { contentFolder, deferred, readingPage, recordingLog, start, writeContent, type Started } from "./fixture.ts";

const health = z.object({
  status: z.string(),
  revision: z.string(),
  contentFaults: z.array(z.string()).optional(),
  engine: z.string(),
  degraded: z.boolean(),
  uptime: z.number(),
  cachedPages: z.number(),
});
const healthOf = async (site: Started) => health.parse(JSON.parse((await site.ask("/health")).text));

/** Pages that show the title of the one topic, as the catalogue has it. */
const startTitles = (environment: Record<string, string> = {}): Promise<Started> =>
  start(
    (_, { catalogue }) => Promise.resolve(readingPage(catalogue.entries.topics.get("alpha")?.texts.en?.title ?? "none")),
    environment,
  );

const broken = "---\ntitle: Alpha\n---\n## About {#about}\n\nA sentence.\n";

describe("content", () => {
  test("broken content stops the start with the list of faults", async () => {
    const folder = await contentFolder();
    await writeFile(path.join(folder, "topics/alpha/en.md"), broken);
    const held = holdContent({
      directory: folder,
      search: { replace: () => Promise.resolve([]) },
      log: recordingLog().log,
      onSwap: () => undefined,
    });
    const error = await held.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ContentError);
    expect(String(error)).toMatch(new RegExp(`${folder}/topics/alpha/en\\.md:\\d+: .+; .+`));
  });

  test("faults in the search's words stop the start too", async () => {
    const folder = await contentFolder();
    await expect(
      holdContent({
        directory: folder,
        search: { replace: () => Promise.resolve([{ file: "search/jargon.yaml", line: 3, problem: "wrong", cure: "mend" }]) },
        log: recordingLog().log,
        onSwap: () => undefined,
      }),
    ).rejects.toThrow(`${folder}/search/jargon.yaml:3: wrong; mend`);
  });

  test("a folder that is not there stops the start and names the variable", async () => {
    await expect(
      holdContent({
        directory: path.join(await contentFolder(), "elsewhere"),
        search: { replace: () => Promise.resolve([]) },
        log: recordingLog().log,
        onSwap: () => undefined,
      }),
    ).rejects.toThrow(/elsewhere: the folder cannot be read; set CONTENT_DIRECTORY/);
  });

  test("a reload swaps the catalogue and drops the pages of the old one", async () => {
    const site = await startTitles();
    const before = await healthOf(site);
    expect((await site.ask("/en")).text).toContain("Alpha");
    const tag = (await site.ask("/en")).headers.etag ?? "";
    await writeContent(site.folder, "Beta");
    expect((await site.ask("/en")).text).toContain("Alpha");
    await site.site.content.reload();
    expect((await site.ask("/en", { headers: { "if-none-match": tag } })).text).toContain("Beta");
    const after = await healthOf(site);
    expect(after.revision).not.toBe(before.revision);
    expect(after.cachedPages).toBe(1);
    expect(site.log.events()).toContain("content-loaded");
  });

  test("a reload of the same content keeps the pages", async () => {
    const site = await startTitles();
    await site.ask("/en");
    await writeContent(site.folder, "Alpha");
    await site.site.content.reload();
    expect((await healthOf(site)).cachedPages).toBe(1);
    expect(site.log.events()).not.toContain("content-loaded");
  });

  test("a broken reload keeps the last good content serving, says so, and recovers", async () => {
    const site = await startTitles();
    const { revision } = await healthOf(site);
    await writeFile(path.join(site.folder, "topics/alpha/en.md"), broken);
    await site.site.content.reload();
    expect((await site.ask("/en")).text).toContain("Alpha");
    const degraded = await healthOf(site);
    expect(degraded).toMatchObject({ status: "degraded", revision });
    expect(degraded.contentFaults?.[0]).toContain("topics/alpha/en.md:");
    expect(degraded.contentFaults?.join(), "where the folder is").not.toContain(tmpdir());
    expect(site.log.lines().find(({ event }) => event === "content-refused")).toMatchObject({
      level: "error",
      faults: degraded.contentFaults,
    });
    await writeContent(site.folder, "Alpha");
    await site.site.content.reload();
    expect(site.log.events()).toContain("content-mended");
    expect(await healthOf(site)).toMatchObject({ status: "ok", revision });
    await writeFile(path.join(site.folder, "topics/alpha/en.md"), broken);
    await site.site.content.reload();
    await writeContent(site.folder, "Beta");
    await site.site.content.reload();
    expect((await site.ask("/en")).text).toContain("Beta");
    expect(await healthOf(site)).toMatchObject({ status: "ok" });
    expect(await healthOf(site)).not.toHaveProperty("contentFaults");
  });

  test("a folder that has gone keeps the last good content serving", async () => {
    const site = await startTitles({ CONTENT_DIRECTORY: await contentFolder() });
    await rm(path.join(site.folder, "topics"), { recursive: true });
    await rm(path.join(site.folder, "languages.yaml"));
    await site.site.content.reload();
    expect((await site.ask("/en")).text).toContain("Alpha");
    expect((await healthOf(site)).status).toBe("degraded");
  });

  test("pages that take long are ready before a reader asks, at the start and after a swap", async () => {
    const rendered: string[] = [];
    const site = await start(
      (request, { catalogue }) => {
        rendered.push(`${new URL(request.url).pathname} ${catalogue.entries.topics.get("alpha")?.texts.en?.title ?? "none"}`);
        return Promise.resolve(readingPage("page"));
      },
      {},
      { warmPaths: () => ["/ru/questions/1", "/en/questions/1"] },
    );
    await expect.poll(() => site.site.cache?.size).toBe(2);
    await writeContent(site.folder, "Beta");
    await site.site.content.reload();
    await expect.poll(() => site.site.cache?.size).toBe(2);
    await site.ask("/ru/questions/1");
    expect(rendered).toEqual(["/ru/questions/1 Alpha", "/en/questions/1 Alpha", "/ru/questions/1 Beta", "/en/questions/1 Beta"]);
    expect(site.log.events().filter((event) => event === "request")).toHaveLength(1);
  });

  test("an index that cannot be built keeps the old catalogue", async () => {
    const folder = await contentFolder();
    let works = true;
    const { log, events } = recordingLog();
    const content = await holdContent({
      directory: folder,
      search: { replace: () => (works ? Promise.resolve([]) : Promise.reject(new Error("no memory"))) },
      log,
      onSwap: () => undefined,
    });
    const { catalogue } = content;
    works = false;
    await writeContent(folder, "Beta");
    await content.reload();
    expect(content.catalogue).toBe(catalogue);
    expect(content.faults).toHaveLength(1);
    expect(events()).toEqual(["content-unreadable"]);
  });

  test("a change is taken up once it has come to rest", async () => {
    const site = await startTitles();
    const { content } = site.site;
    await content.look();
    await writeContent(site.folder, "Beta");
    await content.look();
    expect((await site.ask("/en")).text).toContain("Alpha");
    await writeContent(site.folder, "Gamma, longer");
    await content.look();
    expect((await site.ask("/en")).text).toContain("Alpha");
    await content.look();
    expect((await site.ask("/en")).text).toContain("Gamma");
  });

  test("one request sees one catalogue from beginning to end", async () => {
    const gate = deferred();
    const entered = deferred();
    const title = (site: {
      catalogue: { entries: { topics: ReadonlyMap<string, { texts: Readonly<Record<string, { title: string }>> }> } };
    }) => site.catalogue.entries.topics.get("alpha")?.texts.en?.title ?? "none";
    const site = await start(async (_, seen) => {
      const before = title(seen);
      entered.resolve();
      await gate.promise;
      return readingPage(`${before} and ${title(seen)}`);
    });
    const slow = site.ask("/en");
    await entered.promise;
    await writeContent(site.folder, "Beta");
    await site.site.content.reload();
    gate.resolve();
    expect((await slow).text).toContain("Alpha and Alpha");
    expect((await site.ask("/en")).text).toContain("Beta and Beta");
  });

  test("reloads that come together run one after the other and end with the newest content", async () => {
    const folder = await contentFolder();
    let running = 0;
    let most = 0;
    let runs = 0;
    const content = await holdContent({
      directory: folder,
      search: {
        replace: async () => {
          runs += 1;
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          return [];
        },
      },
      log: recordingLog().log,
      onSwap: () => undefined,
    });
    await writeContent(folder, "Beta");
    const first = content.reload();
    await writeContent(folder, "Gamma");
    await Promise.all([first, content.reload(), content.reload(), content.reload()]);
    expect(content.catalogue.entries.topics.get("alpha")?.texts.en?.title).toBe("Gamma");
    expect(most).toBe(1);
    expect(runs).toBeLessThanOrEqual(3);
  });
});
