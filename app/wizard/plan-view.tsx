import type { ReactNode } from "react";
import { findEntry, textIn, titleOfReference } from "../guidance/catalogue.ts";
import { UrgencyLabel } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { useLanguage } from "../ui/language.tsx";
import { AnswersSummary } from "./answers-summary.tsx";
import { DeadlineNote, LastDay } from "./deadline-note.tsx";
import { AdviceDetails } from "./advice-details.tsx";
import { planSources } from "./plan-sources.ts";
import { isTicked, linesOf, planGroups, type Plan, type PlanGroup, type PlanLine } from "./plan.ts";
import css from "./plan-view.css?inline";
import type { Answered } from "./replay.ts";
import type { AdviceRule } from "./rules.ts";
import { answerLabels, type WizardView } from "./view.ts";

export const planViewStyles = [css];

/** A plan that has been made, with the answers it was made from. Without it every line is there, hidden, for the island to reveal. */
interface MadePlan {
  readonly plan: Plan;
  readonly path: readonly Answered[];
}

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

function lineId({ kind, id }: Pick<AdviceRule, "kind" | "id">): string {
  return `${kind}-${id}`;
}

function FirstLines({ view, made }: { view: WizardView; made: MadePlan | null }): ReactNode {
  const { t } = useLanguage();
  return (
    <section className="card now first">
      <h2>{t("wizard:plan.first")}</h2>
      <ol data-first-lines="">
        {made?.plan.first.map(({ rule, deadline }) => (
          <li key={lineId(rule)} data-first={`${rule.kind}/${rule.id}`}>
            <a href={`#${lineId(rule)}`}>{titleOf(view, rule)}</a>
            {deadline ? <LastDay made result={deadline} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function titleOf({ catalogue, language }: WizardView, { kind, id }: AdviceRule): string {
  const entry = findEntry(catalogue, kind, id);
  return entry ? textIn(catalogue, entry, language).text.title : id;
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

interface LineProps {
  readonly rule: AdviceRule;
  readonly view: WizardView;
  readonly made: MadePlan | null;
  readonly line: PlanLine | null;
  readonly sources: readonly string[];
}

/**
 * Advice whose body is in the wizard's page from the start: what a halt shows may have to be done at once, without a connection.
 * A halt comes after the first questions, so it shows what speaks on these alone.
 */
function isCarriedAlong({ urgency, kind, when }: AdviceRule, { flow }: WizardView): boolean {
  const names = Object.keys(flow.questions);
  const halt = names.findIndex((name) => flow.questions[name]?.kind === "pause");
  const head = names.slice(0, Math.max(halt, 0));
  return (
    urgency === "now" &&
    kind === "steps" &&
    when.some((alternative) => Object.keys(alternative).every((name) => head.includes(name)))
  );
}

function Line({ rule, view, made, line, sources }: LineProps): ReactNode {
  const { language } = useLanguage();
  const entry = findEntry(view.catalogue, rule.kind, rule.id);
  if (!entry) return null;
  const { text } = textIn(view.catalogue, entry, language);
  const shows = rule.kind === "steps" || rule.kind === "warnings";
  return (
    <li id={lineId(rule)} data-advice={`${rule.kind}/${rule.id}`} hidden={made === null}>
      <h3>{rule.kind === "organisations" ? <a href={`/${language}/${rule.kind}/${rule.id}`}>{text.title}</a> : text.title}</h3>
      {shows ? <UrgencyLabel urgency={rule.urgency} /> : null}
      {rule.kind === "organisations" ? null : <p>{text.summary}</p>}
      {rule.deadline ? <DeadlineNote view={view} rule={rule} path={made?.path ?? null} result={line?.deadline ?? null} /> : null}
      {made && line ? (
        <LineRest line={line} view={view} path={made.path}>
          <AdviceDetails rule={rule} view={view} sources={sources} />
        </LineRest>
      ) : null}
      {made === null && isCarriedAlong(rule, view) ? (
        <div data-body={`${rule.kind}/${rule.id}`} hidden>
          <AdviceDetails rule={rule} view={view} sources={sources} />
        </div>
      ) : null}
    </li>
  );
}

interface LineRestProps {
  /** Null in the template from which the island makes the rest of every line. */
  readonly line: PlanLine | null;
  readonly view: WizardView;
  readonly path: readonly Answered[];
  readonly children?: ReactNode;
}

/** What stands below the summary of every line: tick-off box, overdue mark, reason and details. */
function LineRest({ line, view, path, children }: LineRestProps): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      {line === null || isTicked(line.rule) ? (
        <label className="tick" data-tick="">
          <input type="checkbox" autoComplete="off" /> {t("wizard:plan.done")}
        </label>
      ) : null}
      <p className="problem" data-overdue="" hidden={!line?.overdue}>
        {t("wizard:plan.overdue")}
      </p>
      <details>
        <summary>{t("wizard:plan.why")}</summary>
        <Because view={view} line={line} path={path} />
        <div data-details="">{children}</div>
        {line ? null : (
          <p data-body-missing="" hidden>
            {t("wizard:plan.bodyMissing")} <a data-page="">{t("wizard:plan.bodyPage")}</a>
          </p>
        )}
      </details>
    </>
  );
}

function LineTemplate({ view }: { view: WizardView }): ReactNode {
  return (
    <template data-line="">
      <LineRest line={null} view={view} path={[]} />
    </template>
  );
}

function Because({ view, line, path }: Omit<LineRestProps, "children">): ReactNode {
  const { t } = useLanguage();
  const reasons = line?.because.flatMap((question) => path.filter((answered) => answered.question === question)) ?? [];
  return (
    <>
      <p data-everyone="" hidden={line === null || reasons.length > 0}>
        {t("wizard:plan.everyone")}
      </p>
      <div data-because="" hidden={reasons.length === 0}>
        <p>{t("wizard:plan.because")}</p>
        <ul>
          {reasons.map((answered) => (
            <li key={answered.question}>
              {view.text.questions[answered.question]?.question}{" "}
              <b dangerouslySetInnerHTML={{ __html: answerLabels(view, answered).join("; ") }} />
            </li>
          ))}
        </ul>
      </div>
    </>
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
    <section>
      <h2>{t("wizard:plan.sourceList")}</h2>
      <PlanSources view={view} sources={sources} used={citedIn(view, shown)} hidden={made === null} />
    </section>
  );
}

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

/** Sources that some advice cites. */
export function citedIn({ catalogue, language }: WizardView, rules: readonly AdviceRule[]): ReadonlySet<string> {
  const citations = rules.flatMap(({ kind, id }) => {
    const entry = findEntry(catalogue, kind, id);
    return entry ? textIn(catalogue, entry, language).text.citations : [];
  });
  return new Set(citations);
}
