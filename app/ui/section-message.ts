import type { Catalogue, Entry } from "../guidance/catalogue.ts";
import { textIn } from "../guidance/catalogue.ts";
import { freshness, isValidOn } from "../guidance/freshness.ts";
import type { Source } from "../guidance/schema/source.ts";
import { formatDate } from "../i18n/format.ts";
import type { Translate } from "../i18n/translations.ts";
import { wordsOfAsOf, wordsOfFact } from "./fact-words.ts";

/** Names the block of facts, which is no section of the text. No section can have an underscore in its anchor. */
export const factsAnchor = "_facts";

/** Names an entry's title and summary in the address of their text, where a section has its anchor. */
export const headPath = "head";

/** What a message is made from. */
export interface MessageContext {
  readonly catalogue: Catalogue;
  /** Origin of the site, for the address at the end. */
  readonly origin: string;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly language: string;
  readonly t: Translate;
}

/** One part of an entry without its markup: what it is called, what it says, and the sources of that. */
interface PlainPart {
  readonly heading: string;
  readonly body: string;
  readonly sources: readonly string[];
}

/** What has to be read before a text of an entry: that contact is dangerous, the review overdue, the translation behind. */
function warningsOf(entry: Entry, anchor: string, { catalogue, today, language, t }: MessageContext): readonly string[] {
  const { data } = entry;
  const { overdue, dueOn } = freshness(data.review, today);
  const warnings: string[] = [];
  if ("contactFromRussia" in data) {
    const contact = `organisation.fromRussia.${data.contactFromRussia}` as const;
    warnings.push(`${t(`${contact}.title`)}. ${t(`${contact}.text`)}`);
  }
  if (overdue) warnings.push(t("freshness.overdue", { date: formatDate(dueOn, language) }));
  const { stale } = textIn(catalogue, entry, language).text;
  if (stale.includes(anchor === "" ? "head" : anchor)) warnings.push(t(anchor === "" ? "entry.staleHead" : "entry.stale"));
  return warnings;
}

function remarksOf(entry: Entry, { catalogue, today, language, t }: MessageContext): readonly string[] {
  const { fallback } = textIn(catalogue, entry, language);
  const { checkedByLawyer } = freshness(entry.data.review, today);
  return [...(fallback ? [t("entry.fallback")] : []), t(checkedByLawyer ? "freshness.lawyer" : "freshness.noLawyer")];
}

/** What has to be said along with a text of an entry, gravest first. @param anchor of the section; empty for title and summary */
export function noticesOf(entry: Entry, anchor: string, context: MessageContext): readonly string[] {
  return [...warningsOf(entry, anchor, context), ...remarksOf(entry, context)];
}

function factsOf(entry: Entry, { catalogue, today, language, t }: MessageContext): PlainPart | undefined {
  const { data } = entry;
  if (!("facts" in data)) return undefined;
  const { notes } = textIn(catalogue, entry, language).text;
  const facts = data.facts.filter((fact) => isValidOn(fact, today));
  if (facts.length === 0) return undefined;
  const lines = facts.map((fact) => {
    const { value, detail = "" } = wordsOfFact(fact, t, language);
    const held = `${wordsOfAsOf(fact.asOf, t, language)}${fact.value === "unknown" ? "" : `, ${t(`facts:confidence.${fact.confidence}`)}`}`;
    return `• ${t(`facts:label.${fact.fact}`)}: ${`${value} ${detail}`.trim()} (${held}). ${notes[fact.id] ?? ""}`.trim();
  });
  return { heading: t("entry.facts"), body: lines.join("\n"), sources: [...new Set(facts.flatMap(({ sources }) => sources))] };
}

function contactsOf({ data }: Entry, { language, t }: MessageContext): PlainPart | undefined {
  if (!("contacts" in data) || data.contacts.length === 0) return undefined;
  const lines = data.contacts.map(({ channel, value, how, checkedOn }) => {
    const checked = t(`organisation.how.${how}`, { date: formatDate(checkedOn, language) });
    return `• ${t(`organisation.channel.${channel}`)}: ${value} (${checked})`;
  });
  const sources = [...new Set(data.contacts.flatMap((contact) => contact.sources))];
  return { heading: t("organisation.facts"), body: lines.join("\n"), sources };
}

function partOf(entry: Entry, anchor: string, context: MessageContext): PlainPart | undefined {
  const { text } = textIn(context.catalogue, entry, context.language);
  if (anchor === "") return { heading: "", body: text.summary, sources: "sources" in entry.data ? entry.data.sources : [] };
  if (anchor === factsAnchor) return factsOf(entry, context) ?? contactsOf(entry, context);
  const section = text.sections.find((candidate) => candidate.anchor === anchor);
  return section && { heading: section.heading, body: section.plain, sources: section.sources };
}

function sourceLine({ title, publisher, published, url, seen }: Source, language: string, t: Translate): string {
  const date = published === undefined ? t("source.undated") : formatDate(published, language);
  return `${title}. ${publisher}, ${date}${seen ? "" : `; ${t("source.notSeen")}`}: ${url}`;
}

/** Address of a part of an entry for people. */
export function addressOf({ kind, id }: Entry, anchor: string, { origin, language }: MessageContext): string {
  return `${origin}/${language}/${kind}/${id}${anchor === "" ? "" : `#${anchor}`}`;
}

/**
 * One part of an entry as plain text that can be sent to somebody: what has to be said with it, what it says, its sources with their dates,
 * when it was reviewed, and its address.
 * @param anchor of a section; empty for title and summary; `factsAnchor` for the facts of a country or the contacts of an organisation
 * @returns undefined if the entry has no such part
 */
export function sectionMessage(entry: Entry, anchor: string, context: MessageContext): string | undefined {
  const part = partOf(entry, anchor, context);
  if (!part) return undefined;
  const { catalogue, today, language, t } = context;
  const { title } = textIn(catalogue, entry, language).text;
  const sources = part.sources.flatMap((id) => catalogue.sources.get(id) ?? []);
  const { reviewedOn } = freshness(entry.data.review, today);
  const asOf = "asOf" in entry.data ? [t("freshness.asOf", { asOf: wordsOfAsOf(entry.data.asOf, t, language) })] : [];
  const blocks = [
    part.heading === "" ? title : `${title} › ${part.heading}`,
    ...warningsOf(entry, anchor, context),
    part.body,
    ...(sources.length > 0
      ? [[`${t("entry.sources")}:`, ...sources.map((source) => `— ${sourceLine(source, language, t)}`)].join("\n")]
      : []),
    [...asOf, t("freshness.reviewed", { date: formatDate(reviewedOn, language) }), ...remarksOf(entry, context)].join(" "),
    addressOf(entry, anchor, context),
  ];
  return blocks.join("\n\n");
}
