import { describe, expect, it } from "vitest";
import { flows } from "../../machines/index.ts";
import type { Position } from "../../machines/flow.ts";
import { possibleValues } from "../../machines/values.ts";
import { countryClasses } from "../../app/guidance/catalogue.ts";
import { readContentFolder } from "../../app/guidance/folder.ts";
import { loadCatalogue } from "../../app/guidance/load.ts";
import { adviceKinds } from "../../app/guidance/schema/entry.ts";
import { answerClasses, type AnswerClass } from "../../app/wizard/answer-classes.ts";
import { answersInWords } from "../../app/wizard/condition-words.ts";
import { drawingOf, numbersOf } from "../../app/wizard/drawing-layout.ts";
import { chartOf, type ChartCondition, type ChartWay } from "../../app/wizard/flow-chart.ts";
import { edgesFrom, exploreFlow, placeOf } from "../../app/wizard/flow-graph.ts";
import { OutcomePage } from "../../app/wizard/outcome-table.tsx";
import { outcomesOf } from "../../app/wizard/outcomes.ts";
import { rulesOf } from "../../app/wizard/rules.ts";
import { findWizard, type WizardView } from "../../app/wizard/view.ts";
import { WizardMap } from "../../app/wizard/wizard-map.tsx";
import { today } from "../ui/content.ts";
import { render, translations } from "../ui/render.tsx";

const { catalogue, faults } = loadCatalogue(await readContentFolder("content"), today);
if (!catalogue) throw new Error(JSON.stringify(faults));
const context = { countryClasses: countryClasses(catalogue), today };
const languages = catalogue.languages.map(({ code }) => code);

function viewOf(number: number, language: string): WizardView {
  const view = catalogue && findWizard(catalogue, String(number), language, today);
  if (!view) throw new Error(`there is no wizard ${String(number)}`);
  return view;
}

const wizards = [...catalogue.entries.wizards.values()].map(({ data }) => data);
const owned = wizards.filter(({ person }) => person === "self");

type Path = readonly (readonly [string, AnswerClass])[];

function fulfils(path: Path, { question, answers, notAsked }: ChartCondition): boolean {
  const given = path.find(([asked]) => asked === question)?.[1];
  if (!given) return notAsked;
  const isCountry = question === "country";
  return answers.some(({ answer, values }) =>
    isCountry ? values[0] === given.values[0] : given.answer.includes(answer[0] ?? ""),
  );
}

/** The ways that the chart says are taken after these answers, the last of which was to the question itself. */
function waysTaken(ways: readonly ChartWay[], path: Path): readonly string[] {
  const named = ways.filter(
    ({ when }) => when === "always" || (when !== "otherwise" && when.some((all) => all.every((one) => fulfils(path, one)))),
  );
  return (named.length > 0 ? named : ways.filter(({ when }) => when === "otherwise")).map(({ to }) => to);
}

