import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemRussian } from "@orama/stemmers/russian";

/** Forms under which a word is found. */
export interface Stems {
  readonly stem: string;
  /** A second stem where the stemmer may have taken a noun for a verb (орган, Казахстан); else the same. */
  readonly noun: string;
  /** What is left without the suffixes that make a noun of a verb: дезертировать and дезертирство share дезерт; else the same as the stem. */
  readonly root: string;
}

/** Nouns in -ыв, -ив and -ит, whose ending the stemmer takes for that of a participle or a verb: призыв would become приз. */
const protectedNoun =
  /^(призыв|отзыв|взрыв|разрыв|перерыв|срыв|архив|мотив|актив|норматив|коллектив|наплыв|кредит|транзит|визит|лимит)(?:а|у|ом|е|ы|и|ов|ам|ами|ах)?$/;
/** Names that have no endings; without its last letters Токио would be ток. */
const withoutEndings = /^токио$/;
const day = /^д(?:ень|н(?:я|ей|и|ям|ями|ях|ю|ем|е))$/;

const russianDerivation =
  /(?:изирова|ирован|ирова|изова|изац|ован|ова|ева|ыва|ива|яцион|ацион|ацион|ион|ств|тельн|ник|щик|ени|ани|ен|ан|ант|ент|ост|ск|ир|из|иц|ац|яц|н|а|и|я|ь)$/;
const shortestRoot = 5;

const englishDerivation = /(?:or|er|ion|ment|ant|ist)$/;

/** A stem without the suffixes that make one word of another, as far as enough of it is left. */
export function rootOf(stem: string): string {
  const derivation = /^[а-я]+$/.test(stem) ? russianDerivation : englishDerivation;
  let root = stem;
  for (let round = 0; round < 2; round += 1) {
    const shorter = root.replace(derivation, "");
    if (shorter.length < shortestRoot) break;
    root = shorter;
  }
  return root;
}

function russianStems(form: string): Stems {
  if (withoutEndings.test(form)) return { stem: form, noun: form, root: form };
  if (day.test(form)) return { stem: "дн", noun: "дн", root: "дн" };
  const [, kept] = protectedNoun.exec(form) ?? [];
  const stem = (kept ?? stemRussian(form))
    .replace(/(?<=.[бвгджзйклмнпрстфхцчшщ])[ое]к$/, "к")
    .replace(/(?<=[бвгджзйклмнпрстфхцчшщ])ец$/, "ц")
    .replace(/(?<=[аеиоу])ец$/, "йц");
  const noun = /[ая](?:[нл][аоуыие]?|нов|лов)$/.test(form) ? form.replace(/(?:ов|[аоуыие])$/, "") : stem;
  return { stem, noun: noun.length > 4 ? noun : stem, root: rootOf(stem) };
}

function englishStems(form: string): Stems {
  // The stemmer takes one letter too many from -tion and -sion: desertion would be parted from deserter.
  const [, kept] = /^(.{3,}[st])ions?$/.exec(form) ?? [];
  const stem = kept !== undefined && !kept.endsWith("at") ? kept : stemEnglish(form);
  return { stem, noun: stem, root: rootOf(stem) };
}

/** Stems of a folded word: Cyrillic words as Russian ones, Latin words as English ones, numbers as they are. */
export function stemsOf(form: string): Stems {
  if (/^[а-я]+$/.test(form)) return russianStems(form);
  if (/^[a-z]{3,}$/.test(form)) return englishStems(form);
  return { stem: form, noun: form, root: form };
}
