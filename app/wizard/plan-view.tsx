import type { ReactNode } from "react";
import { titleOfReference } from "../guidance/catalogue.ts";
import { DateText } from "../ui/date-text.tsx";
import { useLanguage } from "../ui/language.tsx";
import { AnswersSummary } from "./answers-summary.tsx";
import { LastDayInShort } from "./deadline-note.tsx";
import { isCarriedAlong, Line, lineId, LineTemplate, type MadePlan } from "./plan-line.tsx";
import { PlanSources } from "./plan-source-list.tsx";
import { citedIn, planSources } from "./plan-sources.ts";
import { linesOf, planGroups, type PlanGroup } from "./plan.ts";
import css from "./plan-view.css?inline";
import type { AdviceRule } from "./rules.ts";
import type { WizardView } from "./view.ts";

export const planViewStyles = [css];

/** The group of a plan in which a piece of advice stands. */
function groupOf({ kind, against }: Pick<AdviceRule, "kind" | "against">): PlanGroup {
  switch (kind) {
    case "steps":
      return "steps";
    case "warnings":
      return against ? "doNot" : "dangers";
    case "grounds":
      return against ? "weakens" : "supports";
    case "documents":
      return "documents";
    case "letters":
      return "letters";
    case "organisations":
      return "contacts";
  }
}

/**
 * The plan as a page: five lines first, then order, dangers, papers, people, reading, and the answers it was made from.
 * Without a plan every line is there, hidden, for the island; what all lines share then stands once, in a template.
 */
export function PlanView({ view, made }: { view: WizardView; made: MadePlan | null }): ReactNode {
  const { t } = useLanguage();
  const sources = planSources(view);
  return (
    <section className="plan" data-plan="" hidden={made === null}>
      <div data-whole="">
        <h1 tabIndex={-1}>{t(view.person === "self" ? "wizard:plan.heading" : "wizard:plan.headingAnother")}</h1>
        <FirstLines view={view} made={made} />
        {view.person === "self" ? null : <p>{t("wizard:plan.leadAnother")}</p>}
        <p>{t("wizard:plan.lead")}</p>
        <p className="meta">
          {t("wizard:plan.madeOn")} <DateText date={view.today} />. {t("wizard:plan.notChecked")}
        </p>
        {made ? null : <TakeAlong />}
      </div>
      <Groups view={view} made={made} sources={sources} />
      <div data-whole="">
        <Reading view={view} made={made} />
        <AnswersSummary view={view} path={made?.path ?? null} />
      </div>
      <Sources view={view} made={made} sources={sources} />
      <p className="meta" data-whole="">
        {t("wizard:plan.print")}
      </p>
      {made ? null : <LineTemplate view={view} />}
    </section>
  );
}

/** What of a plan cannot wait for further questions. */
export function PlanForNow({ view, made }: { view: WizardView; made: MadePlan }): ReactNode {
  const sources = planSources(view);
  return (
    <section className="plan" data-plan="">
      <Groups view={view} made={made} sources={sources} />
      <Sources view={view} made={made} sources={sources} />
    </section>
  );
}

function Groups({ view, made, sources }: { view: WizardView; made: MadePlan | null; sources: readonly string[] }): ReactNode {
  return planGroups.map((group) => <Group key={group} group={group} view={view} made={made} sources={sources} />);
}

/** Copying and printing need scripts to gather what the reader sees. Without scripts the browser's own print and copy do. */
function TakeAlong(): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="take-along">
      <button type="button" className="button quiet" data-copy-plan="">
        {t("wizard:plan.copy")}
      </button>{" "}
      <button type="button" className="button quiet" data-print-all="">
        {t("wizard:plan.printAll")}
      </button>
      <div data-message="" hidden>
        <p data-copied="" role="status" hidden>
          {t("wizard:plan.copied")}
        </p>
        <p data-not-copied="" role="status" hidden>
          {t("wizard:plan.copyHint")}
        </p>
        <textarea readOnly rows={8} aria-label={t("wizard:plan.copy")} autoComplete="off" />
      </div>
    </div>
  );
}

function FirstLines({ view, made }: { view: WizardView; made: MadePlan | null }): ReactNode {
  const { t } = useLanguage();
  return (
    <section className="card now first">
      <h2>{t("wizard:plan.first")}</h2>
      <ol data-first-lines="">
        {made?.plan.first.map(({ rule, deadline }) => (
          <li key={lineId(rule)} data-first={`${rule.kind}/${rule.id}`}>
            <a href={`#${lineId(rule)}`}>{titleOfReference(view.catalogue, `${rule.kind}/${rule.id}`, view.language)}</a>
            {deadline ? <LastDayInShort result={deadline} today={view.today} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface GroupProps {
  readonly group: PlanGroup;
  readonly view: WizardView;
  readonly made: MadePlan | null;
  readonly sources: readonly string[];
}

function Group({ group, view, made, sources }: GroupProps): ReactNode {
  const { t } = useLanguage();
  const rules = made ? made.plan[group].map(({ rule }) => rule) : view.rules.advice.filter((rule) => groupOf(rule) === group);
  const List = group === "steps" ? "ol" : "ul";
  if (rules.length === 0) return null;
  return (
    <section id={`plan-${group}`} data-group={group} hidden={made === null}>
      <h2>{t(`wizard:plan.${group}`)}</h2>
      {group === "supports" ? <p className="hint">{t("wizard:plan.supportsHint")}</p> : null}
      <List className="lines">
        {rules.map((rule) => (
          <Line
            key={rule.id}
            rule={rule}
            view={view}
            made={made}
            line={made?.plan[group].find((line) => line.rule === rule) ?? null}
            sources={sources}
          />
        ))}
      </List>
    </section>
  );
}

/** What to read: links with the titles of their pages. Every possible one is there for the island. */
function Reading({ view, made }: { view: WizardView; made: MadePlan | null }): ReactNode {
  const { t, language } = useLanguage();
  const { catalogue, rules } = view;
  const references = made?.plan.reading ?? [
    ...new Set([
      ...Object.keys(rules.countryClasses).map((id) => `countries/${id}`),
      ...rules.advice.flatMap(({ read }) => read),
    ]),
  ];
  return (
    <section data-group="reading" hidden={made === null}>
      <h2>{t("wizard:plan.reading")}</h2>
      <ul>
        {references.map((reference) => (
          <li key={reference} data-reading={reference} hidden={made === null}>
            <a href={`/${language}/${reference}`}>{titleOfReference(catalogue, reference, language) ?? reference}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sources of the plan under the numbers that its lines use. Until the details are loaded, those of the bodies that are there. */
function Sources({ view, made, sources }: { view: WizardView; made: MadePlan | null; sources: readonly string[] }): ReactNode {
  const { t } = useLanguage();
  const shown = made
    ? linesOf(made.plan).map(({ rule }) => rule)
    : view.rules.advice.filter((rule) => isCarriedAlong(rule, view));
  return (
    <section className="cited">
      <h2>{t("wizard:plan.sourceList")}</h2>
      <PlanSources view={view} sources={sources} used={citedIn(view, shown)} hidden={made === null} />
    </section>
  );
}
