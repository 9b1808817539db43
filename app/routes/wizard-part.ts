import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderWizardPart } from "../wizard/wizard-document.tsx";
import { pageContext, readingHeaders } from "./page.ts";
import { wizardOf } from "./wizard-page.ts";

/** A wizard without the page around it, for a reader whom another wizard leads here; the same for everyone. */
export function loader(args: LoaderFunctionArgs): Response {
  const page = pageContext(args);
  const headers = new Headers(readingHeaders());
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(renderWizardPart(wizardOf(page, args.params.wizard), page.site.translations), { headers });
}
