import type { Flow, Position } from "../../machines/flow.ts";
import { unknownAnswer } from "../../machines/question.ts";
import type { ValueContext } from "../../machines/values.ts";
import { answerClasses, type AnswerClass } from "./answer-classes.ts";
import { edgesFrom, exploreFlow, orderOf, placeOf, type FlowGraph } from "./flow-graph.ts";

/** What must have been answered to one question for a way to be taken: one of these answers, or, with `notAsked`, nothing. */
export interface ChartCondition {
  readonly question: string;
  readonly answers: readonly AnswerClass[];
  readonly notAsked: boolean;
}

/** A way from one question to the next, or to an end. */
export interface ChartWay {
  readonly to: string;
  /**
   * When it is taken: by whoever answers, in each of these cases (all conditions of a case together), or in every case that
   * no other way of the question names.
   */
  readonly when: "always" | "otherwise" | readonly (readonly ChartCondition[])[];
}

export interface ChartNode {
  /** Name of the question, or of the end. */
  readonly id: string;
  readonly kind: "question" | "pause" | "plan" | "wizard";
  /** The ways on, those first that lead to what stands higher. None at an end. */
  readonly ways: readonly ChartWay[];
}

/** A flow with each question once, from top to bottom: every way leads downwards. */
export type FlowChart = readonly ChartNode[];

/** Answers to a question after which the flow goes on in the same way, wherever it stands. */
type Group = readonly AnswerClass[];

/** What is left of a flow when answers that it does not tell apart are one. */
interface Reduced {
  readonly graph: FlowGraph;
  readonly groups: ReadonlyMap<string, readonly Group[]>;
  /** Where each group of answers leads from a place. */
  readonly next: (position: Position, group: number) => Position | undefined;
}

/** Draws together what is known of a flow question by question. Throws on a flow that runs in a circle. */
export function chartOf(flow: Flow, context: ValueContext): FlowChart {
  const reduced = reduce(flow, context);
  const { graph } = reduced;
  const order = orderOf(flow, graph);
  return order.map((id) => ({ id, kind: kindOf(flow, id), ways: waysFrom(id, reduced, order) }));
}

function kindOf({ questions }: Flow, id: string): ChartNode["kind"] {
  const question = questions[id];
  if (question) return question.kind === "pause" ? "pause" : "question";
  return id === "plan" ? "plan" : "wizard";
}

/**
 * Walks the flow without regard to advice. Of several ticked answers one stands for all: that no combination leads elsewhere
 * than its answers do, a test proves.
 */
function reduce(flow: Flow, context: ValueContext): Reduced {
  const noRules = { advice: [], deadlines: {}, countryClasses: context.countryClasses };
  const classes = new Map(
    Object.entries(flow.questions).map(([name, question]) => [
      name,
      answerClasses(question, noRules, context).filter(({ answer }) => answer.length === 1),
    ]),
  );
  const graph = exploreFlow(flow, (question) => classes.get(question) ?? []);
  const placesOf = (name: string): Position[] => [...graph.positions.values()].filter(({ question }) => question === name);
  const nextBy = (position: Position, { answer }: AnswerClass): Position | undefined =>
    edgesFrom(graph, position).find((edge) => edge.answer[0] === answer[0])?.next;
  const groups = new Map<string, readonly Group[]>();
  for (const [name, all] of classes) {
    const places = placesOf(name);
    const found = new Map<string, AnswerClass[]>();
    for (const answerClass of all) {
      const signature = places.map((place) => nextBy(place, answerClass)?.key).join(" ");
      found.set(signature, [...(found.get(signature) ?? []), answerClass]);
    }
    groups.set(name, [...found.values()]);
  }
  const ways = new Map(
    [...graph.positions.values()].map((position) => [
      position.key,
      (groups.get(placeOf(position)) ?? []).map(([first]) => first && nextBy(position, first)),
    ]),
  );
  return { graph, groups, next: ({ key }, group) => ways.get(key)?.[group] };
}

/** What happened at a question after certain earlier answers: the group of each answer (-1: not asked), the group of its own, where it led. */
interface Observation {
  readonly answered: readonly number[];
  readonly to: string;
}

/** The ways from a question, in the order of where they lead, with the fewest earlier answers that explain which one is taken. */
function waysFrom(id: string, reduced: Reduced, order: readonly string[]): readonly ChartWay[] {
  const targetsOf = (observations: readonly Observation[]): readonly string[] =>
    order.filter((target) => observations.some(({ to }) => to === target));
  const plain = observe(id, [], reduced);
  const targets = targetsOf(plain);
  if (targets.length < 2) return targets.map((to) => ({ to, when: "always" }));
  const earlier = order.slice(0, order.indexOf(id)).filter((question) => (reduced.groups.get(question)?.length ?? 0) > 1);
  for (const deciding of subsetsBySize(earlier)) {
    const observations = observe(id, deciding, reduced);
    if (isDecided(observations)) return describe([...deciding, id], observations, targets, reduced);
  }
  throw new Error(`no earlier answers explain where ${id} leads`);
}

