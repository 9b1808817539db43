import { loadCatalogue } from "../../app/guidance/load.ts";
import { formatFault } from "../../app/guidance/fault.ts";
import type { Catalogue } from "../../app/guidance/catalogue.ts";
import type { ContentFiles } from "../../app/guidance/read.ts";
import { buildCorpus, type Corpus, type SearchContent } from "../../app/search/corpus.ts";
import { readVocabulary } from "../../app/search/read-vocabulary.ts";
import { searchRecords } from "../../app/search/records.ts";

/** A section: its heading and its text, each in Russian and English. */
type Section = readonly [anchor: string, heading: readonly [string, string], text: readonly [string, string]];

interface EntryWords {
  readonly title: readonly [string, string];
  readonly summary: readonly [string, string];
  readonly sections: readonly Section[];
}

function entryFiles(folder: string, yaml: string, { title, summary, sections }: EntryWords): [string, string][] {
  const page = (language: 0 | 1): string =>
    [
      "---",
      `title: ${title[language]}`,
      `summary: ${summary[language]}`,
      ...(language === 1 ? ["translation:", "  of: ru", "  head: '000000000000'", "  sections: {}"] : []),
      "---",
      ...sections.flatMap(([anchor, heading, text]) => [`## ${heading[language]} {#${anchor}}`, "", text[language], ""]),
    ].join("\n");
  return [
    [`${folder}/entry.yaml`, yaml],
    [`${folder}/ru.md`, page(0)],
    [`${folder}/en.md`, page(1)],
  ];
}

const review = "review: { on: 2026-11-20, by: none, every: 60 }";
const unknown = ["На 21 ноября 2026 года сведений нет.", "Not known as of 21 November 2026."] as const;

/** A country page whose fixed sections say little, except for those given. */
function country(
  id: string,
  title: readonly [string, string],
  own: Readonly<Record<string, readonly [string, string]>>,
): [string, string][] {
  const heads: readonly (readonly [string, string, string])[] = [
    ["at-a-glance", "Главное", "At a glance"],
    ["entry", "Въезд", "Entry"],
    ["stay", "Пребывание", "Stay"],
    ["asylum", "Убежище", "Asylum"],
    ["military-claims", "Дела военных", "Military claims"],
    ["return-risk", "Возвращение и выдача", "Return and extradition"],
    ["rights", "Права", "Rights"],
    ["family", "Семья", "Family"],
    ["documents", "Документы", "Documents"],
    ["help", "Кто поможет", "Who can help"],
    ["changes", "Что изменилось", "What changed"],
  ];
  return entryFiles(`countries/${id}`, `class: transit\n${review}\nfacts: []\n`, {
    title,
    summary: [`Кратко о том, что в стране (${title[0]}).`, `In short about ${title[1]}.`],
    sections: heads.map(([anchor, russian, english]) => {
      const text =
        own[anchor] ?? (anchor === "changes" ? (["- 2026-02-24: Изменений нет.", "- 2026-02-24: No change."] as const) : unknown);
      return [anchor, [russian, english], text];
    }),
  });
}

function topic(id: string, words: EntryWords, audience = "refuser, volunteer"): [string, string][] {
  return entryFiles(`topics/${id}`, `audience: [${audience}]\norder: 10\n${review}\n`, words);
}

