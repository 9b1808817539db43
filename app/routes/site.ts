import type { Catalogue } from "../guidance/catalogue.ts";
import type { Translations } from "../i18n/translations.ts";
import type { SearchService } from "../search/service.ts";
import type { AnswerSeal } from "../wizard/seal.ts";

/** What the server hands to every loader and action. One request sees one catalogue from beginning to end. */
export interface Site {
  readonly catalogue: Catalogue;
  readonly translations: Translations;
  readonly search: SearchService;
  /** Seals and opens the answers of readers without scripts. */
  readonly answers: AnswerSeal;
  /** The built text of each island (a classic script), by name; a page puts it inline, where the CSP allows it by its hash. */
  readonly islands: Readonly<Record<string, string>>;
  /** Today as YYYY-MM-DD (UTC). */
  readonly today: string;
  /** Origin under which the site is published, for feeds and the site map, for example https://pristan.example. */
  readonly origin: string;
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    readonly site: Site;
  }
}
