import type { Flow, Position } from "../../machines/flow.ts";
import type { AnswerClass } from "./answer-classes.ts";

/** The classes of answers to a question, by its name. */
export type ClassesOf = (question: string) => readonly AnswerClass[];

/** A way on from a place: a class of answers, and where it leads. */
export interface Edge extends AnswerClass {
  readonly next: Position;
}

/** Every place of a flow and every way between two of them, by the key of the place. */
export interface FlowGraph {
  readonly start: Position;
  readonly positions: ReadonlyMap<string, Position>;
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  readonly problems: readonly string[];
}

/** Walks every place of the flow once and reports questions that are never asked and answers that lead nowhere. */
export function exploreFlow(flow: Flow, classesOf: ClassesOf): FlowGraph {
  const positions = new Map<string, Position>([[flow.start.key, flow.start]]);
  const edges = new Map<string, Edge[]>();
  const problems = new Set<string>();
  for (const position of positions.values()) {
    const ways: Edge[] = [];
    edges.set(position.key, ways);
    if (position.question === null) continue;
    if (!flow.questions[position.question])
      problems.add(`the machine asks ${position.question}, which is no question of the wizard`);
    for (const answerClass of classesOf(position.question)) {
      const next = position.next(answerClass.values);
      if (!next) {
        problems.add(`the answer ${answerClass.answer.join("+")} to ${position.question} leads nowhere; give the state a way on`);
        continue;
      }
      if (!positions.has(next.key)) positions.set(next.key, next);
      ways.push({ ...answerClass, next });
    }
  }
  const asked = new Set([...positions.values()].map(({ question }) => question));
  for (const question of Object.keys(flow.questions)) {
    if (!asked.has(question)) problems.add(`the question ${question} is never asked; lead a state to it or remove it`);
  }
  const reached = new Set([...positions.values()].map(({ outcome }) => outcome));
  for (const outcome of flow.outcomes) {
    if (!reached.has(outcome)) problems.add(`the end ${outcome} can never be reached`);
  }
  return { start: flow.start, positions, edges, problems: [...problems] };
}

/** The ways on from a place; none at an end. */
export function edgesFrom({ edges }: FlowGraph, { key }: Position): readonly Edge[] {
  return edges.get(key) ?? [];
}

/** The question asked at a place, or the end that it is. */
export function placeOf({ question, outcome }: Position): string {
  return question ?? outcome ?? "";
}

/** Questions before those they lead to, otherwise in the order in which the flow lists them; ends last. Throws on a flow that runs in a circle. */
export function orderOf(flow: Flow, graph: FlowGraph): readonly string[] {
  const listed = [...Object.keys(flow.questions), ...flow.outcomes];
  const before = new Map<string, Set<string>>();
  for (const position of graph.positions.values()) {
    const here = placeOf(position);
    if (!before.has(here)) before.set(here, new Set());
    for (const { next } of edgesFrom(graph, position))
      before.set(placeOf(next), (before.get(placeOf(next)) ?? new Set()).add(here));
  }
  const order: string[] = [];
  while (order.length < before.size) {
    const following = listed.find(
      (id) => !order.includes(id) && before.has(id) && [...(before.get(id) ?? [])].every((earlier) => order.includes(earlier)),
    );
    if (following === undefined) throw new Error(`the flow of ${flow.id} runs in a circle`);
    order.push(following);
  }
  return order;
}
