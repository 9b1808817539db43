import { articleNumbers, articleTerm } from "./articles.ts";
import type { KnownWord } from "./known-words.ts";
import { stemsOf, type Stems } from "./stems.ts";
import { wordsOf } from "./words.ts";

/** Terms that stand for roots are marked, so that a root is never taken for a word. */
export function rootTerm(root: string): string {
  return `~${root}`;
}

export function isRootTerm(term: string): boolean {
  return term.startsWith("~");
}

export interface TermMaker {
  /** The terms under which a text is found. */
  readonly termsOf: (text: string) => string[];
  /** The terms under which a word alone may be found; for a number, as an article too. */
  readonly termsOfWord: (form: string) => readonly string[];
  /** Every word met since this was last asked, with its stem. */
  readonly newWords: () => readonly KnownWord[];
}

/** Stems of words met before are remembered, so use one for a whole index. */
export function createTermMaker(): TermMaker {
  const known = new Map<string, Stems>();
  let met: KnownWord[] = [];
  const remember = (form: string): Stems => {
    let stems = known.get(form);
    if (!stems) {
      known.set(form, (stems = stemsOf(form)));
      met.push([form, stems.stem]);
    }
    return stems;
  };
  const termsOf = (text: string): string[] => {
    const words = wordsOf(text);
    const articles = articleNumbers(words);
    return words.flatMap(({ form, start }, index) => {
      const { stem, noun, root } = remember(form);
      const terms = [stem];
      if (noun !== stem) terms.push(noun);
      if (root !== stem && root !== noun) terms.push(rootTerm(root));
      if (articles.has(index)) terms.push(articleTerm(form));
      const before = words[index - 1];
      // A compound is also found when it is written as one word: e-visa, evisa.
      if (before && start === before.end + 1 && /[-‑]/.test(text[before.end] ?? ""))
        terms.push(remember(before.form + form).stem);
      return terms;
    });
  };
  const termsOfWord = (form: string): readonly string[] => {
    if (/^\d/.test(form)) return [form, articleTerm(form)];
    const { stem, noun, root } = remember(form);
    return [stem, noun, rootTerm(root)];
  };
  const newWords = (): readonly KnownWord[] => {
    const words = met;
    met = [];
    return words;
  };
  return { termsOf, termsOfWord, newWords };
}
