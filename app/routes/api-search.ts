import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requestSchemas } from "../api/schemas.ts";
import { searchAnswer, searchQuery } from "../api/search-answer.ts";
import { languagesOf, messageContext, privateJson, readRequest, refuse } from "./api-answer.ts";
import type { Site } from "./site.ts";

async function answer(site: Site, fields: unknown): Promise<Response> {
  const asked = readRequest(requestSchemas(languagesOf(site)).search, fields);
  const found = await site.search.search(searchQuery(asked, site.today));
  return privateJson(searchAnswer(found, asked.offset, messageContext(site, asked.lang)));
}

/** Search for programs, with the query in the address. */
export function loader({ request, context: { site } }: LoaderFunctionArgs): Promise<Response> {
  return answer(site, Object.fromEntries(new URL(request.url).searchParams));
}

/** The same with the query in the body, where no proxy's log sees it. */
export async function action({ request, context: { site } }: ActionFunctionArgs): Promise<Response> {
  const fields: unknown = await request.json().catch(() => {
    throw refuse("badRequest", 400, "The body is no JSON. See /api/openapi.json");
  });
  return answer(site, fields);
}
