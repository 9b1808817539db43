import type { ReactNode } from "react";
import type { Fact } from "../guidance/schema/fact.ts";
import { formatDate } from "../i18n/format.ts";
import { Confidence, confidenceStyles } from "./confidence.tsx";
import { FactList, factListStyles, FactRow } from "./fact-list.tsx";
import { FactValue } from "./fact-value.tsx";
import { wordsOfAsOf } from "./fact-words.ts";
import { useLanguage } from "./language.tsx";
import { SourceNumbers } from "./source-numbers.tsx";

export const factsStyles = [...confidenceStyles, ...factListStyles];

interface FactsProps {
  readonly facts: readonly Fact[];
  /** Sentences beneath facts, by the fact's id. */
  readonly notes: Readonly<Record<string, string>>;
  /** Ids of the page's sources in the order of their numbers. */
  readonly citations: readonly string[];
}

/** Typed facts: label, value in words with its note, and in the margin the date, the confidence and the sources. */
export function Facts({ facts, notes, citations }: FactsProps): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <FactList>
        {facts.map((fact) => (
          <FactRow key={fact.id} label={t(`facts:label.${fact.fact}`)} margin={<FactMargin fact={fact} citations={citations} />}>
            <FactValue fact={fact} />
            <FactNote fact={fact} note={notes[fact.id]} />
          </FactRow>
        ))}
      </FactList>
      <WeekendNote facts={facts} />
    </>
  );
}

/** Says once, beneath facts, that it is not known of all time limits whether they end on weekends. Nothing if it is. */
export function WeekendNote({ facts }: { facts: readonly Fact[] }): ReactNode {
  const { t } = useLanguage();
  return facts.some((fact) => weekendOf(fact) === "unknown") ? <p className="meta">{t("facts:weekend.unknown")}</p> : null;
}

/** As of when a fact held, how sure it is, and where it comes from. @param props.page where the sources are listed, if on another page */
export function FactMargin(props: { fact: Fact; citations?: readonly string[]; page?: string }): ReactNode {
  const { fact, citations, page } = props;
  const { t, language } = useLanguage();
  return (
    <>
      <time dateTime={fact.asOf}>{wordsOfAsOf(fact.asOf, t, language)}</time>
      {fact.value === "unknown" ? null : <Confidence level={fact.confidence} />}
      {citations ? <SourceNumbers ids={fact.sources} citations={citations} {...(page !== undefined && { page })} /> : null}
    </>
  );
}

/** The note of a fact, what is known of weekends, and the days between which the rule applies. */
export function FactNote({ fact, note }: { fact: Fact; note: string | undefined }): ReactNode {
  const { t, language } = useLanguage();
  const { validFrom, validTo } = fact;
  const weekend = weekendOf(fact);
  const sentences = [
    note,
    weekend === undefined || weekend === "unknown" ? undefined : t(`facts:weekend.${weekend}`),
    validFrom && t("facts:validFrom", { date: formatDate(validFrom, language) }),
    validTo && t("facts:validTo", { date: formatDate(validTo, language) }),
  ].filter((sentence) => sentence !== undefined);
  return sentences.length > 0 ? <p>{sentences.join(" ")}</p> : null;
}

function weekendOf({ value }: Fact) {
  return typeof value === "object" && "weekend" in value ? value.weekend : undefined;
}
