import type { ReactNode } from "react";
import { findEntry, textIn, type Catalogue, type Entry, type EntryText } from "../guidance/catalogue.ts";
import { freshness, isValidOn } from "../guidance/freshness.ts";
import type { ReadingKind } from "../guidance/schema/entry.ts";
import { AdviceDeadlines } from "./advice-deadlines.tsx";
import { Card, cardStyles } from "./card.tsx";
import { ChangeItem, ChangeList, changeListStyles } from "./change-list.tsx";
import { Contents, contentsStyles } from "./contents.tsx";
import { EntryLabel } from "./entry-label.tsx";
import { Facts, factsStyles } from "./facts.tsx";
import { FreshnessNote, freshnessNoteStyles } from "./freshness-note.tsx";
import { Kicker, kickerStyles } from "./kicker.tsx";
import { useLanguage } from "./language.tsx";
import { OrganisationFacts, OrganisationWarning } from "./organisation.tsx";
import { LetterText, letterAnchor, letterTextStyles } from "./letter-text.tsx";
import { Part, partStyles, TextLink } from "./part.tsx";
import { ReadingList, readingListStyles } from "./reading-list.tsx";
import { RichText, richTextStyles, textTableStyles } from "./rich-text.tsx";
import { factsAnchor } from "./section-message.ts";
import { SourceList, sourceListStyles } from "./source-list.tsx";

const stylesOfAll = [
  ...cardStyles,
  ...changeListStyles,
  ...contentsStyles,
  ...factsStyles,
  ...freshnessNoteStyles,
  ...kickerStyles,
  ...partStyles,
  ...readingListStyles,
  ...richTextStyles,
  ...sourceListStyles,
];

/** What some pages of entries hold and others do not; the styles for it would cost the others a part of their first round trip. */
export interface EntryParts {
  readonly hasLetter: boolean;
  readonly hasTable: boolean;
}

/** CSS for the page of an entry. */
export function entryPageStyles({ hasLetter, hasTable }: EntryParts): readonly string[] {
  return [...stylesOfAll, ...(hasLetter ? letterTextStyles : []), ...(hasTable ? textTableStyles : [])];
}

/** Anchors of the blocks that are no sections of the text. No section can have an underscore in its anchor. */
const anchors = { facts: factsAnchor, sources: "_sources" } as const;

/** Entries with fewer sections need no table of contents. */
const sectionsWorthContents = 4;

