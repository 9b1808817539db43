import type { SearchContent } from "../app/search/corpus.ts";
import type { SearchRecord } from "../app/search/records.ts";
import { keyOfAllEntries, type SectionWords } from "../app/search/vocabulary.ts";

/** Numbers from 0 to 1 that look random and are the same in every run. */
function createChance(): () => number {
  let state = 20_261_122;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/**
 * The same words and searches as the real sections have, for the sections that were made from them.
 * @param madeFrom keys of the sections made, by language and key of the original
 */
function wordsOfOriginals(
  list: readonly SectionWords[],
  madeFrom: ReadonlyMap<string, readonly string[]>,
): readonly SectionWords[] {
  return list.flatMap(({ sections, words }) =>
    Object.entries(words).flatMap(([language, phrases]) => {
      const made = sections.flatMap((key) => madeFrom.get(`${language} ${key}`) ?? []);
      return made.length > 0 ? [{ sections: made, words: { [language]: phrases } }] : [];
    }),
  );
}

/**
 * Sections made of shuffled sentences of the real ones, so that words and their forms occur as often as in real texts. What editors have
 * added to a section is added to those that are made from it.
 * @param size sections in each language
 */
export function syntheticContent(real: SearchContent, size: number): SearchContent {
  const chance = createChance();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const madeFrom = new Map<string, string[]>();
  const records = [...new Set(real.records.map(({ language }) => language))].flatMap((language) => {
    const originals = real.records.filter((record) => record.language === language);
    const sentences = originals.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/));
    return Array.from({ length: size }, (_, index): SearchRecord[] => {
      const original = pick(originals);
      if (!original) return [];
      const text = Array.from({ length: 6 }, () => pick(sentences) ?? "").join(" ");
      const entry = `synthetic-${String(Math.floor(index / 10))}`;
      const anchor = `s${String(index)}`;
      const key = `${original.kind}/${entry}#${anchor}`;
      for (const name of [original.key, keyOfAllEntries(original.key)]) {
        const made = madeFrom.get(`${language} ${name}`);
        if (made) made.push(key);
        else madeFrom.set(`${language} ${name}`, [key]);
      }
      return [{ ...original, entry, anchor, key, text }];
    }).flat();
  });
  const vocabulary = {
    ...real.vocabulary,
    sectionWords: wordsOfOriginals(real.vocabulary.sectionWords, madeFrom),
    searches: wordsOfOriginals(real.vocabulary.searches, madeFrom),
  };
  return { records, vocabulary, revision: `synthetic-${String(size)}` };
}

/** The content after an editor has published one page, and the sections that this has changed. */
export function publishOnePage(content: SearchContent): {
  readonly content: SearchContent;
  readonly changed: readonly SearchRecord[];
} {
  const [first] = content.records;
  const changed: SearchRecord[] = [];
  const records = content.records.map((record) => {
    if (record.entry !== first?.entry || record.language !== first.language) return record;
    const edited = { ...record, text: `${record.text} ${record.heading}` };
    changed.push(edited);
    return edited;
  });
  return { content: { ...content, records, revision: `${content.revision}-changed` }, changed };
}
