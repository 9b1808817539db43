import { Fragment, type ReactNode } from "react";
import { findEntry, textIn } from "../guidance/catalogue.ts";
import { renumberCitations } from "../guidance/markdown.ts";
import { useLanguage } from "../ui/language.tsx";
import type { AdviceRule } from "./rules.ts";
import type { WizardView } from "./view.ts";

interface AdviceDetailsProps {
  readonly rule: AdviceRule;
  readonly view: WizardView;
  /** All sources of the plan in the order of their numbers. */
  readonly sources: readonly string[];
}

/** The body of a piece of advice and the numbers of its sources, as the plan counts them. An organisation's body is its summary. */
export function AdviceDetails({ rule, view, sources }: AdviceDetailsProps): ReactNode {
  const { t } = useLanguage();
  const entry = findEntry(view.catalogue, rule.kind, rule.id);
  if (!entry) return null;
  const { text } = textIn(view.catalogue, entry, view.language);
  const planNumber = (citation: string): number => sources.indexOf(citation) + 1;
  const body = text.sections
    .map(({ html }) => renumberCitations(html, (number) => planNumber(text.citations[number - 1] ?? "")))
    .join("");
  return (
    <>
      {rule.kind === "organisations" ? <p>{text.summary}</p> : <div dangerouslySetInnerHTML={{ __html: body }} />}
      {text.citations.length > 0 ? (
        <p className="meta">
          {t("wizard:plan.sources")}{" "}
          {text.citations.map((citation, index) => (
            <Fragment key={citation}>
              {index > 0 ? ", " : null}
              <a href={`#source-${String(planNumber(citation))}`}>{planNumber(citation)}</a>
            </Fragment>
          ))}
        </p>
      ) : null}
    </>
  );
}
