import type { Flow, Position } from "../../machines/flow.ts";
import { isAllowed, valuesOfAnswer, type ValueContext } from "../../machines/values.ts";
import type { Bag } from "./bag.ts";

/** A question on the path with the answer that was given. */
export interface Answered {
  readonly question: string;
  readonly answer: readonly string[];
  /** What rules see of the answer. */
  readonly values: readonly string[];
}

/** Where a bag of answers leads. */
export interface Replay {
  /** Answered questions from the first to the last, in the order of the flow. */
  readonly path: readonly Answered[];
  /** The question to be asked now; null when all are answered. */
  readonly current: string | null;
  /** When all are answered: `plan`, or the id of the wizard that goes on. */
  readonly outcome: string | null;
  /** Questions on the path whose answer is no longer allowed and is asked for again. */
  readonly refused: readonly string[];
  /** Answers off the path: kept for a change of mind, never used in a plan. */
  readonly parked: Bag;
}

/**
 * Replays a bag of answers from the first question, until an answer is missing or not allowed.
 * Back, changing an answer, resuming and deep links are all this one operation.
 */
export function replay(flow: Flow, bag: Bag, context: ValueContext): Replay {
  const path: Answered[] = [];
  const refused: string[] = [];
  let position: Position = flow.start;
  while (position.question !== null) {
    const { question } = position;
    const answer = bag[question];
    const definition = flow.questions[question];
    if (!answer || !definition) break;
    const values = isAllowed(definition, answer, context) ? valuesOfAnswer(definition, answer, context) : null;
    const next = values && position.next(values);
    if (!values || !next) {
      refused.push(question);
      break;
    }
    path.push({ question, answer, values });
    position = next;
  }
  const onPath = new Set([...path.map(({ question }) => question), ...refused]);
  const parked = Object.fromEntries(
    Object.entries(bag).filter(([question]) => !onPath.has(question) && Object.hasOwn(flow.questions, question)),
  );
  return { path, current: position.question, outcome: position.outcome, refused, parked };
}
