import { findEntry, textIn } from "../guidance/catalogue.ts";
import type { SearchHit, SearchQuery, SearchAnswer as Found } from "../search/engine.ts";
import { countFreshness } from "../search/facets.ts";
import { addressOf, noticesOf, sectionMessage, type MessageContext } from "../ui/section-message.ts";
import { reviewAnswer, sourceAnswers } from "./entry-answer.ts";
import { longestQuery, type ResultAnswer, type SearchAnswer, type SearchRequest } from "./schemas.ts";

/** A request as the search takes it. @param today YYYY-MM-DD */
export function searchQuery(request: SearchRequest, today: string): SearchQuery {
  const { q, lang, country, kind, audience, freshness, exact, limit, offset } = request;
  const filters = { country, kind, audience, due: freshness && { state: freshness, on: today } };
  return { text: q.slice(0, longestQuery), language: lang, filters, limit, offset, asTyped: exact === "1" };
}

/** Undefined if the entry is no longer there: a new revision may come between search and answer. */
function resultAnswer({ record, snippet }: SearchHit, context: MessageContext): ResultAnswer | undefined {
  const { kind, entry: id, anchor, title, heading, text, countries, audience } = record;
  const entry = findEntry(context.catalogue, kind, id);
  if (!entry) return undefined;
  const section = textIn(context.catalogue, entry, context.language).text.sections.find((other) => other.anchor === anchor);
  const cited = section?.sources ?? (anchor === "" && "sources" in entry.data ? entry.data.sources : []);
  return {
    kind,
    id,
    anchor,
    address: addressOf(entry, anchor, context),
    title,
    heading,
    text,
    snippet: snippet.map((part) => ({ ...part })),
    countries: [...countries],
    audience: [...audience],
    review: reviewAnswer(entry.data.review, context.today),
    notices: [...noticesOf(entry, anchor, context)],
    sources: sourceAnswers(cited, context),
    message: sectionMessage(entry, anchor, context) ?? "",
  };
}

/** What was found, as programs are told it. */
export function searchAnswer({ hits, total, facets, repaired }: Found, offset: number, context: MessageContext): SearchAnswer {
  return {
    revision: context.catalogue.revision,
    language: context.language,
    total,
    offset,
    ...(repaired !== undefined && { repaired }),
    results: hits.flatMap((hit) => resultAnswer(hit, context) ?? []),
    counts: {
      country: { ...facets.country },
      kind: { ...facets.kind },
      audience: { ...facets.audience },
      freshness: { ...countFreshness(facets, context.today) },
    },
  };
}
