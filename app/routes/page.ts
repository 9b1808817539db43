import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import type { Translate } from "../i18n/translations.ts";
import type { Site } from "./site.ts";

/** What every page with a language begins with. */
export interface PageContext {
  readonly site: Site;
  readonly language: string;
  readonly t: Translate;
}

/** The site, and the language of the address. Throws a 404 for a language that the site does not have. */
export function pageContext({ context: { site }, params }: Pick<LoaderFunctionArgs, "context" | "params">): PageContext {
  const language = site.catalogue.languages.find(({ code }) => code === params.language)?.code;
  if (language === undefined || !site.translations.languages.includes(language)) throw notFound();
  return { site, language, t: site.translations.for(language) };
}

/** The answer for an address at which there is nothing. To be thrown. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** Headers of a reading page: the same for everyone, so that caches may keep it and ask each time whether it still holds. */
export function readingHeaders(): { readonly "Cache-Control": string } {
  return { "Cache-Control": "public, max-age=0, must-revalidate" };
}

/** What a page tells browsers and search engines about itself. */
export interface Head {
  readonly title: string;
  readonly description?: string;
}

/** The descriptors of a head. Without loader data, that is on an error, there are none: the root names the error. */
export function describe(head: Head | undefined): MetaDescriptor[] {
  if (!head) return [];
  return [{ title: head.title }, ...(head.description === undefined ? [] : [{ name: "description", content: head.description }])];
}
