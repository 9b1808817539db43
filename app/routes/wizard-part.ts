import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderWizardPart } from "../wizard/wizard-document.tsx";
import { pageContext } from "./page.ts";
import { fixedDocument, wizardOf } from "./wizard-page.ts";

/** A wizard without the page around it, for a reader whom another wizard leads here; the same for everyone. */
export function loader(args: LoaderFunctionArgs): Response {
  const page = pageContext(args);
  return fixedDocument(renderWizardPart(wizardOf(page, args.params.wizard), page.site.translations));
}
