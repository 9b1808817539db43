import { givenNames } from "./given-names.ts";

/** A name in a text that may be a private person's. */
export interface SuspectedName {
  readonly name: string;
  /** Why it is suspected, for the message. */
  readonly reason: string;
}

/** Words that are no one's name, in a form in which they can be asked. */
export interface KnownWords {
  /** Whether the word, written small, is a common word of the content. */
  readonly isCommon: (word: string) => boolean;
  /** Whether the word is a form of a name that may stand in the content. */
  readonly isAllowed: (word: string) => boolean;
}

/** Endings that a Russian name or noun takes in its cases. */
const caseEndings = "а|я|у|ю|е|и|ы|ой|ей|ом|ем|ём|ым|им";

const patronymic =
  /^\p{Lu}\p{Ll}+(?:(?:[ое]вич|ьич)(?:а|у|ем|е)?|(?:[ое]вн|иничн|ьичн)(?:а|ы|е|у|ой)|(?:ov|ev)(?:ich|na)|yevich|yevna|evitch|ovitch)$/u;
const surname =
  /^\p{Lu}\p{Ll}{2,}(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой|ых)?|енко|чук|дзе|швили|ov|iev|yev|kin|sky|skiy|skaya|ova|eva|ina|enko|chuk|dze|shvili)$/u;
const givenName = new RegExp(
  `^(?:${givenNames
    .map((name) => {
      if (!/\p{Script=Cyrillic}/u.test(name)) return name;
      return /[ьйая]$/.test(name) ? `${name.slice(0, -1)}(?:ь|й|${caseEndings})` : `${name}(?:${caseEndings})?`;
    })
    .join("|")})$`,
  "u",
);
/** Words after which a name says who did or suffered something. */
const person = new RegExp(
  "^(?:(?:дезертир|контрактник|мобилизованн|срочник|призывник|уклонист|активист|активистк|заявител|осужд[её]нн|солдат|рядов|ефрейтор|сержант|лейтенант|капитан|майор|подполковник|полковник|адвокат|юрист|судь|журналист|журналистк|правозащитник|правозащитниц|сын|доч|брат|сестр|муж|жен|господин|госпож)" +
    `(?:ь|ого|ому|ый|${caseEndings})?|г-н|г-жа|` +
    "deserter|soldier|conscript|evader|activist|applicant|corporal|sergeant|lieutenant|captain|major|colonel|lawyer|attorney|journalist|son|daughter|brother|sister|husband|wife|Mr|Mrs|Ms|Dr)$",
  "iu",
);

const givenMark = "a given name";
const patronymicMark = "a patronymic";
const marks: readonly (readonly [RegExp, string])[] = [
  [patronymic, patronymicMark],
  [givenName, givenMark],
  [surname, "the form of a surname"],
];

/** The same question about words, each asked only once: in texts the same words come again and again. */
export function rememberByWord<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  const answers = new Map<string, Answer>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const found = answer(word);
    answers.set(word, found);
    return found;
  };
}

/** What marks a word by itself as part of a person's name; empty if nothing does. */
const markOf = rememberByWord((word) => marks.find(([pattern]) => pattern.test(word))?.[1] ?? "");

/**
 * Names in a text that look like those of persons: by their form (given name, patronymic, surname), by initials, by standing after
 * a word such as «дезертир», or by being two capitalised Russian words in a row inside a sentence.
 */
export function suspectNames(text: string, { isCommon, isAllowed }: KnownWords): readonly SuspectedName[] {
  const words = [...text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)].map((match) => ({ word: match[0], start: match.index }));
  const isCapitalised = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);
  return words.flatMap(({ word, start }, index) => {
    if (!isCapitalised(word) || isAllowed(word)) return [];
    const previous = words[index - 1];
    const gap = previous ? text.slice(previous.start + previous.word.length, start) : "";
    const next = words[index + 1];
    const isFollowed = next && text.slice(start + word.length, next.start) === " " && isCapitalised(next.word);
    const name = isFollowed ? `${word} ${next.word}` : word;
    const mark = markOf(word);
    if (mark === givenMark) return isFollowed && isAllowed(next.word) ? [] : [{ name, reason: mark }];
    // Already named with the given name before it.
    if (previous && gap === " " && markOf(previous.word) === givenMark && !isAllowed(previous.word)) return [];
    if (mark === patronymicMark) return [{ name, reason: mark }];
    if (isCommon(word)) return [];
    if (previous && /^\p{Lu}$/u.test(previous.word) && /^\.\s?$/.test(gap))
      return [{ name: `${previous.word}. ${word}`, reason: "initials with a surname" }];
    if (previous && /^\.? $/.test(gap) && person.test(previous.word))
      return [{ name, reason: `a name after “${previous.word}”` }];
    if (mark !== "") return [{ name: word, reason: mark }];
    const isInsideSentence = previous && gap === " " && /[\p{Ll}\d,»)] $/u.test(text.slice(0, previous.start));
    const isPair =
      isInsideSentence &&
      /^[А-ЯЁ]/.test(word) &&
      /^[А-ЯЁ][а-яё]/.test(previous.word) &&
      !isCommon(previous.word) &&
      !isAllowed(previous.word);
    return isPair ? [{ name: `${previous.word} ${word}`, reason: "two capitalised words in a row" }] : [];
  });
}
