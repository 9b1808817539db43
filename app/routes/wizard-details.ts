import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderPlanDetails } from "../wizard/plan-details.tsx";
import { pageContext, readingHeaders } from "./page.ts";
import { wizardOf } from "./wizard-page.ts";

/** What the lines of any plan say when they are opened; the same for everyone. */
export function loader(args: LoaderFunctionArgs): Response {
  const page = pageContext(args);
  const headers = new Headers(readingHeaders());
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(renderPlanDetails(wizardOf(page, args.params.wizard), page.site.translations), { headers });
}
