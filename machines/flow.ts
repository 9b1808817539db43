import { initialTransition, transition, type AnyStateMachine } from "xstate";
import type { AnswerEvent, Questions } from "./question.ts";

/** A wizard as the rest of the software sees it: its questions and where it stands after some answers. */
export interface Flow {
  readonly id: string;
  readonly questions: Questions;
  readonly start: Position;
  /** Where it can end: `plan`, or ids of wizards that go on with the answers. */
  readonly outcomes: readonly string[];
}

/** A place in a flow. Immutable: answering gives a new position. */
export interface Position {
  /** The question asked here; null at the end of the flow. */
  readonly question: string | null;
  /** At the end: `plan`, or the id of the wizard that goes on with the answers given so far. Null before it. */
  readonly outcome: string | null;
  /** Equal for positions from which the flow goes on in the same way. */
  readonly key: string;
  /** Where these values lead. Null if the machine has no way on for them. */
  next(values: readonly string[]): Position | null;
}

/** Wraps an XState machine whose states are named after their questions and whose final states are outcomes: `plan`, or a wizard. */
export function flowOf(id: string, machine: AnyStateMachine, questions: Questions): Flow {
  type Snapshot = ReturnType<typeof machine.getInitialSnapshot>;
  const at = (snapshot: Snapshot): Position => {
    const state = String(snapshot.value);
    const done = snapshot.status === "done";
    const question = done ? null : state;
    return {
      question,
      outcome: done ? state : null,
      key: JSON.stringify([state, snapshot.context]),
      next(values) {
        if (question === null) return null;
        const event: AnswerEvent = { type: question, values };
        const [after] = transition(machine, snapshot, event);
        return String(after.value) === state ? null : at(after);
      },
    };
  };
  const [first] = initialTransition(machine);
  const outcomes = Object.entries(machine.states).flatMap(([name, { type }]) => (type === "final" ? [name] : []));
  return { id, questions, start: at(first), outcomes };
}

/** Whether a flow's questions include all that a condition names; otherwise the condition does not speak to it. */
export function asksAll(questions: Questions, condition: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(condition).every((name) => Object.hasOwn(questions, name));
}
