import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fixedHeaders, pagePolicy } from "../../app/http/security-headers.ts";

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const directives = (html: string, islands: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    pagePolicy(html, islands)
      .policy.split("; ")
      .map((directive) => [directive.split(" ")[0] ?? "", directive.slice(directive.indexOf(" ") + 1)]),
  );

describe("policy of a page", () => {
  test("allows the page's styles by hash, and no script", () => {
    const policy = directives("<style>a{}</style><p>x</p><style media=print>b{}</style>");
    expect(policy).toEqual({
      "default-src": "'none'",
      "style-src": `${hash("a{}")} ${hash("b{}")}`,
      "script-src": "'none'",
      "connect-src": "'none'",
      "form-action": "'self'",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
    });
  });

  test("allows an island by hash, and lets it fetch fixed documents from us and from nobody else", () => {
    const policy = directives("<script>start()</script>", { other: "start()" });
    expect(policy["script-src"]).toBe(hash("start()"));
    expect(policy["connect-src"]).toBe("'self'");
  });

  test("a script that is no island is not blessed by standing in the page", () => {
    const { policy, refusedScripts } = pagePolicy("<script>start()</script><script>evil()</script>", { wizard: "start()" });
    expect(policy).not.toContain(hash("evil()"));
    expect(policy).toContain(hash("start()"));
    expect(refusedScripts).toBe(1);
  });

  test("data blocks need no permission, and a script with a type that only looks like one is refused", () => {
    expect(pagePolicy('<script type="application/json">{}</script>', {}).refusedScripts).toBe(0);
    expect(pagePolicy('<script type="application/jsonx">x()</script>', {}).refusedScripts).toBe(1);
    expect(pagePolicy('<script data-type="application/json">x()</script>', {}).refusedScripts).toBe(1);
  });

  test("allows images only where there are some", () => {
    expect(directives("<p>x</p>")).not.toHaveProperty("img-src");
    expect(directives('<img src="/a.png">')["img-src"]).toBe("'self'");
    expect(directives('<link rel="icon" href="data:,">')["img-src"]).toBe("data:");
  });

  test("strict transport security stands only under https", () => {
    expect(fixedHeaders(false)).not.toHaveProperty("strict-transport-security");
    expect(fixedHeaders(true)["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  });
});
