import type { LoaderFunctionArgs } from "@remix-run/node";
import { isAdviceKind } from "../guidance/schema/entry.ts";
import { renderPlanDetails } from "../wizard/plan-details.tsx";
import { notFound, pageContext } from "./page.ts";
import { fixedDocument, wizardOf } from "./wizard-page.ts";

/** What the lines of one kind say in any plan when they are opened; the same for everyone. */
export function loader(args: LoaderFunctionArgs): Response {
  const page = pageContext(args);
  const kind = args.params.kind ?? "";
  if (!isAdviceKind(kind)) throw notFound();
  return fixedDocument(renderPlanDetails(wizardOf(page, args.params.wizard), kind, page.site.translations));
}
