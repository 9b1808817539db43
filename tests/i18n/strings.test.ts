import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { namespaces } from "../../app/i18n/translations.ts";

const folder = "app/i18n/locales";
const languages = readdirSync(folder);
const pluralForm = /_(zero|one|two|few|many|other)$/;

interface Strings {
  [key: string]: string | Strings;
}
const strings: z.ZodType<Strings> = z.lazy(() => z.record(z.string(), z.union([z.string(), strings])));

function flatten(tree: Strings, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] satisfies [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

function read(language: string, namespace: string): Map<string, string> {
  return new Map(flatten(strings.parse(JSON.parse(readFileSync(`${folder}/${language}/${namespace}.json`, "utf8")))));
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? "").sort();

describe.each(namespaces)("interface strings of %s", (namespace) => {
  const byLanguage = new Map(languages.map((language) => [language, read(language, namespace)]));

  it("have the same keys in every language", () => {
    const keys = [...byLanguage.values()].map((texts) =>
      [...new Set([...texts.keys()].map((key) => key.replace(pluralForm, "")))].sort(),
    );
    for (const other of keys.slice(1)) expect(other).toEqual(keys[0]);
  });

  it("have every plural form of their language, and no empty text", () => {
    for (const [language, texts] of byLanguage) {
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [key, text] of texts) {
        expect(text.trim(), `${language} ${key}`).not.toBe("");
        if (!pluralForm.test(key)) continue;
        for (const category of categories) {
          expect([...texts.keys()], `${language} ${key}`).toContain(key.replace(pluralForm, `_${category}`));
        }
      }
    }
  });

  it("fill in the same values", () => {
    const [first, ...others] = [...byLanguage.values()];
    for (const [key, text] of first ?? []) {
      for (const other of others) {
        const same = other.get(key);
        if (same !== undefined && !pluralForm.test(key)) expect(placeholders(same), key).toEqual(placeholders(text));
      }
    }
  });
});
