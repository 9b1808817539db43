/** How a language writes numbers: patterns, without regard to capitals unless said otherwise. */
interface Writing {
  /** Sign between thousands. */
  readonly thousands: string;
  /** Words that multiply the number in digits before them. */
  readonly multipliers: readonly (readonly [pattern: string, factor: number])[];
  /** Words that stand for a number, cardinal or ordinal. */
  readonly words: readonly (readonly [pattern: string, value: number])[];
  /** January to December; capitals count. */
  readonly months: readonly string[];
}

const hardCase = "(?:ый|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)";
const softCase = "(?:ий|ьего|ьему|ьим|ьем|ья|ьей|ью|ье|ьи|ьих|ьими)";
const teenCase = `(?:ь|и|ью|еро|${hardCase})`;

/** «семью» is left out: it nearly always means a family. */
const russian: Writing = {
  thousands: "[ \\u00a0\\u202f]",
  multipliers: [
    ["тыс\\.|тысяч(?:а|и|у|е|ей|ам|ами|ах)?", 1e3],
    ["млн|миллион(?:а|ов|у|ам|ами|ах)?", 1e6],
    ["млрд|миллиард(?:а|ов|у|ам|ами|ах)?", 1e9],
  ],
  words: [
    ["полутора|полтора|полторы", 1.5],
    [`один|одного|одному|одним|одном|одна|одной|одну|одно|перв${hardCase}|однажды|одно(?:дневн|кратн|летн|разов)[а-яё]+`, 1],
    [
      `два|две|двух|двум|двумя|двое|двоих|двоим|оба|обе|обоих|обеих|обоим|обеим|втор${hardCase}|дважды|вдвое|двух[а-яё]+|двусторонн[а-яё]+`,
      2,
    ],
    [
      `три|тр[её]х|тр[её]м|тремя|трое|троих|троим|трет${softCase}|трет(?:ь|и|ями)|трижды|втрое|тр[её]х(?:дневн|месячн|летн|недельн)[а-яё]+`,
      3,
    ],
    [
      `четыре|четыр[её]х|четыр[её]м|четырьмя|четверо|четверых|четверым|четв[её]рт${hardCase}|четверт(?:ь|и)|квартал(?:а|е|у|ом|ы|ов)?`,
      4,
    ],
    [`пят(?:ь|и|ью|еро|ерых|ерым)|пят${hardCase}|пяти(?:дневн|летн)[а-яё]+`, 5],
    [`шест(?:ь|и|ью|еро|ерых|ерым)|шест${hardCase}|шести(?:месячн|дневн|летн)[а-яё]+|полгода|полугода`, 6],
    [`семь|семи|семеро|семерых|семерым|седьм${hardCase}|семи(?:дневн|летн)[а-яё]+`, 7],
    [`восемь|восьми|восемью|восьмью|восьмеро|восьмерых|восьм${hardCase}`, 8],
    [`девят(?:ь|и|ью|еро|ерых)|девят${hardCase}`, 9],
    [`десят(?:ь|и|ью|еро|ерых|ка|ку|ке|кой)|десят${hardCase}|десяти(?:дневн|летн)[а-яё]+`, 10],
    [`одиннадцат${teenCase}`, 11],
    [`двенадцат${teenCase}`, 12],
    [`тринадцат${teenCase}`, 13],
    [`четырнадцат${teenCase}`, 14],
    [`пятнадцат${teenCase}`, 15],
    [`шестнадцат${teenCase}`, 16],
    [`семнадцат${teenCase}`, 17],
    [`восемнадцат${teenCase}`, 18],
    [`девятнадцат${teenCase}`, 19],
    [`двадцат${teenCase}`, 20],
    [`тридцат${teenCase}`, 30],
    [`сорок|сорока|сороков${hardCase}`, 40],
    ["пятьдесят|пятидесяти", 50],
    ["шестьдесят|шестидесяти", 60],
    ["сто|ста", 100],
  ],
  months: ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"].map(
    (stem) => {
      if (stem === "ма") return "[Мм]а(?:й|я|ю|е|ем)|[Мм]айск(?:ий|ого|ому|ом|ая|ой|ую|ое|ие|их)";
      const first = stem.charAt(0);
      return `[${first.toUpperCase()}${first}]${stem.slice(1)}(?:ь|я|е|ю|а|у|ем|ём|ом|(?:ьск|овск|ск)(?:ий|ого|ому|ом|ая|ой|ую|ое|ие|их|им))?`;
    },
  ),
};

