import type { FlowChart, ChartNode } from "./flow-chart.ts";

/** Lengths are in units of the drawing; one is about one pixel on a phone. */
export const lineHeight = 18;
const boxWidth = 248;
const padding = 9;
const gap = 26;
/** Room for the label of a way between a box and the first lane. */
const labelRoom = 38;
const lane = 13;
const slot = 17;
/** Most letters in a line of a box: of a wide font, so that no text leaves its box. */
const lettersInLine = 25;

/** A box of the drawing. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: ChartNode["kind"];
  /** The question's number in the drawing; null at an end. */
  readonly number: number | null;
  readonly lines: readonly string[];
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The arrow from a box to the one below it. */
export interface DrawnArrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The line that leaves a box at its side and passes others, with an arrow to each box further below to which a way leads. */
export interface DrawnTrunk {
  readonly from: string;
  readonly x: number;
  readonly top: number;
  readonly branches: readonly { readonly to: string; readonly label: string; readonly y: number }[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Where boxes end and lines at the side begin. */
  readonly side: number;
  readonly nodes: readonly DrawnNode[];
  readonly arrows: readonly DrawnArrow[];
  readonly trunks: readonly DrawnTrunk[];
}

/** Breaks a text into lines that fit a box. */
function breakLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= lettersInLine) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The number of each question, as the boxes and the table below the drawing show it. */
export function numbersOf(chart: FlowChart): ReadonlyMap<string, number> {
  return new Map(chart.filter(({ ways }) => ways.length > 0).map(({ id }, index) => [id, index + 1]));
}

/** The name of a way, «4b»: the number of its question and, since the question has several, a letter. Empty if it has only one. */
export function labelOfWay(chart: FlowChart, from: string, to: string, letters: string): string {
  const ways = chart.find(({ id }) => id === from)?.ways ?? [];
  if (ways.length < 2) return "";
  const letter = letters[ways.findIndex((way) => way.to === to)] ?? "";
  return `${String(numbersOf(chart).get(from) ?? "")}${letter}`;
}

/** The rows that a trunk passes, from the row it leaves to the last it leads to. */
interface Span {
  readonly from: number;
  readonly rows: readonly number[];
  readonly last: number;
}

/** Gives each trunk a lane, short ones the inner lanes; two that pass the same row have different lanes. */
function assignLanes(spans: readonly Span[]): ReadonlyMap<Span, number> {
  const lanes = new Map<Span, number>();
  for (const span of spans.toSorted((a, b) => a.last - a.from - (b.last - b.from))) {
    const taken = new Set(
      [...lanes].filter(([other]) => other.from < span.last && span.from < other.last).map(([, number]) => number),
    );
    let free = 0;
    while (taken.has(free)) free++;
    lanes.set(span, free);
  }
  return lanes;
}

/**
 * Places a chart: one box below the other, arrows between neighbours, all other ways as lines at the right side.
 * @param words what stands in each box
 * @param letters the letters of the language, for the labels of ways
 */
export function drawingOf(chart: FlowChart, words: (id: string) => string, letters: string): Drawing {
  const rowOf = new Map(chart.map(({ id }, row) => [id, row]));
  const numbers = numbersOf(chart);
  const spans = chart.flatMap(({ ways }, from): Span[] => {
    const rows = ways.flatMap(({ to }) => rowOf.get(to) ?? []).filter((row) => row > from + 1);
    return rows.length === 0 ? [] : [{ from, rows, last: Math.max(...rows) }];
  });
  const lanes = assignLanes(spans);
  const byLane = spans.toSorted((a, b) => (lanes.get(a) ?? 0) - (lanes.get(b) ?? 0));
  // At the side of a box arrive, from the top, the lines of the inner lanes first, so that they cross nothing; below them its own leaves.
  const arriving = chart.map((_, row) => byLane.filter(({ rows }) => rows.includes(row)));
  const leaving = chart.map((_, row) => spans.find(({ from }) => from === row));

  const nodes: DrawnNode[] = [];
  let top = 2;
  for (const [row, { id, kind }] of chart.entries()) {
    const lines = breakLines(words(id));
    const slots = (arriving[row]?.length ?? 0) + (leaving[row] ? 1 : 0);
    const height = Math.max(lines.length * lineHeight, slots * slot) + 2 * padding;
    nodes.push({ id, kind, number: numbers.get(id) ?? null, lines, top, width: boxWidth, height });
    top += height + gap;
  }
  const slotY = (row: number, place: number): number => (nodes[row]?.top ?? 0) + padding + (place + 0.7) * slot;
  const label = (from: number, to: number): string => labelOfWay(chart, chart[from]?.id ?? "", chart[to]?.id ?? "", letters);
  const laneX = (span: Span): number => boxWidth + labelRoom + (lanes.get(span) ?? 0) * lane;

  const arrows = chart.flatMap(({ id, ways }, row): DrawnArrow[] => {
    const [here, below] = [nodes[row], nodes[row + 1]];
    if (!here || !below || !ways.some(({ to }) => to === below.id)) return [];
    return [{ from: id, to: below.id, label: label(row, row + 1), x: 28, top: here.top + here.height, bottom: below.top }];
  });
  const trunks = spans.map((span): DrawnTrunk => ({
    from: chart[span.from]?.id ?? "",
    x: laneX(span),
    top: slotY(span.from, arriving[span.from]?.length ?? 0),
    branches: span.rows.map((row) => ({
      to: chart[row]?.id ?? "",
      label: label(span.from, row),
      y: slotY(row, arriving[row]?.indexOf(span) ?? 0),
    })),
  }));
  const width = boxWidth + (spans.length === 0 ? 0 : labelRoom + Math.max(...lanes.values()) * lane) + 4;
  return { width, height: top - gap + 2, side: boxWidth, nodes, arrows, trunks };
}
