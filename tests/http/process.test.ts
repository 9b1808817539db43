import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startSiteProcess, StartError, type SiteProcess } from "../../scripts/running-site.ts";
import { ask, contentFolder, writeContent } from "./fixture.ts";

async function complaintsOf(environment: Record<string, string>): Promise<string> {
  const error = await startSiteProcess(environment).then(
    (site) => {
      site.signal("SIGKILL");
    },
    (thrown: unknown) => thrown,
  );
  if (error instanceof StartError) return error.message;
  throw new Error("the site has started");
}

async function startProcess(environment: Record<string, string>): Promise<SiteProcess> {
  const site = await startSiteProcess(environment);
  onTestFinished(async () => {
    site.signal("SIGKILL");
    await site.ended;
  });
  return site;
}

describe("the process", () => {
  test("does not start with a wrong variable, and says which and what to do", async () => {
    const complaints = await complaintsOf({ PORT: "http" });
    expect(complaints).toContain("PORT has a wrong value: write a whole number from 0 to 65535");
    expect(complaints).not.toContain("    at ");
  });

  test("does not start with broken content, and lists the faults", async () => {
    const folder = await contentFolder();
    await writeFile(path.join(folder, "topics/alpha/entry.yaml"), "audience: [everyone]\n");
    const complaints = await complaintsOf({ CONTENT_DIRECTORY: folder });
    expect(complaints).toMatch(new RegExp(`${folder}/topics/alpha/entry\\.yaml:\\d+: .+; .+`));
    expect(complaints).not.toContain("    at ");
  });

  test("serves the built site, takes up new content on SIGHUP and ends well on SIGTERM", async () => {
    const folder = await contentFolder("Alpha");
    const site = await startProcess({ CONTENT_DIRECTORY: folder });
    expect((await ask(site.origin, "/en/topics/alpha")).text).toContain("Alpha");
    await writeContent(folder, "Beta");
    const loaded = site.next("content-loaded");
    site.signal("SIGHUP");
    await loaded;
    expect((await ask(site.origin, "/en/topics/alpha")).text).toContain("Beta");
    const stopped = site.next("stopped");
    site.signal("SIGTERM");
    await stopped;
    expect(await site.ended).toBe(0);
  });

  test("writes nothing of a broken address anywhere", async () => {
    const site = await startProcess({ CONTENT_DIRECTORY: await contentFolder() });
    const { origin } = site;
    expect((await ask(origin, "/en/%zz")).status).toBe(400);
    expect((await ask(origin, "/en/topics/alpha?_data=kanareika")).status).toBe(200);
    const stopped = site.next("stopped");
    site.signal("SIGINT");
    await stopped;
    expect(await site.ended).toBe(0);
    expect(site.output()).not.toContain("kanareika");
    expect(site.output()).not.toContain("%zz");
    expect(site.output()).not.toContain('"level":"error"');
  });
});
