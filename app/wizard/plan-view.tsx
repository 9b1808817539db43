import type { ReactNode } from "react";
import { findEntry, textIn, titleOfReference } from "../guidance/catalogue.ts";
import { UrgencyLabel } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { useLanguage } from "../ui/language.tsx";
import { AnswersSummary } from "./answers-summary.tsx";
import { DeadlineNote, LastDay } from "./deadline-note.tsx";
import { AdviceDetails } from "./advice-details.tsx";
import { planSources } from "./plan-sources.ts";
import type { Plan, PlanLine } from "./plan.ts";
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

const groups = ["steps", "doNot", "dangers", "supports", "weakens", "documents", "letters", "contacts"] as const;
type PlanGroup = (typeof groups)[number];

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

/** The plan as a page: five lines first, then order, dangers, papers, people, reading, and the answers it was made from. */
export function PlanView({ view, made }: { view: WizardView; made: MadePlan | null }): ReactNode {
  const { t } = useLanguage();
  const sources = planSources(view);
  return (
    <section className="plan" data-plan="" hidden={made === null}>
      <h1 tabIndex={-1}>{t("wizard:plan.heading")}</h1>
      <FirstLines view={view} made={made} />
      <p>{t("wizard:plan.lead")}</p>
      <p className="meta">
        {t("wizard:plan.madeOn")} <DateText date={view.today} />. {t("wizard:plan.notChecked")}
      </p>
      {groups.map((group) => (
        <Group key={group} group={group} view={view} made={made} sources={sources} />
      ))}
      <Reading view={view} made={made} />
      <AnswersSummary view={view} path={made?.path ?? null} />
      <Sources view={view} made={made} sources={sources} />
      <p className="meta">{t("wizard:plan.print")}</p>
    </section>
  );
}

function lineId({ kind, id }: Pick<AdviceRule, "kind" | "id">): string {
  return `${kind}-${id}`;
}

function FirstLines({ view, made }: { view: WizardView; made: MadePlan | null }): ReactNode {
  const { t } = useLanguage();
  const candidates =
    made?.plan.first.map((line) => ({ rule: line.rule, deadline: line.deadline })) ??
    (["steps", "dangers", "doNot"] as const).flatMap((group) =>
      view.rules.advice.filter((rule) => groupOf(rule) === group).map((rule) => ({ rule, deadline: null })),
    );
  return (
    <section className="card now first">
      <h2>{t("wizard:plan.first")}</h2>
      <ol>
        {candidates.map(({ rule, deadline }) => (
          <li key={lineId(rule)} data-first={`${rule.kind}/${rule.id}`} hidden={made === null}>
            <a href={`#${lineId(rule)}`}>{titleOf(view, rule)}</a>
            {rule.deadline ? <LastDay made={made !== null} result={deadline} /> : null}
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
    <section data-group={group} hidden={made === null}>
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

/** Advice whose body is in the wizard's page from the start: what may have to be done today, without a connection. */
function isCarriedAlong({ urgency, kind }: AdviceRule): boolean {
  return urgency === "now" && kind === "steps";
}

function Line({ rule, view, made, line, sources }: LineProps): ReactNode {
  const { t, language } = useLanguage();
  const entry = findEntry(view.catalogue, rule.kind, rule.id);
  if (!entry) return null;
  const { text } = textIn(view.catalogue, entry, language);
  const id = lineId(rule);
  const shows = rule.kind === "steps" || rule.kind === "warnings";
  return (
    <li id={id} data-advice={`${rule.kind}/${rule.id}`} hidden={made === null}>
      <h3>{text.title}</h3>
      {shows ? <UrgencyLabel urgency={rule.urgency} /> : null}
      {rule.kind === "organisations" ? null : <p>{text.summary}</p>}
      {rule.deadline ? <DeadlineNote view={view} rule={rule} path={made?.path ?? null} result={line?.deadline ?? null} /> : null}
      <p className="problem" data-overdue="" hidden={!line?.overdue}>
        {t("wizard:plan.overdue")}
      </p>
      {rule.kind === "organisations" ? (
        <p>
          <a href={`/${language}/${rule.kind}/${rule.id}`}>{t("wizard:plan.contactPage")}</a>
        </p>
      ) : null}
      <details>
        <summary>{t("wizard:plan.why")}</summary>
        <Because view={view} made={made} line={line} />
        <Body rule={rule} view={view} made={made} sources={sources} />
        <p className="meta">
          {t("wizard:plan.asOf")} <DateText date={entry.data.asOf} />
        </p>
      </details>
    </li>
  );
}

/** How it is done. In the page that holds everything, most of it comes from one fixed document when a line is first opened. */
function Body({ rule, view, made, sources }: Omit<LineProps, "line">): ReactNode {
  const { t, language } = useLanguage();
  if (made || isCarriedAlong(rule)) return <AdviceDetails rule={rule} view={view} sources={sources} />;
  return (
    <>
      <div data-body={`${rule.kind}/${rule.id}`} />
      <p data-body-missing="" hidden>
        {t("wizard:plan.bodyMissing")} <a href={`/${language}/${rule.kind}/${rule.id}`}>{t("wizard:plan.bodyPage")}</a>
      </p>
    </>
  );
}

function Because({ view, made, line }: { view: WizardView; made: MadePlan | null; line: PlanLine | null }): ReactNode {
  const { t } = useLanguage();
  const reasons =
    line?.because.flatMap((question) => made?.path.filter((answered) => answered.question === question) ?? []) ?? [];
  return (
    <>
      <p data-everyone="" hidden={made === null || reasons.length > 0}>
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
    ? groups.flatMap((group) => made.plan[group].map(({ rule }) => rule))
    : view.rules.advice.filter(isCarriedAlong);
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

function citedIn({ catalogue, language }: WizardView, rules: readonly AdviceRule[]): ReadonlySet<string> {
  const citations = rules.flatMap(({ kind, id }) => {
    const entry = findEntry(catalogue, kind, id);
    return entry ? textIn(catalogue, entry, language).text.citations : [];
  });
  return new Set(citations);
}
