import type { WizardView } from "../wizard/view.ts";
import { findWizard } from "../wizard/view.ts";
import { notFound, type PageContext } from "./page.ts";
import type { Site } from "./site.ts";

/** The wizard that an address names by its number. Throws a 404 if there is none. */
export function wizardOf({ site, language }: Pick<PageContext, "site" | "language">, number: string | undefined): WizardView {
  const view = findWizard(site.catalogue, number ?? "", language, site.today);
  if (!view) throw notFound();
  return view;
}

/** What answers are judged by besides the wizard. */
export function valueContext(
  view: WizardView,
  site: Site,
): { countryClasses: WizardView["rules"]["countryClasses"]; today: string } {
  return { countryClasses: view.rules.countryClasses, today: site.today };
}

/** Address of a step; it carries a number only. */
export function stepAddress({ language, number }: WizardView, step: number): string {
  return `/${language}/questions/${String(number)}/${String(step)}`;
}
