import type { ReactNode } from "react";
import { DateText } from "../ui/date-text.tsx";
import type { WizardView } from "./view.ts";

interface PlanSourcesProps {
  readonly view: WizardView;
  /** All sources in the order of their numbers. */
  readonly sources: readonly string[];
  readonly used: ReadonlySet<string>;
  readonly hidden: boolean;
}

/** Numbered sources of a plan; each leads to its full entry on the page of sources. */
export function PlanSources({ view, sources, used, hidden }: PlanSourcesProps): ReactNode {
  return (
    <ol className="sources" data-sources="">
      {sources.map((id, index) => {
        const source = view.catalogue.sources.get(id);
        if (!source || !used.has(id)) return null;
        return (
          <li key={id} id={`source-${String(index + 1)}`} value={index + 1} hidden={hidden}>
            <a href={`/${view.language}/sources/${source.group}#${id}`}>{source.publisher}</a>
            {source.published ? (
              <>
                , <DateText date={source.published} />
              </>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
