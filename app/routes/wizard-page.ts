import type { ValueContext } from "../../machines/values.ts";
import type { Bag } from "../wizard/bag.ts";
import { replay } from "../wizard/replay.ts";
import { findWizard, wizardAfter, type WizardView } from "../wizard/view.ts";
import { wizardAddress } from "../wizard/wizard-document.tsx";
import { notFound, readingHeaders, type PageContext } from "./page.ts";

/** The wizard that an address names by its number. Throws a 404 if there is none. */
export function wizardOf({ site, language }: Pick<PageContext, "site" | "language">, number: string | undefined): WizardView {
  const view = findWizard(site.catalogue, number ?? "", language, site.today);
  if (!view) throw notFound();
  return view;
}

/** The wizard whose map an address names by its number: one in which the reader answers about himself. Throws a 404 if there is none. */
export function mappedWizard(page: Pick<PageContext, "site" | "language">, number: string | undefined): WizardView {
  const view = wizardOf(page, number);
  if (view.person !== "self") throw notFound();
  return view;
}

/** What answers are judged by besides the wizard. */
export function valueContext({ rules, today }: WizardView): ValueContext {
  return { countryClasses: rules.countryClasses, today };
}

/** Address of a step; it carries a number only. */
export function stepAddress(view: WizardView, step: number): string {
  return `${wizardAddress(view)}/${String(step)}`;
}

/** Where answers lead: the next question or the plan, in this wizard or in the one that goes on from its end. */
export function nextAddress(view: WizardView, bag: Bag): string {
  const { path, outcome } = replay(view.flow, bag, valueContext(view));
  const onward = wizardAfter(view, outcome);
  return onward ? nextAddress(onward, bag) : stepAddress(view, path.length + 1);
}

/** Sends a document that is the same for everyone and that the island of a wizard asks for. */
export function fixedDocument(html: string): Response {
  return new Response(html, { headers: { ...readingHeaders(), "Content-Type": "text/html; charset=utf-8" } });
}
