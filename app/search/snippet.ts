import type { SnippetPart } from "./engine.ts";
import type { TermMaker } from "./terms.ts";
import { wordsOf, type Word } from "./words.ts";

const snippetLength = 240;
const longestLead = 90;

interface MarkedWord extends Word {
  /** Which word of the query stands here. */
  readonly match: number;
}

/** Where sentences and lines begin. */
function sentenceStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/[.!?…]\s+(?=[\p{Lu}«"\d])|\n(?:• )?/gu)].map((match) => match.index + match[0].length)];
}

/** The beginning of the stretch that shows most of the query's words, at a sentence where possible. */
function bestStart(text: string, words: readonly Word[], matches: readonly MarkedWord[]): number {
  const starts = sentenceStarts(text);
  let best = { start: 0, value: 0 };
  for (const { start: position } of matches) {
    const sentence = starts.findLast((start) => start <= position) ?? 0;
    const isNear = position - sentence <= longestLead;
    const start = isNear ? sentence : (words.find((word) => word.start >= position - longestLead / 2)?.start ?? position);
    const shown = matches.filter((word) => word.start >= start && word.end <= start + snippetLength);
    const value = new Set(shown.map(({ match }) => match)).size + shown.length / 1000;
    if (value > best.value) best = { start, value };
  }
  return best.start;
}

function flatten(text: string): string {
  return text.replaceAll(/\s*\n(?:• )?\s*/g, " ").replace(/^• /, "");
}

/** Tells which word of a query a word of a text stands for; undefined for none. */
export type MatchFinder = (form: string) => number | undefined;

/**
 * Finds the matches in the texts of one answer: their words recur, so each is looked up once.
 * @param terms index terms that count as matches, each with the number of the query's word it stands for
 * @param termsOfWord gives the terms under which a word is found
 */
export function createMatchFinder(terms: ReadonlyMap<string, number>, termsOfWord: TermMaker["termsOfWord"]): MatchFinder {
  const known = new Map<string, number | undefined>();
  return (form) => {
    const before = known.get(form);
    if (before !== undefined || known.has(form)) return before;
    const matching = termsOfWord(form).find((term) => terms.has(term));
    const match = matching === undefined ? undefined : terms.get(matching);
    known.set(form, match);
    return match;
  };
}

/** The stretch of a text that shows best why it was found, its matching words marked. */
export function makeSnippet(text: string, matchOf: MatchFinder): readonly SnippetPart[] {
  const words = wordsOf(text);
  const matches: MarkedWord[] = [];
  for (const word of words) {
    const match = matchOf(word.form);
    if (match !== undefined) matches.push({ ...word, match });
  }
  const start = bestStart(text, words, matches);
  const whole = text.length - start <= snippetLength;
  const end = whole ? text.length : (words.findLast((word) => word.end <= start + snippetLength)?.end ?? start + snippetLength);
  const parts: SnippetPart[] = [];
  let position = start;
  if (start > 0) parts.push({ text: "… ", marked: false });
  for (const word of matches) {
    if (word.start < start || word.end > end) continue;
    if (word.start > position) parts.push({ text: flatten(text.slice(position, word.start)), marked: false });
    parts.push({ text: text.slice(word.start, word.end), marked: true });
    position = word.end;
  }
  const rest = flatten(text.slice(position, end)) + (whole ? "" : " …");
  if (rest) parts.push({ text: rest, marked: false });
  return parts;
}