const english: Writing = {
  thousands: "[,\\u00a0\\u202f ]",
  multipliers: [
    ["thousand", 1e3],
    ["million", 1e6],
    ["billion", 1e9],
  ],
  words: [
    ["one and a half", 1.5],
    ["one|once|first|single", 1],
    ["two|twice|second|both|twofold", 2],
    ["three|thrice|thirds?", 3],
    ["four|fourth|quarters?", 4],
    ["five|fifth", 5],
    ["six|sixth|half a year|half[ -]year", 6],
    ["seven|seventh", 7],
    ["eight|eighth", 8],
    ["nine|ninth", 9],
    ["ten|tenth", 10],
    ["eleven|eleventh", 11],
    ["twelve|twelfth", 12],
    ["thirteen|thirteenth", 13],
    ["fourteen|fourteenth", 14],
    ["fifteen|fifteenth", 15],
    ["sixteen|sixteenth", 16],
    ["seventeen|seventeenth", 17],
    ["eighteen|eighteenth", 18],
    ["nineteen|nineteenth", 19],
    ["twenty|twentieth", 20],
    ["thirty|thirtieth", 30],
    ["forty|fortieth", 40],
    ["fifty|fifties", 50],
    ["sixty|sixties", 60],
    ["hundred", 100],
  ],
  months: [
    "January",
    "February",
    "March",
    "April",
    // “May” at the start of a sentence is a month only before a number.
    "(?<=[\\p{L}\\d,–—-]\\s?)May|May(?=\\s\\d)",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

/** A day and month as a text names them. */
export interface NamedDay {
  readonly written: string;
  readonly day: number;
  /** From 1. */
  readonly month: number;
}

interface Reader {
  readonly digits: RegExp;
  readonly separators: RegExp;
  readonly multipliers: readonly (readonly [RegExp, number])[];
  readonly words: RegExp;
  readonly valueOf: (word: string) => number;
  readonly months: readonly RegExp[];
}

const wordStart = "(?<![\\p{L}\\d])";
const wordEnd = "(?![\\p{L}])";

function readerFor({ thousands, multipliers, words, months }: Writing): Reader {
  const exact = words.map(([pattern, value]): [RegExp, number] => [new RegExp(`^(?:${pattern})$`, "iu"), value]);
  return {
    digits: new RegExp(`(?<!\\d)\\d{1,3}(?:${thousands}\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*`, "gu"),
    separators: new RegExp(`${thousands}(?=\\d{3}(?!\\d))`, "gu"),
    multipliers: multipliers.map(([pattern, factor]) => [new RegExp(`^\\s*(?:${pattern})${wordEnd}`, "iu"), factor]),
    words: new RegExp(`${wordStart}(?:${words.map(([pattern]) => pattern).join("|")})${wordEnd}`, "giu"),
    valueOf: (word) => exact.find(([pattern]) => pattern.test(word))?.[1] ?? Number.NaN,
    months: months.map((pattern) => new RegExp(`${wordStart}(?:${pattern})${wordEnd}`, "gu")),
  };
}

const readers: Readonly<Record<string, Reader>> = { ru: readerFor(russian), en: readerFor(english) };

/** Numbers of a text, each with how often it stands there. Months count as `month 1` to `month 12`. */
export interface Numbers {
  /** Written in digits, and months. */
  readonly digits: ReadonlyMap<string, number>;
  /** Written as words. */
  readonly words: ReadonlyMap<string, number>;
}

/** Days that a text names with the name of their month, such as «21 ноября» or “21 November”. */
export function readNamedDays(text: string, language: string): readonly NamedDay[] {
  return (readers[language]?.months ?? []).flatMap((pattern, index) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const day = /(?<![\d.,])\d{1,2} $/.exec(text.slice(0, match.index))?.[0];
      return day === undefined ? [] : [{ written: day + match[0], day: Number(day), month: index + 1 }];
    }),
  );
}

function count(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function readDigits(text: string, { digits, separators, multipliers }: Reader): string[] {
  return [...text.matchAll(digits)].map((match) => {
    const written = match[0].replaceAll(separators, "").replaceAll(",", ".");
    const rest = text.slice(match.index + match[0].length);
    const factor = multipliers.find(([pattern]) => pattern.test(rest))?.[1];
    return factor === undefined ? written : String(Math.round(Number(written) * factor));
  });
}

/** «тридцать пять» and “thirty-five” are one number: tens followed by a number below ten. */
function readWords(text: string, { words, valueOf }: Reader): string[] {
  const values: number[] = [];
  let end = -1;
  for (const match of text.matchAll(words)) {
    const value = valueOf(match[0]);
    const last = values.at(-1);
    const joined = last !== undefined && last >= 20 && last < 100 && value < 10 && /^[ -]$/.test(text.slice(end, match.index));
    if (joined) values[values.length - 1] = last + value;
    else values.push(value);
    end = match.index + match[0].length;
  }
  return values.map(String);
}

/** The numbers of a text. Undefined for a language whose way of writing numbers is not described here. */
export function readNumbers(text: string, language: string): Numbers | undefined {
  const reader = readers[language];
  if (!reader) return undefined;
  const months = reader.months.flatMap((pattern, index) => [...text.matchAll(pattern)].map(() => `month ${String(index + 1)}`));
  return { digits: count([...readDigits(text, reader), ...months]), words: count(readWords(text, reader)) };
}

/** Number words for one and two are also pronouns («одна из них», “both”), so they are only asked for where the other language has digits. */
const leastWordCompared = 3;

/** Numbers that the first text has more often than the second, whichever way they are written. */
export function numbersMissing(from: Numbers, inOther: Numbers): readonly string[] {
  const timesIn = ({ digits, words }: Numbers, value: string): number => (digits.get(value) ?? 0) + (words.get(value) ?? 0);
  const compared = [...from.words.keys()].filter((value) => Number(value) >= leastWordCompared);
  const short = [...from.digits.keys()].filter((value) => timesIn(inOther, value) < (from.digits.get(value) ?? 0));
  return [...new Set([...short, ...compared.filter((value) => timesIn(inOther, value) < timesIn(from, value))])];
}
