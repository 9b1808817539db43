import type { Fault } from "../fault.ts";
import type { Block } from "./blocks.ts";
import { numbersMissing, readNumbers } from "./numbers.ts";
import type { EntryProse, Prose } from "./prose.ts";

/** A piece of text in the original and in a translation. */
interface Pair {
  readonly original: { readonly file: string; readonly line: number; readonly text: string };
  readonly translated: { readonly file: string; readonly line: number; readonly text: string };
}

const monthNames = "January February March April May June July August September October November December".split(" ");

function nameOf(value: string): string {
  const month = /^month (\d+)$/.exec(value)?.[1];
  return month === undefined ? value : `the month ${monthNames[Number(month) - 1] ?? month}`;
}

function differingNumbers({ original, translated }: Pair, originalLanguage: string, language: string): Fault[] {
  const numbers = readNumbers(original.text, originalLanguage);
  const others = readNumbers(translated.text, language);
  if (!numbers || !others) return [];
  const faultAt = (here: Pair["original"], there: Pair["original"], missing: readonly string[]): Fault[] =>
    missing.length === 0
      ? []
      : [
          {
            file: here.file,
            line: here.line,
            problem: `${missing.map(nameOf).join(", ")} of ${there.file}:${String(there.line)} is missing here`,
            cure: "give both languages the same numbers, as often; look into the source which is right",
          },
        ];
  return [
    ...faultAt(translated, original, numbersMissing(numbers, others)),
    ...faultAt(original, translated, numbersMissing(others, numbers)),
  ];
}

function differingLists(original: readonly string[], translated: readonly string[]): readonly string[] {
  return [...new Set([...original, ...translated])].filter((item) => original.includes(item) !== translated.includes(item));
}

function differingReferences(original: Block, translated: Block, file: string, originalFile: string): Fault[] {
  return [
    ["source", differingLists(original.sources, translated.sources)] as const,
    ["link", differingLists(original.links, translated.links)] as const,
  ].flatMap(([what, items]) =>
    items.map((item) => ({
      file,
      line: translated.line,
      problem: `the ${what} ${item} does not stand both here and in ${originalFile}:${String(original.line)}`,
      cure: `give both languages the same ${what}s in the same place`,
    })),
  );
}

const blockNames = { paragraph: "paragraphs", item: "list items", row: "table rows", heading: "small headings" } as const;

function shapeOf(blocks: readonly Block[]): string {
  return Object.entries(blockNames)
    .map(([kind, name]) => [blocks.filter((block) => block.kind === kind).length, name] as const)
    .filter(([number]) => number > 0)
    .map(([number, name]) => `${String(number)} ${name}`)
    .join(", ");
}

function compareSection(anchor: string, original: Prose, translated: Prose, originalLanguage: string, language: string): Fault[] {
  const blocks = original.sections.get(anchor) ?? [];
  const others = translated.sections.get(anchor) ?? [];
  const file = translated.raw.file;
  if (blocks.map(({ kind }) => kind).join() !== others.map(({ kind }) => kind).join()) {
    return [
      {
        file,
        line: translated.raw.sections.find((section) => section.anchor === anchor)?.line ?? 1,
        problem: `{#${anchor}} has ${shapeOf(others)}, but ${original.raw.file} has ${shapeOf(blocks)} or another order`,
        cure: "give both languages the same paragraphs and lists, so that they can be compared",
      },
    ];
  }
  return blocks.flatMap((block, index) => {
    const other = others[index];
    if (!other) return [];
    const pair: Pair = { original: { file: original.raw.file, ...block }, translated: { file, ...other } };
    return [...differingNumbers(pair, originalLanguage, language), ...differingReferences(block, other, file, original.raw.file)];
  });
}

function compareHeads(original: Prose, translated: Prose, originalLanguage: string, language: string): Fault[] {
  return original.head.flatMap((part) => {
    const other = translated.head.find(({ path }) => path.join() === part.path.join());
    if (!other) return [];
    const place = (prose: Prose, { line, text }: typeof part): Pair["original"] => ({ file: prose.raw.file, line, text });
    return differingNumbers(
      { original: place(original, part), translated: place(translated, other) },
      originalLanguage,
      language,
    );
  });
}

/** Every language of an entry says the same: paragraph by paragraph the same numbers, dates, articles, sources and links. */
export function checkSameContent({ texts }: EntryProse): Fault[] {
  const originalText = [...texts].find(([, { raw }]) => !raw.head.translation);
  if (!originalText) return [];
  const [originalLanguage, original] = originalText;
  return [...texts]
    .filter(([language]) => language !== originalLanguage)
    .flatMap(([language, translated]) => [
      ...compareHeads(original, translated, originalLanguage, language),
      ...[...original.sections.keys()].flatMap((anchor) =>
        compareSection(anchor, original, translated, originalLanguage, language),
      ),
    ]);
}