describe.each(Object.values(flows))("the drawing of $id", (flow) => {
  const rules = rulesOf(catalogue, flow, today);
  const graph = exploreFlow(flow, (name) => {
    const question = flow.questions[name];
    return question ? answerClasses(question, rules, context) : [];
  });
  const chart = chartOf(flow, context);
  const drawing = drawingOf(chart, (id) => id, "abcdefghijklmnopqrstuvwxyz");

  it("has every question and every end once, and numbers the questions from the top", () => {
    expect(chart.map(({ id }) => id).toSorted()).toEqual([...Object.keys(flow.questions), ...flow.outcomes].toSorted());
    expect(drawing.nodes.map(({ id }) => id)).toEqual(chart.map(({ id }) => id));
    expect([...numbersOf(chart).keys()].toSorted()).toEqual(Object.keys(flow.questions).toSorted());
    expect(drawing.nodes.flatMap(({ number }) => number ?? [])).toEqual([...numbersOf(chart).values()]);
  });

  it("says of every edge of the explored graph which way it is, and of no other", () => {
    const paths = new Map<string, Path>([[flow.start.key, []]]);
    const waiting: Position[] = [flow.start];
    const used = new Set<string>();
    for (let position = waiting.shift(); position; position = waiting.shift()) {
      const here = placeOf(position);
      const ways = chart.find(({ id }) => id === here)?.ways ?? [];
      for (const edge of edgesFrom(graph, position)) {
        const path: Path = [...(paths.get(position.key) ?? []), [here, edge] as const];
        const to = placeOf(edge.next);
        if (waysTaken(ways, path).join() !== to)
          expect.fail(`${path.map(([asked, { answer }]) => `${asked}=${answer.join("+")}`).join(", ")} leads to ${to}`);
        used.add(`${here} ${to}`);
        if (paths.has(edge.next.key)) continue;
        paths.set(edge.next.key, path);
        waiting.push(edge.next);
      }
    }
    expect(chart.flatMap(({ id, ways }) => ways.map(({ to }) => `${id} ${to}`)).toSorted()).toEqual([...used].toSorted());
  });

  it("draws every way once, downwards, with a label of its own wherever ways part", () => {
    const drawn = [
      ...drawing.arrows.map(({ from, to, label }) => ({ from, to, label })),
      ...drawing.trunks.flatMap(({ from, branches }) => branches.map(({ to, label }) => ({ from, to, label }))),
    ];
    expect(drawn.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual(
      chart.flatMap(({ id, ways }) => ways.map(({ to }) => `${id} ${to}`)).toSorted(),
    );
    const row = new Map(chart.map(({ id }, index) => [id, index]));
    expect(drawn.filter(({ from, to }) => (row.get(from) ?? 0) >= (row.get(to) ?? 0))).toEqual([]);
    const labels = drawn.flatMap(({ label }) => (label === "" ? [] : [label]));
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toHaveLength(chart.reduce((sum, { ways }) => sum + (ways.length > 1 ? ways.length : 0), 0));
  });

  it("lets no two lines at the side run over each other, and no box touch another", () => {
    const spans = drawing.trunks.map(({ x, top, branches }) => ({ x, top, bottom: Math.max(...branches.map(({ y }) => y)) }));
    for (const [index, one] of spans.entries()) {
      const over = spans.slice(index + 1).filter((two) => two.x === one.x && two.top < one.bottom && one.top < two.bottom);
      expect(over).toEqual([]);
    }
    for (const [index, { top }] of drawing.nodes.slice(1).entries()) {
      const above = drawing.nodes[index];
      expect((above?.top ?? 0) + (above?.height ?? 0)).toBeLessThan(top);
    }
    expect(drawing.width).toBeLessThanOrEqual(360);
  });
});

describe.each(languages)("maps in %s", (language) => {
  const t = translations.for(language);

  it.each(owned)("show of $flow every piece of advice in exactly one row", ({ number }) => {
    const view = viewOf(number, language);
    const rows = adviceKinds.flatMap((kind) => outcomesOf(view, t, kind));
    const names = (all: readonly { kind: string; id: string }[]): string[] =>
      all.map(({ kind, id }) => `${kind}/${id}`).toSorted();
    expect(names(rows)).toEqual(names(view.rules.advice));
    for (const kind of adviceKinds) {
      const html = render(<OutcomePage view={view} kind={kind} />, language);
      const links = [...html.matchAll(/role="rowheader"><a href="\/\w+\/([^"]+)"/g)].map(([, path]) => path);
      expect(links.toSorted()).toEqual(names(rows.filter((row) => row.kind === kind)));
    }
  });

  it.each(owned)("show every question of $flow in the drawing and in the table", ({ number }) => {
    const view = viewOf(number, language);
    const html = render(<WizardMap view={view} />, language);
    for (const question of Object.keys(view.flow.questions)) {
      expect(html).toContain(`data-node="${question}"`);
      expect(html).toContain(`. ${view.text.questions[question]?.question ?? "?"}</th>`);
    }
  });

  it.each(wizards)("have words for every answer of wizard $number, no two the same", ({ number }) => {
    const view = viewOf(number, language);
    for (const [name, question] of Object.entries(view.flow.questions)) {
      if (question.kind === "pause") continue;
      const values = possibleValues(question, Object.keys(view.rules.countryClasses));
      const words = values.map((value) => answersInWords(view, t, name, [value]));
      expect(words.filter((text) => values.includes(text) || text.includes("<") || text.includes("&"))).toEqual([]);
      // Russia is a class of its own beside the place of that name.
      const distinct = question.kind === "country" ? values.length - 1 : values.length;
      expect(new Set(words).size, `${name}: ${words.join(" | ")}`).toBeGreaterThanOrEqual(distinct);
    }
  });
});
