import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApiDocument } from "../api/openapi.ts";
import { languagesOf, publicJson } from "./api-answer.ts";

/** What programs can ask and what they are told, as OpenAPI 3.1. */
export function loader({ context: { site } }: LoaderFunctionArgs): Response {
  return publicJson(openApiDocument({ origin: site.origin, languages: languagesOf(site) }));
}
