import { cleanText, wordsOf } from "./words.ts";

const shortestWord = 4;
/** From how alike two words count as near: half of their groups of three letters are the same. */
const leastLikeness = 0.4;

function groupsOf(word: string): ReadonlySet<string> {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((group) => other.has(group)).length;
  return (2 * shared) / (one.size + other.size);
}

function longWords(text: string): readonly ReadonlySet<string>[] {
  return wordsOf(cleanText(text))
    .filter(({ form }) => form.length >= shortestWord)
    .map(({ form }) => groupsOf(form));
}

/** The things whose titles look most like a text in which nothing could be found, the likest first. None if no title looks like it. */
export function nearestTitles<Titled extends { readonly title: string }>(
  text: string,
  things: readonly Titled[],
  most: number,
): readonly Titled[] {
  const asked = longWords(text.slice(0, 200));
  return things
    .map((thing) => {
      const words = longWords(thing.title);
      return { thing, near: Math.max(0, ...asked.flatMap((word) => words.map((other) => likeness(word, other)))) };
    })
    .filter(({ near }) => near >= leastLikeness)
    .sort((a, b) => b.near - a.near)
    .slice(0, most)
    .map(({ thing }) => thing);
}