/** A small content folder, written so that each behaviour of the search has a section to find and others to leave alone. */
export const fixtureFiles: ContentFiles = new Map([
  ["languages.yaml", "- { code: ru, name: Русский, complete: true }\n- { code: en, name: English, complete: true }\n"],
  ...country("kz", ["Казахстан", "Kazakhstan"], {
    entry: ["Въехать можно по внутреннему паспорту, без визы.", "You can enter with an internal passport, without a visa."],
    asylum: [
      "Ходатайство о статусе беженца подают за пять календарных дней. Свидетельство выдают в день регистрации.",
      "A claim for refugee status is lodged within five calendar days. A certificate is issued on the day of registration.",
    ],
    "return-risk": [
      "Полиция передала дезертира российским военным. О выдаче решает прокуратура. Розыск виден полиции.",
      "The police handed a deserter over to Russian soldiers. The prosecutor decides on extradition. The police see who is wanted.",
    ],
  }),
  ...country("fr", ["Франция", "France"], {
    entry: ["Нужны загранпаспорт и виза.", "A foreign passport and a visa are needed."],
    asylum: [
      "Сначала идут в SPADA, затем в OFPRA. Отказ обжалуют в CNDA за месяц.",
      "First SPADA, then OFPRA. A refusal is appealed to CNDA within a month.",
    ],
    "return-risk": ["Случаев выдачи мы не нашли.", "We found no case of extradition."],
  }),
  ...topic("criminal-law", {
    title: ["Уголовные статьи", "Criminal articles"],
    summary: ["Чем грозит уход с войны.", "What leaving the army is punished with."],
    sections: [
      [
        "article-337",
        ["Статья 337: самовольное оставление части", "Article 337: absence without leave"],
        ["СОЧ — уйти на время. До 10 лет.", "AWOL is to leave for a time. Up to 10 years."],
      ],
      [
        "article-338",
        ["Статья 338: дезертирство", "Article 338: desertion"],
        [
          "Уйти, чтобы не служить совсем. До 15 лет, при мобилизации.",
          "To leave so as not to serve at all. Up to 15 years, in mobilisation.",
        ],
      ],
      [
        "article-352-1",
        ["Статья 352.1: сдача в плен", "Article 352.1: surrender"],
        ["Добровольная сдача: от трёх до десяти лет.", "Voluntary surrender: three to ten years."],
      ],
    ],
  }),
  ...topic(
    "hospital",
    {
      title: ["Ранение и лечение", "Injury and treatment"],
      summary: ["Что положено раненым.", "What the wounded are due."],
      sections: [
        [
          "wanted",
          ["В госпитале, а числится в розыске", "In hospital and listed as wanted"],
          [
            "Муж лежит в госпитале, а часть объявила его в розыск: соберите выписки и жалуйтесь прокурору. Ёлка у входа.",
            "A husband lies in hospital and his unit has declared him wanted: collect the discharge papers and complain to the prosecutor.",
          ],
        ],
        [
          "board",
          ["Военно-врачебная комиссия", "Military medical board"],
          [
            "ВВК решает о годности. Справку дают на руки. Повестку пришлют из военкомата. Призыв идёт осенью.",
            "The board decides on fitness. A certificate is handed out. The summons comes from the enlistment office. Conscription is in autumn.",
          ],
        ],
        [
          "prizes",
          ["Награды", "Awards"],
          ["Приз за отвагу вручают воину на плацу.", "A prize for courage is handed over on the parade ground."],
        ],
      ],
    },
    "family, volunteer",
  ),
  ...entryFiles(
    "organisations/bureau",
    `wizards: [asylum]\nwhen: { country: [kz] }\norder: 10\nasOf: 2026-02-12\n${review}\ncountries: [kz]\nfor: [refuser, family]\nlanguages: [ru]\ncontacts: []\ncontactFromRussia: not-known\n`,
    {
      title: ["Бюро помощи", "Help bureau"],
      summary: ["Бесплатный адвокат.", "A free lawyer."],
      sections: [
        [
          "about",
          ["Об организации", "About"],
          ["Адвокаты помогают тем, кто просит убежища.", "Lawyers help people who seek asylum."],
        ],
      ],
    },
  ),
  ...entryFiles("steps/copy-papers", `wizards: [asylum]\nwhen: {}\norder: 10\nasOf: 2026-02-12\n${review}\nurgency: soon\n`, {
    title: ["Снимите копии бумаг", "Copy your papers"],
    summary: ["Без копий трудно доказать.", "Without copies proof is hard."],
    sections: [
      [
        "how",
        ["Как это сделать", "How"],
        ["Сфотографируйте военный билет с двух сторон.", "Photograph both sides of the military ID."],
      ],
    ],
  }),
  [
    "search/ignored.yaml",
    "ru: а в что делать если его их за о при где как по из ли\nen: what to if the in and how a of for my is they him do\n",
  ],
  [
    "search/synonyms.yaml",
    [
      "- words: { ru: [СОЧ, самовольное оставление части], en: [AWOL, absence without leave] }",
      "- words: { ru: [дезертирство, дезертир], en: [desertion, deserter] }",
      "- words: { ru: [ВВК, военно-врачебная комиссия], en: [medical board] }",
      "- words: { ru: [выдача, экстрадиция], en: [extradition] }",
    ].join("\n"),
  ],
  ["search/jargon.yaml", "- words: { ru: [пятисотый] }\n  finds: { ru: [дезертир, СОЧ], en: [deserter] }\n"],
  [
    "search/sections/countries.yaml",
    '- sections: ["countries/*#entry"]\n  words: { ru: [пустят ли на границе], en: [will they let me in] }\n',
  ],
  ["search/asked/topics/ru.md", "## topics/hospital#prizes\n- кому дадут медальку\n"],
]);

/** The catalogue of some content files. Throws with the faults if there are any. */
export function catalogueOf(files: ContentFiles): Catalogue {
  const { catalogue, faults } = loadCatalogue(files, "2026-11-21");
  if (!catalogue) throw new Error(faults.map(formatFault).join("\n"));
  return catalogue;
}

/** What an index of some content files is built from. Throws with the faults if there are any. */
export function contentOf(files: ContentFiles): SearchContent {
  const catalogue = catalogueOf(files);
  const records = searchRecords(catalogue);
  const keys = records.map(({ key }) => key);
  const { vocabulary, faults } = readVocabulary(files, keys);
  if (!vocabulary) throw new Error(faults.map(formatFault).join("\n"));
  return { revision: catalogue.revision, records, vocabulary };
}

/** Content files made ready for an engine. Throws with the faults if there are any. */
export function corpusOf(files: ContentFiles, before?: Corpus): Promise<Corpus> {
  return buildCorpus(contentOf(files), before);
}
