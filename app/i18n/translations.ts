import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInstance, type TFunction } from "i18next";
import { z } from "zod";
import type compare from "./locales/en/compare.json";
import type errors from "./locales/en/errors.json";
import type facts from "./locales/en/facts.json";
import type map from "./locales/en/map.json";
import type search from "./locales/en/search.json";
import type site from "./locales/en/site.json";
import type wizard from "./locales/en/wizard.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "site";
    resources: {
      compare: typeof compare;
      errors: typeof errors;
      facts: typeof facts;
      map: typeof map;
      search: typeof search;
      site: typeof site;
      wizard: typeof wizard;
    };
  }
}

/** The namespaces of interface strings: one file each in `locales/<language>/`. Keys without a prefix belong to the first. */
export const namespaces = ["site", "compare", "errors", "facts", "map", "search", "wizard"] as const;

export type Translate = TFunction<typeof namespaces>;

interface Strings {
  [key: string]: string | Strings;
}
const strings: z.ZodType<Strings> = z.lazy(() => z.record(z.string(), z.union([z.string(), strings])));

/** Interface strings of all languages. */
export interface Translations {
  readonly languages: readonly string[];
  /** The translate function of a language. Throws if the language has no strings: ask `languages` first. */
  for(language: string): Translate;
}

/**
 * Reads the interface strings of every language from files; a new language is only a new folder.
 * Throws with the file's name if a file is missing or is not JSON of nested strings.
 */
export function loadTranslations(folder = "app/i18n/locales"): Translations {
  const languages = readdirSync(folder).filter((name) => /^[a-z]{2}$/.test(name));
  const byLanguage = new Map<string, Translate>();
  for (const language of languages) {
    const resources = Object.fromEntries(
      namespaces.map((namespace) => {
        const file = path.join(folder, language, `${namespace}.json`);
        const parsed = strings.safeParse(JSON.parse(readFileSync(file, "utf8")));
        if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}; write nested objects of strings`);
        return [namespace, parsed.data];
      }),
    );
    const instance = createInstance({
      lng: language,
      fallbackLng: "en",
      ns: [...namespaces],
      defaultNS: "site",
      resources: { [language]: resources },
      initAsync: false,
      // React escapes; escaping here would do it twice.
      interpolation: { escapeValue: false },
    });
    void instance.init();
    byLanguage.set(language, instance.getFixedT(language, namespaces));
  }
  return {
    languages,
    for(language) {
      const translate = byLanguage.get(language);
      if (!translate) throw new Error(`there are no interface strings for ${language}; add app/i18n/locales/${language}/`);
      return translate;
    },
  };
}
