import { textIn, type Entry } from "../guidance/catalogue.ts";
import { freshness, isValidOn } from "../guidance/freshness.ts";
import type { ReadingKind } from "../guidance/schema/entry.ts";
import type { Review } from "../guidance/schema/primitives.ts";
import { wordsOfFact } from "../ui/fact-words.ts";
import { addressOf, noticesOf, sectionMessage, type MessageContext } from "../ui/section-message.ts";
import type { EntryAnswer, ResultAnswer, SourceAnswer } from "./schemas.ts";

/** State of a review as programs are told it. @param today YYYY-MM-DD */
export function reviewAnswer(review: Review, today: string): ResultAnswer["review"] {
  const { reviewedOn, dueOn, overdue, checkedByLawyer } = freshness(review, today);
  return { on: reviewedOn, dueOn, overdue, checkedByLawyer };
}

/** The sources with these ids. */
export function sourceAnswers(ids: readonly string[], { catalogue }: MessageContext): SourceAnswer[] {
  return ids.flatMap((id) => {
    const known = catalogue.sources.get(id);
    if (!known) return [];
    const { title, publisher, url, published, lang, kind, seen } = known;
    return [{ id, title, publisher, url, ...(published !== undefined && { published }), lang, kind, seen }];
  });
}

function factAnswers(entry: Entry, context: MessageContext): EntryAnswer["facts"] {
  const { data } = entry;
  if (!("facts" in data)) return [];
  const { t, language, today, catalogue } = context;
  const { notes } = textIn(catalogue, entry, language).text;
  return data.facts
    .filter((fact) => isValidOn(fact, today))
    .map((fact) => {
      const { value, detail } = wordsOfFact(fact, t, language);
      return {
        ...fact,
        label: t(`facts:label.${fact.fact}`),
        words: detail === undefined ? value : `${value} ${detail}`,
        note: notes[fact.id],
      };
    });
}

function sectionAnswers(entry: Entry, context: MessageContext): EntryAnswer["sections"] {
  const { text } = textIn(context.catalogue, entry, context.language);
  return text.sections.map(({ anchor, heading, plain, sources }) => ({
    anchor,
    address: addressOf(entry, anchor, context),
    heading,
    text: plain,
    sources: [...sources],
    stale: text.stale.includes(anchor),
    message: sectionMessage(entry, anchor, context) ?? "",
  }));
}

/** What only some kinds have. */
function ofItsKind({ data }: Entry): Partial<EntryAnswer> {
  return {
    ...("asOf" in data && { asOf: data.asOf }),
    ...("class" in data && { class: data.class }),
    ...("audience" in data && { audience: data.audience }),
    ...("for" in data && { audience: data.for }),
    ...("countries" in data && { countries: data.countries }),
    ...("urgency" in data && { urgency: data.urgency }),
    ...("form" in data && { form: data.form }),
    ...("need" in data && { need: data.need }),
    ...("direction" in data && { direction: data.direction }),
    ...("contactFromRussia" in data && { contactFromRussia: data.contactFromRussia }),
  };
}

/** An entry as programs are told it: what its page shows today. */
export function entryAnswer(entry: Entry<ReadingKind>, context: MessageContext): EntryAnswer {
  const { catalogue, language, today } = context;
  const { text } = textIn(catalogue, entry, language);
  const { data } = entry;
  return {
    kind: entry.kind,
    id: entry.id,
    address: addressOf(entry, "", context),
    revision: catalogue.revision,
    licence: "CC BY 4.0",
    language: text.language,
    title: text.title,
    summary: text.summary,
    review: reviewAnswer(data.review, today),
    notices: [...noticesOf(entry, "", context)],
    ...ofItsKind(entry),
    contacts: "contacts" in data ? data.contacts : [],
    facts: factAnswers(entry, context),
    sections: sectionAnswers(entry, context),
    changes: text.changes.map(({ on, plain }) => ({ on, text: plain })),
    read: "read" in data ? data.read : [],
    sources: sourceAnswers(text.citations, context),
  };
}
