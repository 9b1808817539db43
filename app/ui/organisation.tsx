import type { ReactNode } from "react";
import { findEntry, textIn, type Catalogue } from "../guidance/catalogue.ts";
import type { Contact, EntryData } from "../guidance/schema/entry.ts";
import { countryName, formatDate, languageName } from "../i18n/format.ts";
import { Card } from "./card.tsx";
import { FactList, FactRow } from "./fact-list.tsx";
import { useLanguage } from "./language.tsx";
import { Part } from "./part.tsx";
import { factsAnchor } from "./section-message.ts";
import { SourceNumbers } from "./source-numbers.tsx";

type Organisation = EntryData<"organisations">;

const urgencyOfContact = { punishable: "now", risky: "know", "not-known": "know" } as const;

/** What contacting an organisation from inside Russia means, before any contact is shown. */
export function OrganisationWarning({ data: { contactFromRussia } }: { data: Organisation }): ReactNode {
  const { t } = useLanguage();
  return (
    <Card urgency={urgencyOfContact[contactFromRussia]} title={t(`organisation.fromRussia.${contactFromRussia}.title`)}>
      <p>{t(`organisation.fromRussia.${contactFromRussia}.text`)}</p>
    </Card>
  );
}

interface OrganisationFactsProps {
  readonly catalogue: Catalogue;
  readonly data: Organisation;
  /** Ids of the page's sources in the order of their numbers. */
  readonly citations: readonly string[];
  /** Address of the contacts' text alone. */
  readonly textHref: string;
}

/** How to reach an organisation, whom it helps and where, and what Russia has declared it to be. */
export function OrganisationFacts({ catalogue, data, citations, textHref }: OrganisationFactsProps): ReactNode {
  const { t, language } = useLanguage();
  return (
    <Part anchor={factsAnchor} heading={t("organisation.facts")} {...(data.contacts.length > 0 && { textHref })}>
      {data.contacts.length === 0 ? <p>{t("organisation.noContacts")}</p> : null}
      <FactList>
        {data.contacts.map((contact) => (
          <FactRow
            key={contact.channel + contact.value}
            label={t(`organisation.channel.${contact.channel}`)}
            margin={
              <>
                <span>{t(`organisation.how.${contact.how}`, { date: formatDate(contact.checkedOn, language) })}</span>
                <SourceNumbers ids={contact.sources} citations={citations} />
              </>
            }
          >
            <ContactValue contact={contact} />
          </FactRow>
        ))}
        {data.marks.map(({ mark, since, sources }) => (
          <FactRow
            key={mark}
            label={t("organisation.marks")}
            margin={<SourceNumbers ids={sources} citations={citations} />}
          >{`${t(`organisation.mark.${mark}`)} ${t("organisation.since", { date: formatDate(since, language) })}`}</FactRow>
        ))}
        <FactRow label={t("organisation.where")}>
          <Places catalogue={catalogue} codes={data.countries} />
        </FactRow>
        <FactRow label={t("organisation.for")}>{data.for.map((audience) => t(`audience.${audience}`)).join(", ")}</FactRow>
        <FactRow label={t("organisation.languages")}>
          {data.languages.map((code) => languageName(code, language)).join(", ") || t("organisation.languagesUnknown")}
        </FactRow>
      </FactList>
    </Part>
  );
}

/** A contact exactly as it is published; a link where the address itself says what it is. */
export function ContactValue({ contact: { channel, value } }: { contact: Contact }): ReactNode {
  const address = value.startsWith("https://") ? value : channel === "email" ? `mailto:${value}` : undefined;
  if (address === undefined) return <b>{value}</b>;
  return (
    <a href={address} rel="noreferrer">
      {value.replace(/^https:\/\/(.*?)\/?$/, "$1")}
    </a>
  );
}

/** Countries by name, leading to their page where there is one. */
function Places({ catalogue, codes }: { catalogue: Catalogue; codes: readonly string[] }): ReactNode {
  const { t, language } = useLanguage();
  if (codes.includes("all")) return t("organisation.everywhere");
  return codes.map((code, index) => {
    const country = findEntry(catalogue, "countries", code);
    return (
      <span key={code}>
        {index > 0 ? ", " : null}
        {country ? (
          <a href={`/${language}/countries/${code}`}>{textIn(catalogue, country, language).text.title}</a>
        ) : (
          countryName(code, language)
        )}
      </span>
    );
  });
}
