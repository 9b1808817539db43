import { describe, expect, it } from "vitest";
import { smallCatalogue } from "../ui/content.ts";
import { words } from "../ui/render.tsx";
import { origin, startRoutes } from "./site.ts";

const answer = await startRoutes();
const open = (path: string): Promise<Response> => answer(new Request(origin + path));

/** The text to be copied, as it stands on its page. */
async function textAt(path: string): Promise<string> {
  const response = await open(path);
  expect(response.status).toBe(200);
  const [, text = ""] = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(await response.text()) ?? [];
  return text.replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("\u00a0", " ");
}

describe("the text of a section to send on", () => {
  it("holds what it says, its sources with dates, the review and the address", async () => {
    expect(await textAt("/en/countries/kz/now")).toBe(
      [
        "Kazakhstan › What matters today",
        "• 1. A sentence on the section now.",
        "Sources:\n— Ley nueva. El Diario, 3 February 2026; we have not opened this page ourselves, we know of it from others: https://press.example/kz",
        "Compared with its sources on 21 November 2026. No lawyer has checked this text yet.",
        `${origin}/en/countries/kz#now`,
      ].join("\n\n"),
    );
  });

  it("gives facts with dates and how sure they are", async () => {
    const text = await textAt("/en/countries/kz/_facts");
    expect(text).toContain(
      "• Time to lodge a claim: 5 calendar days from the day of arrival (as of 8 April 2022, reliable). One day after entry without control.",
    );
    expect(text).toContain("• Time to appeal a refusal: not known (as of 21 November 2026).");
    expect(text).toContain("https://law.example/kz?a=1&b=2");
  });

  it("gives contacts only after what contact from Russia means", async () => {
    const text = await textAt("/en/organisations/helpers/_facts");
    expect(text.indexOf("Do not contact it from Russia.")).toBeGreaterThan(0);
    expect(text.indexOf("https://helpers.example/")).toBeGreaterThan(text.indexOf("Do not contact it from Russia."));
  });

  it("gives title and summary with the date of advice", async () => {
    const text = await textAt("/ru/steps/lodge/head");
    expect(text).toMatch(/^Подайте ходатайство\n\nПодайте ходатайство summary\./);
    expect(text).toContain("июнь 2026");
    expect(text.endsWith(`${origin}/ru/steps/lodge`)).toBe(true);
  });

  it("begins with what is overdue", async () => {
    const late = await startRoutes(smallCatalogue(), { today: "2027-06-01" });
    const html = await (await late(new Request(`${origin}/en/topics/exclusion/short`))).text();
    expect(words(html)).toMatch(/Exclusion › short\s+This review has been overdue since/);
  });

  it("is a page like others: no script, kept for everyone, not listed", async () => {
    const response = await open("/en/countries/kz/entry");
    const html = await response.text();
    expect(response.headers.get("Cache-Control")).toContain("public");
    expect(html).not.toContain("<script");
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).toContain('href="/en/countries/kz#entry"');
  });

  it("is offered under every section of a page", async () => {
    const html = await (await open("/en/countries/kz")).text();
    const anchors = [...html.matchAll(/<a href="\/en\/countries\/kz\/([^"]*)"/g)].map(([, anchor = ""]) => anchor);
    expect(anchors).toContain("now");
    expect(anchors).toContain("_facts");
    expect(anchors).toContain("changes");
    for (const anchor of anchors) expect((await open(`/en/countries/kz/${anchor}`)).status).toBe(200);
  });

  it.each(["/en/countries/kz/nothing", "/en/countries/xx/entry", "/en/wizards/start/a", "/en/topics/exclusion/_facts"])(
    "%s is missing",
    async (path) => {
      expect((await open(path)).status).toBe(404);
    },
  );
});
