import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ConfigurationError, explain, readConfiguration, settings } from "../../app/http/configuration.ts";

const names = settings.keyof().options;

function faultsOf(environment: Record<string, string>): string {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
  }
  throw new Error("the configuration was taken");
}

describe("configuration", () => {
  test("works with nothing set", () => {
    expect(readConfiguration({})).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, CONTENT_DIRECTORY: "content" });
    expect(readConfiguration({}).MEILI_HOST).toBeUndefined();
  });

  test("an empty variable counts as unset, others are left alone", () => {
    expect(readConfiguration({ PORT: "", MEILI_HOST: "", PATH: "/bin" })).toEqual(readConfiguration({}));
  });

  test.each([
    ["HOST", "not a host"],
    ["PORT", "80a"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "1e3"],
    ["PUBLIC_ORIGIN", "pristan.example"],
    ["PUBLIC_ORIGIN", "https://pristan.example/path"],
    ["PUBLIC_ORIGIN", "https://user@pristan.example"],
    ["PUBLIC_ORIGIN", "ftp://pristan.example"],
    ["CONTENT_POLL_SECONDS", "soon"],
    ["MEILI_HOST", "localhost:7700"],
    ["MEILI_TIMEOUT_MS", "0"],
    ["PAGE_CACHE_MEGABYTES", "lots"],
    ["TRUST_PROXY", "true"],
    ["POSTS_PER_MINUTE", "0"],
    ["MAX_CONCURRENT_REQUESTS", "0"],
    ["RENDER_TIMEOUT_MS", "1.5"],
    ["REQUEST_TIMEOUT_MS", "10"],
    ["STOP_TIMEOUT_MS", "x"],
  ])("refuses %s=%s, naming the variable and the cure", (name, value) => {
    const message = faultsOf({ [name]: value });
    expect(message).toContain(`${name} has a wrong value: `);
    expect(message).toMatch(/: (?:write|set) /);
  });

  test("names every wrong variable at once and repeats no value", () => {
    const message = faultsOf({ PORT: "secret-1", MEILI_API_KEY: "secret-2", MEILI_HOST: "secret-3" });
    expect(message.split("\n")).toHaveLength(2);
    expect(message).not.toContain("secret");
  });

  test("a key without a server is a mistake", () => {
    expect(faultsOf({ MEILI_API_KEY: "key" })).toContain("MEILI_API_KEY has a wrong value: set MEILI_HOST too");
    expect(faultsOf({ MEILI_SEARCH_KEY: "key" })).toContain("MEILI_SEARCH_KEY has a wrong value: set MEILI_HOST too");
  });

  test("README.md lists every variable with its default and purpose, and no other", () => {
    const readme = readFileSync("README.md", "utf8");
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.*?) \| (.*?) \|$/gm)].map(([, name, standard, purpose]) => ({
      name,
      standard,
      purpose,
    }));
    const defaults = new Map<string, unknown>(Object.entries(readConfiguration({})));
    expect(rows).toEqual(
      names.map((name) => ({
        name,
        standard: defaults.has(name)
          ? `\`${String(defaults.get(name))}\``
          : name === "PUBLIC_ORIGIN"
            ? "`http://HOST:PORT`"
            : "unset",
        purpose: explain(name).purpose,
      })),
    );
  });
});
