import { Fragment, type ReactNode } from "react";
import { findEntry, textIn } from "../guidance/catalogue.ts";
import { renumberCitations } from "../guidance/markdown.ts";
import type { EntryData } from "../guidance/schema/entry.ts";
import { formatDate } from "../i18n/format.ts";
import { DateText } from "../ui/date-text.tsx";
import { useLanguage } from "../ui/language.tsx";
import { LetterText, letterAnchor } from "../ui/letter-text.tsx";
import { ContactValue } from "../ui/organisation.tsx";
import type { AdviceRule } from "./rules.ts";
import type { WizardView } from "./view.ts";

interface AdviceDetailsProps {
  readonly rule: AdviceRule;
  readonly view: WizardView;
  /** All sources of the plan in the order of their numbers. */
  readonly sources: readonly string[];
}

/** How a piece of advice is followed, as of when, and the numbers of its sources as the plan counts them. */
export function AdviceDetails({ rule, view, sources }: AdviceDetailsProps): ReactNode {
  const { t } = useLanguage();
  const entry = findEntry(view.catalogue, rule.kind, rule.id);
  if (!entry) return null;
  const organisation = rule.kind === "organisations" ? findEntry(view.catalogue, "organisations", rule.id) : undefined;
  const letter = rule.kind === "letters" ? findEntry(view.catalogue, "letters", rule.id) : undefined;
  const { text } = textIn(view.catalogue, entry, view.language);
  const planNumber = (citation: string): number => sources.indexOf(citation) + 1;
  const body = text.sections
    .filter(({ anchor }) => anchor !== letterAnchor)
    .map(({ html }) => renumberCitations(html, (number) => planNumber(text.citations[number - 1] ?? "")))
    .join("");
  return (
    <>
      {organisation ? (
        <Contacts data={organisation.data} summary={text.summary} />
      ) : (
        <div dangerouslySetInnerHTML={{ __html: body }} />
      )}
      {letter ? <LetterText catalogue={view.catalogue} entry={letter} /> : null}
      <p className="meta">
        {t("wizard:plan.asOf")} <DateText date={entry.data.asOf} />
        {text.citations.length > 0 ? <>. {t("wizard:plan.sources")} </> : null}
        {text.citations.map((citation, index) => (
          <Fragment key={citation}>
            {index > 0 ? ", " : null}
            <a href={`#source-${String(planNumber(citation))}`}>{planNumber(citation)}</a>
          </Fragment>
        ))}
      </p>
    </>
  );
}

/** What an organisation does, what contacting it from Russia means, and how it is reached, each contact with when it was checked. */
function Contacts({ data, summary }: { data: EntryData<"organisations">; summary: string }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <>
      <p>{summary}</p>
      {data.contactFromRussia === "not-known" ? null : (
        <p className="problem">{t(`organisation.fromRussia.${data.contactFromRussia}.title`)}</p>
      )}
      <ul>
        {data.contacts.map((contact) => (
          <li key={contact.channel + contact.value}>
            {t(`organisation.channel.${contact.channel}`)}: <ContactValue contact={contact} />{" "}
            <span className="meta">
              {t(`organisation.how.${contact.how}`, { date: formatDate(contact.checkedOn, language) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
