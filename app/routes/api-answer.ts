import type { LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { isReadingKind } from "../guidance/schema/entry.ts";
import { findEntry } from "../guidance/catalogue.ts";
import { entryAnswer } from "../api/entry-answer.ts";
import { requestSchemas, type ErrorAnswer } from "../api/schemas.ts";
import type { MessageContext } from "../ui/section-message.ts";
import { readingHeaders } from "./page.ts";
import type { Site } from "./site.ts";

const type = "application/json; charset=utf-8";

/** An answer that is never kept. */
export function privateJson(answer: unknown, status = 200): Response {
  return new Response(JSON.stringify(answer), { status, headers: { "Content-Type": type, "Cache-Control": "no-store" } });
}

/** An answer that is the same for everyone. */
export function publicJson(answer: unknown): Response {
  return new Response(JSON.stringify(answer), { headers: { ...readingHeaders(), "Content-Type": type } });
}

/** Says what is wrong with a request and how to mend it. To be thrown. */
export function refuse(code: ErrorAnswer["error"]["code"], status: number, message: string): Response {
  return privateJson({ error: { code, message } } satisfies ErrorAnswer, status);
}

/** What was asked for, checked. Throws the refusal of a wrong request; of what was sent it repeats nothing but names of fields. */
export function readRequest<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.output<Schema> {
  const read = schema.safeParse(fields);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message));
  throw refuse("badRequest", 400, `${problems.join("; ")}. See /api/openapi.json`);
}

/** Codes of the languages in which the API answers. */
export function languagesOf({ catalogue, translations }: Site): readonly string[] {
  return catalogue.languages.map(({ code }) => code).filter((code) => translations.languages.includes(code));
}

/** What answers in a language are made from. */
export function messageContext({ catalogue, translations, today, origin }: Site, language: string): MessageContext {
  return { catalogue, today, origin, language, t: translations.for(language) };
}

/** The answer to a request for an entry. Throws a refusal if there is no such entry or the request is wrong. */
export function answerEntry({ request, context: { site } }: LoaderFunctionArgs, kind: string, id: string): Response {
  const schema = requestSchemas(languagesOf(site)).entry;
  const { lang } = readRequest(schema, Object.fromEntries(new URL(request.url).searchParams));
  const entry = isReadingKind(kind) ? findEntry(site.catalogue, kind, id) : undefined;
  if (!entry) throw refuse("notFound", 404, "There is no such entry. Search for it with /api/search");
  return publicJson(entryAnswer(entry, messageContext(site, lang)));
}
