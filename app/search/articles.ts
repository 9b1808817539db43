import type { Word } from "./words.ts";

const articleWord = /^(?:ст|ст\.|стать(?:я|и|е|ю|ей|ям|ями|ях)|статей|art|arts|article|articles|section|sections)$/;
const codeWord = /^(?:ук|упк|коап|гк|кодекса|criminal|penal)$/;
/** What the codes are called in Latin letters, if "rf" follows: UK alone is a country. */
const latinCode = /^(?:uk|upk|koap|gk)$/;
const connector = /^(?:и|или|до|and|or|to)$/;
const number = /^\d+(?:\.\d+)*[a-z]?$/;
const ending = /^(?:й|я|ю|ей|ой|е|и|th|st|nd|rd)$/;

function isLatinCode(words: readonly Word[], index: number): boolean {
  return latinCode.test(words[index]?.form ?? "") && words[index + 1]?.form === "rf";
}

/**
 * Which words of a text are numbers of articles of a law, as in «ст. 337 и 338», «338 УК», «по 338-й», "Article 1F".
 * Without this, 9 in "Article 9" would be found wherever a 9 stands.
 */
export function articleNumbers(words: readonly Word[]): ReadonlySet<number> {
  const found = new Set<number>();
  let inList = false;
  for (const [index, { form, end }] of words.entries()) {
    if (number.test(form)) {
      const next = words[index + 1];
      const hyphened = next?.start === end + 1 && ending.test(next.form);
      const after = hyphened ? words[index + 2] : next;
      const named =
        after !== undefined &&
        (articleWord.test(after.form) || codeWord.test(after.form) || isLatinCode(words, hyphened ? index + 2 : index + 1));
      const bare = hyphened && /^\d{3}/.test(form) && !/^(?:19|20)\d\d$/.test(form);
      if (inList || named || bare) found.add(index);
    } else if (articleWord.test(form)) inList = true;
    else if (!connector.test(form)) inList = false;
  }
  return found;
}

/** Whether the word at a place only says that a number is that of an article; such words say nothing by themselves. */
export function namesArticle(words: readonly Word[], index: number): boolean {
  const form = words[index]?.form ?? "";
  const isCode = codeWord.test(form) || isLatinCode(words, index) || /^(?:рф|rf)$/.test(form);
  return isCode || articleWord.test(form) || ending.test(form);
}

/** The term under which an article's number is found. */
export function articleTerm(form: string): string {
  return `art${form}`;
}

export function isArticleTerm(term: string): boolean {
  return /^art\d/.test(term);
}
