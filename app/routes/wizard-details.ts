import type { LoaderFunctionArgs } from "@remix-run/node";
import { isAdviceKind } from "../guidance/schema/entry.ts";
import { renderPlanDetails } from "../wizard/plan-details.tsx";
import { notFound, pageContext, readingHeaders } from "./page.ts";
import { wizardOf } from "./wizard-page.ts";

/** What the lines of one kind say in any plan when they are opened; the same for everyone. */
export function loader(args: LoaderFunctionArgs): Response {
  const page = pageContext(args);
  const kind = args.params.kind ?? "";
  if (!isAdviceKind(kind)) throw notFound();
  const headers = new Headers(readingHeaders());
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(renderPlanDetails(wizardOf(page, args.params.wizard), kind, page.site.translations), { headers });
}
