import type { AdviceKind } from "../guidance/schema/entry.ts";
import type { Translations } from "../i18n/translations.ts";
import { AdviceDetails } from "./advice-details.tsx";
import { renderFixedDocument } from "./fixed-document.tsx";
import { PlanSources } from "./plan-source-list.tsx";
import { citedIn, planSources } from "./plan-sources.ts";
import type { WizardView } from "./view.ts";

/**
 * The bodies of all advice of one kind of a wizard and the sources they cite, as one HTML document, the same for everyone:
 * the island asks for it when a line of the kind is first opened, and every plan has lines of every kind.
 */
export function renderPlanDetails(view: WizardView, kind: AdviceKind, translations: Translations): string {
  const sources = planSources(view);
  const rules = view.rules.advice.filter((rule) => rule.kind === kind);
  const content = (
    <>
      {rules.map((rule) => (
        <div key={`${rule.kind}/${rule.id}`} data-body={`${rule.kind}/${rule.id}`}>
          <AdviceDetails rule={rule} view={view} sources={sources} />
        </div>
      ))}
      <PlanSources view={view} sources={sources} used={citedIn(view, rules)} hidden />
    </>
  );
  return renderFixedDocument(content, view.language, translations);
}