/** The page of an entry of any kind. @param props.today YYYY-MM-DD: decides which rules apply and which reviews are overdue */
export function EntryPage({
  catalogue,
  entry,
  today,
}: {
  catalogue: Catalogue;
  entry: Entry<ReadingKind>;
  today: string;
}): ReactNode {
  const { t, language } = useLanguage();
  const { text, fallback } = textIn(catalogue, entry, language);
  const { data, kind } = entry;
  const lang = fallback ? text.language : undefined;
  const now = text.sections.find(({ anchor }) => anchor === "now");
  // A page has one block that says "now": an organisation's is the warning about contacting it.
  const urgency = "contacts" in data ? "soon" : "now";
  const sections = text.sections.filter((section) => section !== now);
  const facts = "facts" in data ? data.facts.filter((fact) => isValidOn(fact, today)) : [];
  const textAddress = (anchor: string): string => `/${language}/${kind}/${entry.id}/${anchor}`;
  const sources = text.citations.flatMap((id) => catalogue.sources.get(id) ?? []);
  const contents = [
    ...(facts.length > 0 ? [{ anchor: anchors.facts, heading: t("entry.facts") }] : []),
    ...sections,
    ...(sources.length > 0 ? [{ anchor: anchors.sources, heading: t("entry.sources") }] : []),
  ];
  return (
    <>
      <Kicker href={`/${language}/${kind}`} label={t(`kinds.${kind}`)}>
        <EntryLabel data={data} />
      </Kicker>
      <h1 lang={lang}>{text.title}</h1>
      <FreshnessNote freshness={freshness(data.review, today)} asOf={"asOf" in data ? data.asOf : undefined} />
      <p className="lead" lang={lang}>
        {text.summary}
      </p>
      {fallback ? <p className="notice">{t("entry.fallback")}</p> : null}
      <StaleNote entry={entry} text={text} anchor="head" />
      {"contacts" in data ? <OrganisationWarning data={data} /> : null}
      {now ? (
        <Card urgency={urgency} title={now.heading} id={now.anchor} lang={lang}>
          <StaleNote entry={entry} text={text} anchor={now.anchor} />
          <RichText html={now.html} />
          <TextLink href={textAddress(now.anchor)} />
        </Card>
      ) : null}
      {contents.length >= sectionsWorthContents ? <Contents items={contents} /> : null}
      {facts.length > 0 ? (
        <Part anchor={anchors.facts} heading={t("entry.facts")} textHref={textAddress(anchors.facts)}>
          <Facts facts={facts} notes={text.notes} citations={text.citations} />
          <p>
            <a href={`/${language}/compare?c=${entry.id}`}>{t("compare:toFacts")}</a>
          </p>
        </Part>
      ) : null}
      {"contacts" in data ? (
        <OrganisationFacts catalogue={catalogue} data={data} citations={text.citations} textHref={textAddress(anchors.facts)} />
      ) : null}
      {sections.map(({ anchor, heading, html }) => (
        <Part key={anchor} anchor={anchor} heading={heading} lang={lang} textHref={textAddress(anchor)}>
          <StaleNote entry={entry} text={text} anchor={anchor} />
          <SectionBody catalogue={catalogue} entry={entry} text={text} anchor={anchor} html={html} />
        </Part>
      ))}
      {"deadline" in data && data.deadline?.fact !== undefined ? (
        <AdviceDeadlines catalogue={catalogue} fact={data.deadline.fact} today={today} />
      ) : null}
      {"read" in data ? <ReadingList catalogue={catalogue} references={data.read} /> : null}
      {sources.length > 0 ? (
        <Part anchor={anchors.sources} heading={t("entry.sources")}>
          <SourceList sources={sources} />
        </Part>
      ) : null}
    </>
  );
}

interface SectionBodyProps {
  readonly catalogue: Catalogue;
  readonly entry: Entry<ReadingKind>;
  readonly text: EntryText;
  readonly anchor: string;
  readonly html: string;
}

function SectionBody({ catalogue, entry, text, anchor, html }: SectionBodyProps): ReactNode {
  if (anchor === "changes" && text.changes.length > 0) return <Changes text={text} />;
  const letter = entry.kind === "letters" && anchor === letterAnchor ? findEntry(catalogue, "letters", entry.id) : undefined;
  return letter ? <LetterText catalogue={catalogue} entry={letter} /> : <RichText html={html} />;
}

function Changes({ text }: { text: EntryText }): ReactNode {
  return (
    <ChangeList>
      {text.changes.map(({ on, html, plain }) => (
        <ChangeItem key={on + plain} on={on}>
          <RichText html={html} />
        </ChangeItem>
      ))}
    </ChangeList>
  );
}

/** Says that the translation of one part has fallen behind, and leads to the original. Nothing if it has not. */
function StaleNote({ entry, text, anchor }: { entry: Entry; text: EntryText; anchor: string }): ReactNode {
  const { t } = useLanguage();
  if (!text.stale.includes(anchor)) return null;
  const original = Object.keys(entry.texts).find((language) => language !== text.language);
  const hash = anchor === "head" ? "" : `#${anchor}`;
  return (
    <p className="notice">
      {`${t(anchor === "head" ? "entry.staleHead" : "entry.stale")} `}
      {original === undefined ? null : (
        <a href={`/${original}/${entry.kind}/${entry.id}${hash}`} hrefLang={original}>
          {t("entry.original")}
        </a>
      )}
    </p>
  );
}
