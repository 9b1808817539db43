/** One word of a text: where it stands, and its form without case, accents and ё. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/** Takes out what is not seen (control and format characters, lone surrogates) and composes letters. Line breaks stay. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFD]|(?!\n)\p{Cc}/gu, "");
}

/** Most words of a text: letters of which folding makes nothing else. */
const alreadyFolded = /^[a-z0-9а-я.]+$/;

/** Lower case, ё as е, no accents; й stays, since it is a letter of its own. */
function foldWord(word: string): string {
  if (alreadyFolded.test(word)) return word;
  const lower = word.toLowerCase();
  if (alreadyFolded.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replaceAll(/(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/g, "")
    .normalize("NFC");
}

/** The words of a cleaned text. A number keeps the dots inside it (352.1); a hyphen parts words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const pattern = /[\p{L}\p{M}\p{N}]+(?:(?<=\p{N})\.(?=\p{N})[\p{L}\p{M}\p{N}]+)*/gu;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [word] = match;
    words.push({ start: match.index, end: match.index + word.length, form: foldWord(word) });
  }
  return words;
}
