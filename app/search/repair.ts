/** Russian letters that a Latin spelling may stand for, longest spelling first; the likelier letter first. */
const spellings: readonly (readonly [string, readonly string[]])[] = [
  ["shch", ["щ"]],
  ["sch", ["щ", "сч"]],
  ["iya", ["ия"]],
  ["iyu", ["ию"]],
  ["iye", ["ие"]],
  ["zh", ["ж"]],
  ["kh", ["х"]],
  ["ts", ["ц", "тс"]],
  ["tz", ["ц"]],
  ["ch", ["ч"]],
  ["sh", ["ш", "сх"]],
  ["yu", ["ю"]],
  ["ju", ["ю"]],
  ["iu", ["ю", "иу"]],
  ["ya", ["я", "ья"]],
  ["ja", ["я"]],
  ["ia", ["ия", "я", "иа"]],
  ["yo", ["е"]],
  ["jo", ["е"]],
  ["ye", ["е", "ье", "ые"]],
  ["je", ["е"]],
  ["iy", ["ий"]],
  ["ij", ["ий"]],
  ["yy", ["ый"]],
  ["yj", ["ый"]],
  ["a", ["а"]],
  ["b", ["б"]],
  ["c", ["ц", "к", "с"]],
  ["d", ["д"]],
  ["e", ["е", "э"]],
  ["f", ["ф"]],
  ["g", ["г"]],
  ["h", ["х", "г"]],
  ["i", ["и", "й"]],
  ["j", ["й", "ж"]],
  ["k", ["к"]],
  ["l", ["л", "ль"]],
  ["m", ["м"]],
  ["n", ["н"]],
  ["o", ["о"]],
  ["p", ["п"]],
  ["q", ["к"]],
  ["r", ["р"]],
  ["s", ["с"]],
  ["t", ["т"]],
  ["u", ["у"]],
  ["v", ["в"]],
  ["w", ["в", "ш"]],
  ["x", ["х", "кс"]],
  ["y", ["ы", "й", "и"]],
  ["z", ["з"]],
  ["'", ["ь", ""]],
  ["4", ["ч"]],
  ["6", ["ш"]],
];
const mostReadings = 48;

/** Russian readings of a word in Latin letters, the likeliest first: povestka gives повестка. */
export function russianReadings(word: string): readonly string[] {
  let readings = [""];
  let rest = word;
  while (rest.length > 0) {
    const spelling = spellings.find(([latin]) => rest.startsWith(latin));
    const [latin, letters] = spelling ?? [rest.charAt(0), [rest.charAt(0)]];
    readings = letters.flatMap((letter) => readings.map((reading) => reading + letter)).slice(0, mostReadings);
    rest = rest.slice(latin.length);
  }
  return readings;
}

const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const russianKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю.";
const toRussian = new Map(latinKeys.split("").map((key, index) => [key, russianKeys.charAt(index)]));
const toLatin = new Map(russianKeys.split("").map((key, index) => [key, latinKeys.charAt(index)]));

function retype(text: string, keys: ReadonlyMap<string, string>): string {
  return text.toLowerCase().replaceAll(/./gu, (key) => keys.get(key) ?? key);
}

/** The text as if its keys had been pressed on the Russian layout: gjdtcnrf gives повестка. */
export function onRussianLayout(text: string): string {
  return retype(text, toRussian);
}

/** The text as if its keys had been pressed on the Latin layout: фынгдъ gives asylu]. */
export function onLatinLayout(text: string): string {
  return retype(text, toLatin);
}
