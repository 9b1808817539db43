import type { ReactNode } from "react";
import { findEntry, textIn } from "../guidance/catalogue.ts";
import { UrgencyLabel } from "../ui/card.tsx";
import { useLanguage } from "../ui/language.tsx";
import { ContactValue } from "../ui/organisation.tsx";
import { AdviceDetails } from "./advice-details.tsx";
import { DeadlineNote } from "./deadline-note.tsx";
import { isTicked, type Plan, type PlanLine } from "./plan.ts";
import type { Answered } from "./replay.ts";
import type { AdviceRule } from "./rules.ts";
import { answerLabels, type WizardView } from "./view.ts";

/** A plan that has been made, with the answers it was made from. Without it every line is there, hidden, for the island to reveal. */
export interface MadePlan {
  readonly plan: Plan;
  readonly path: readonly Answered[];
}

/** Where a line stands in its page. */
export function lineId({ kind, id }: Pick<AdviceRule, "kind" | "id">): string {
  return `${kind}-${id}`;
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
export function isCarriedAlong({ urgency, kind, when }: AdviceRule, { flow }: WizardView): boolean {
  const names = Object.keys(flow.questions);
  const halt = names.findIndex((name) => flow.questions[name]?.kind === "pause");
  const head = names.slice(0, Math.max(halt, 0));
  return (
    urgency === "now" &&
    kind === "steps" &&
    when.some((alternative) => Object.keys(alternative).every((name) => head.includes(name)))
  );
}

/** One line of a plan. In the page that holds every possible line it has only what differs from the others. */
export function Line({ rule, view, made, line, sources }: LineProps): ReactNode {
  const { language } = useLanguage();
  const entry = findEntry(view.catalogue, rule.kind, rule.id);
  if (!entry) return null;
  const { text } = textIn(view.catalogue, entry, language);
  const shows = rule.kind === "steps" || rule.kind === "warnings";
  return (
    <li id={lineId(rule)} data-advice={`${rule.kind}/${rule.id}`} hidden={made === null}>
      <h3>{rule.kind === "organisations" ? <a href={`/${language}/${rule.kind}/${rule.id}`}>{text.title}</a> : text.title}</h3>
      {shows ? <UrgencyLabel urgency={rule.urgency} /> : null}
      {rule.kind === "organisations" ? <FirstContact view={view} id={rule.id} /> : <p>{text.summary}</p>}
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

/**
 * How an organisation is reached, in sight without a tap or a connection: the telephone of one that works in single countries, otherwise
 * what it names first. What contacting it from Russia means stands beside it.
 */
function FirstContact({ view, id }: { view: WizardView; id: string }): ReactNode {
  const { t } = useLanguage();
  const data = findEntry(view.catalogue, "organisations", id)?.data;
  if (!data) return null;
  const { contacts, countries, contactFromRussia } = data;
  const telephone = countries.includes("all") ? undefined : contacts.find(({ channel }) => channel === "phone");
  const contact = telephone ?? contacts[0];
  return (
    <p>
      {contact ? (
        <>
          {t(`organisation.channel.${contact.channel}`)}: <ContactValue contact={contact} />
        </>
      ) : null}
      {contact && contactFromRussia !== "not-known" ? ". " : null}
      {contactFromRussia === "not-known" ? null : `${t(`organisation.fromRussia.${contactFromRussia}.title`)}.`}
    </p>
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

/** What all lines share, once, for the island. */
export function LineTemplate({ view }: { view: WizardView }): ReactNode {
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
              <b dangerouslySetInnerHTML={{ __html: answerLabels(view, answered).join(" ") }} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
