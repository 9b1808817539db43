import type { ReactNode } from "react";
import { formatWeekday, localeOf } from "../i18n/format.ts";
import { DateText } from "../ui/date-text.tsx";
import { wordsOfFact } from "../ui/fact-words.ts";
import { useLanguage } from "../ui/language.tsx";
import { findEntry, titleOfReference } from "../guidance/catalogue.ts";
import { isValidOn } from "../guidance/freshness.ts";
import type { DeadlineResult } from "./deadline.ts";
import { lastDayInShort } from "./last-day-words.ts";
import type { Answered } from "./replay.ts";
import type { AdviceRule } from "./rules.ts";
import type { WizardView } from "./view.ts";

interface DeadlineNoteProps {
  readonly view: WizardView;
  /** The step whose time limit it is. */
  readonly rule: AdviceRule;
  /** Null while the plan is not made: then everything is there, hidden, for the island. */
  readonly path: readonly Answered[] | null;
  readonly result: DeadlineResult | null;
}

/** A step's time limit: the rule of the country with its date, and the last day, or why it cannot be computed. */
export function DeadlineNote({ view, rule: step, path, result }: DeadlineNoteProps): ReactNode {
  const { t, language } = useLanguage();
  const fact = step.deadline?.fact;
  const country = path?.find(({ question }) => question === "country")?.answer[0];
  const countries = [...view.catalogue.entries.countries.values()].filter(({ id }) => path === null || id === country);
  const rules = countries.flatMap(({ id, data }) =>
    data.facts
      .filter((candidate) => candidate.fact === fact && candidate.value !== "unknown" && isValidOn(candidate, view.today))
      .map((candidate) => ({ country: id, fact: candidate })),
  );
  const made = path !== null;
  const state = result?.state;
  return (
    <div className="deadline">
      <OwnLimit view={view} rule={step} />
      {rules.map((rule) => (
        <p key={`${rule.country}-${rule.fact.id}`} data-rule={rule.country} hidden={!made}>
          {t("wizard:deadline.limit")} <b>{wordsOfFact(rule.fact, t, language).value}</b>{" "}
          {wordsOfFact(rule.fact, t, language).detail}{" "}
          <span className="meta">
            {t("wizard:plan.asOf")} <DateText date={rule.fact.asOf} />
          </span>
        </p>
      ))}
      <LastDay made={made} result={result} />
      <StillPossible view={view} rule={step} made={made} result={result} />
      {(["day-missing", "rule-unknown", "no-limit"] as const)
        .filter((candidate) => !made || candidate === state)
        .map((candidate) => (
          <p key={candidate} data-state={candidate} hidden={!made}>
            {t(`wizard:deadline.${candidate}`)}
          </p>
        ))}
      {!made || (result && "certain" in result && !result.certain) ? (
        <p data-state="uncertain" hidden={!made}>
          {t("wizard:deadline.uncertain")}
        </p>
      ) : null}
    </div>
  );
}

/** A time limit that the step itself carries, with the date at which it held. Nothing if it is a fact of the country. */
function OwnLimit({ view, rule }: { view: WizardView; rule: AdviceRule }): ReactNode {
  const { t } = useLanguage();
  const limit = findEntry(view.catalogue, "steps", rule.id)?.data.deadline?.rule;
  if (!limit) return null;
  return (
    <p>
      {t("wizard:deadline.limit")} <b>{t(`facts:duration.${limit.unit}`, { count: limit.count })}</b>{" "}
      <span className="meta">
        {t("wizard:plan.asOf")} <DateText date={limit.asOf} />
      </span>
    </p>
  );
}

/** What can still be done when the time limit has passed. Nothing if the step names nothing. */
function StillPossible({
  view,
  rule,
  made,
  result,
}: {
  view: WizardView;
  rule: AdviceRule;
  made: boolean;
  result: DeadlineResult | null;
}): ReactNode {
  const { t, language } = useLanguage();
  const missed = rule.deadline?.missed;
  if (missed === undefined || (made && result?.state !== "passed")) return null;
  return (
    <p data-state="passed" hidden={!made}>
      {t("wizard:deadline.stillPossible")}{" "}
      <a href={`/${language}/${missed}`}>{titleOfReference(view.catalogue, missed, language)}</a>
    </p>
  );
}

interface LastDayProps {
  readonly made: boolean;
  readonly result: DeadlineResult | null;
}

/** The last day of a time limit, or that it has passed. While the plan is not made, both are there, hidden, for the island. */
function LastDay({ made, result }: LastDayProps): ReactNode {
  const { t, language } = useLanguage();
  const lastDay = result && "lastDay" in result ? result.lastDay : null;
  return (["due", "passed"] as const)
    .filter((candidate) => !made || candidate === result?.state)
    .map((candidate) => (
      <p key={candidate} className={candidate} data-state={candidate} hidden={!made}>
        {t(`wizard:deadline.${candidate}`)}{" "}
        <time data-last-day="" dateTime={lastDay ?? undefined}>
          {lastDay === null ? "" : formatWeekday(lastDay, language)}
        </time>
        {candidate === "passed" ? <span data-hint=""> {t("wizard:deadline.passedHint")}</span> : null}
      </p>
    ));
}

/** The last day of a time limit, or that it has passed, in short for the first lines. Nothing where no day is known. */
export function LastDayInShort({ result, today }: { result: DeadlineResult; today: string }): ReactNode {
  const { t, language } = useLanguage();
  if (!("lastDay" in result)) return null;
  const { state, lastDay } = result;
  return (
    <p className={state}>
      {t(`wizard:deadline.${state}`)}{" "}
      <time data-last-day="" dateTime={lastDay}>
        {lastDayInShort(lastDay, today, localeOf(language))}
      </time>
    </p>
  );
}