/** Every way through the flow up to a question and one step on, as far as the answers to some earlier questions tell them apart. */
function observe(id: string, deciding: readonly string[], { graph, groups, next }: Reduced): readonly Observation[] {
  const found = new Map<string, Observation>();
  const start = { position: graph.start, answered: deciding.map(() => -1) };
  const seen = new Set<string>();
  const waiting = [start];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const { position, answered } = at;
    const { question } = position;
    const state = `${position.key} ${answered.join()}`;
    if (question === null || seen.has(state)) continue;
    seen.add(state);
    for (const group of (groups.get(question) ?? []).keys()) {
      const after = next(position, group);
      if (!after) continue;
      if (question === id) {
        const observation = { answered: [...answered, group], to: placeOf(after) };
        found.set(`${observation.answered.join()} ${observation.to}`, observation);
      } else {
        const place = deciding.indexOf(question);
        waiting.push({ position: after, answered: place < 0 ? answered : answered.with(place, group) });
      }
    }
  }
  return [...found.values()];
}

function isDecided(observations: readonly Observation[]): boolean {
  return new Set(observations.map(({ answered }) => answered.join())).size === observations.length;
}

/** All selections of some items, the smallest first, each in the order of the items. */
function* subsetsBySize(items: readonly string[]): Generator<readonly string[]> {
  const select = function* (size: number, from: number): Generator<readonly string[]> {
    if (size === 0) yield [];
    else
      for (let at = from; at < items.length; at++) for (const rest of select(size - 1, at + 1)) yield [items[at] ?? "", ...rest];
  };
  for (let size = 0; size <= items.length; size++) yield* select(size, 0);
}

/** A set of observations in the form of a product: for each question the groups of answers that belong to it. */
type Box = readonly ReadonlySet<number>[];

function holds(box: Box, { answered }: Observation): boolean {
  return box.every((groups, place) => groups.has(answered[place] ?? -1));
}

function describe(
  questions: readonly string[],
  observations: readonly Observation[],
  targets: readonly string[],
  { groups }: Reduced,
): readonly ChartWay[] {
  const present = questions.map((_, place) => new Set(observations.map(({ answered }) => answered[place] ?? -1)));
  const boxes = new Map(targets.map((target) => [target, coverWithBoxes(target, observations, present)]));
  const rest = usualTarget(questions, observations, targets, groups);
  return targets.map((to) => {
    if (to === rest) return { to, when: "otherwise" };
    const cases = (boxes.get(to) ?? []).map((box) =>
      questions.flatMap((question, place): ChartCondition[] => {
        const wanted = box[place];
        if (!wanted || wanted.size === present[place]?.size) return [];
        const all = groups.get(question) ?? [];
        return [{ question, answers: all.filter((_, group) => wanted.has(group)).flat(), notAsked: wanted.has(-1) }];
      }),
    );
    return { to, when: cases };
  });
}

/** The target that most often is taken by whoever does not know, and among equals the one that needs most words: it is said by "otherwise". */
function usualTarget(
  questions: readonly string[],
  observations: readonly Observation[],
  targets: readonly string[],
  groups: Reduced["groups"],
): string | undefined {
  const own = groups.get(questions.at(-1) ?? "") ?? [];
  const undecided = own.findIndex((group) => group.some(({ values }) => values.includes(unknownAnswer)));
  const count = (target: string, only: boolean): number =>
    observations.filter(({ to, answered }) => to === target && (!only || answered.at(-1) === undecided)).length;
  return targets.toSorted((a, b) => count(b, true) - count(a, true) || count(b, false) - count(a, false))[0];
}

/** Boxes that together hold every observation that led to a target and none that led elsewhere; earlier answers are left out where they do not matter. */
function coverWithBoxes(target: string, observations: readonly Observation[], present: Box): readonly Box[] {
  const others = observations.filter(({ to }) => to !== target);
  const boxes: Box[] = [];
  for (const observation of observations) {
    if (observation.to !== target || boxes.some((box) => holds(box, observation))) continue;
    let box: Box = observation.answered.map((group) => new Set([group]));
    for (const [place, groups] of present.entries()) {
      for (const group of groups) {
        const wider = box.with(place, new Set([...(box[place] ?? []), group]));
        if (!others.some((other) => holds(wider, other))) box = wider;
      }
    }
    boxes.push(box);
  }
  return boxes;
}
