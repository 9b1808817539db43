import { renderToStaticMarkup } from "react-dom/server";
import type { Translations } from "../i18n/translations.ts";
import { LanguageProvider } from "../ui/language.tsx";
import { AdviceDetails } from "./advice-details.tsx";
import { planSources } from "./plan-sources.ts";
import { PlanSources } from "./plan-view.tsx";
import type { WizardView } from "./view.ts";

/**
 * The bodies of all advice of a wizard and all its sources as one HTML document, the same for everyone:
 * the island asks for it when a line is first opened, and asking tells nothing about answers.
 */
export function renderPlanDetails(view: WizardView, translations: Translations): string {
  const sources = planSources(view);
  return `<!doctype html>${renderToStaticMarkup(
    <LanguageProvider language={view.language} translations={translations}>
      <html lang={view.language}>
        <head>
          <title>{translations.for(view.language)("wizard:title")}</title>
        </head>
        <body>
          {view.rules.advice.map((rule) => (
            <div key={`${rule.kind}/${rule.id}`} data-body={`${rule.kind}/${rule.id}`}>
              <AdviceDetails rule={rule} view={view} sources={sources} />
            </div>
          ))}
          <PlanSources view={view} sources={sources} used={new Set(sources)} hidden />
        </body>
      </html>
    </LanguageProvider>,
  )}`;
}
