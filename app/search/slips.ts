/** Letters that sound alike where they are not stressed or stand at an end, so that writers take one for the other. */
const alike: Readonly<Record<string, string>> = {
  о: "а",
  е: "и",
  э: "и",
  ы: "и",
  я: "и",
  ю: "у",
  б: "п",
  в: "ф",
  г: "к",
  д: "т",
  ж: "ш",
  щ: "ш",
  з: "с",
  ц: "с",
  ь: "",
  ъ: "",
  й: "и",
  y: "i",
  z: "s",
  c: "s",
  k: "s",
  q: "s",
  e: "a",
  o: "a",
  u: "a",
};

/** What a word sounds like, roughly: words that are only misspelt by ear have one sound. */
export function soundOf(word: string): string {
  const plain = word
    .replaceAll(/т[ьс]?ся$/g, "ца")
    .replaceAll("тс", "ц")
    .replaceAll("ph", "f")
    .replaceAll("стн", "сн");
  let sound = "";
  for (const letter of plain) {
    const one = alike[letter] ?? letter;
    if (!sound.endsWith(one) || one === "") sound += one;
  }
  return sound;
}

const usualLength = 63;
/** Rows for words of a usual length, used again for every pair: thousands of pairs are compared for one query. */
const usualRows = newRows(usualLength);

function newRows(length: number): [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(length + 1), new Uint16Array(length + 1), new Uint16Array(length + 1)];
}

/**
 * In how many letters two words differ; two neighbouring letters in the wrong order count as one.
 * @returns a number above `most` if they differ in more letters than that
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row, next] = other.length <= usualLength ? usualRows : newRows(other.length);
  for (let column = 0; column <= other.length; column += 1) row[column] = column;
  for (let line = 1; line <= one.length; line += 1) {
    const letter = one.charCodeAt(line - 1);
    // Before the first letter there is none: NaN, which equals nothing.
    const letterBefore = one.charCodeAt(line - 2);
    let least = line;
    next[0] = line;
    for (let column = 1; column <= other.length; column += 1) {
      const otherLetter = other.charCodeAt(column - 1);
      const replaced = (row[column - 1] ?? 0) + (letter === otherLetter ? 0 : 1);
      let value = Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
      const swapped = letter === other.charCodeAt(column - 2) && letterBefore === otherLetter;
      if (swapped) value = Math.min(value, (before[column - 2] ?? 0) + 1);
      next[column] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [before, row, next] = [row, next, before];
  }
  return row[other.length] ?? most + 1;
}
