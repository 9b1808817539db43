/**
 * A function from the values of variables to yes or no, as a decision diagram: it asks for the value of its first variable and goes
 * on as the branch for this value. Equal functions are one and the same object, so they are compared by `===`.
 */
export interface Diagram {
  readonly id: number;
  /** The variable it asks first, by number; beyond all variables for `always` and `never`. */
  readonly variable: number;
  readonly branches: readonly Diagram[];
  /** The variables on which it depends, as bits. */
  readonly support: bigint;
}

/** Makes decision diagrams over one list of variables. Diagrams of different makers must not be mixed. */
export interface Diagrams {
  /** How many values each variable has. */
  readonly sizes: readonly number[];
  readonly always: Diagram;
  readonly never: Diagram;
  /** The function that goes on as one of the branches, by the value of a variable. The branches ask later variables only. */
  readonly choose: (variable: number, branches: readonly Diagram[]) => Diagram;
  readonly and: (one: Diagram, other: Diagram) => Diagram;
  readonly or: (one: Diagram, other: Diagram) => Diagram;
  readonly not: (diagram: Diagram) => Diagram;
  /** What is left of a function once a variable has a value. */
  readonly given: (diagram: Diagram, variable: number, value: number) => Diagram;
  /** Where a function is true for at least one value of a variable. */
  readonly some: (diagram: Diagram, variable: number) => Diagram;
}

/** The bit of a variable in a support. */
function bitOf(variable: number): bigint {
  return (bits[variable] ??= 1n << BigInt(variable));
}

const bits: bigint[] = [];

/** Whether a function depends on a variable. */
export function dependsOn({ support }: Pick<Diagram, "support">, variable: number): boolean {
  return (support & bitOf(variable)) !== 0n;
}

/** Diagrams over as many variables as sizes are given. */
export function createDiagrams(sizes: readonly number[]): Diagrams {
  const leaf = (id: number): Diagram => ({ id, variable: sizes.length, branches: [], support: 0n });
  const [never, always] = [leaf(0), leaf(1)];
  const made = new Map<string, Diagram>();
  const known = {
    and: new Map<string, Diagram>(),
    or: new Map<string, Diagram>(),
    not: new Map<Diagram, Diagram>(),
    given: new Map<string, Diagram>(),
    some: new Map<string, Diagram>(),
  };
  const remember = <K>(results: Map<K, Diagram>, key: K, make: () => Diagram): Diagram => {
    const before = results.get(key);
    if (before) return before;
    const result = make();
    results.set(key, result);
    return result;
  };

  const choose: Diagrams["choose"] = (variable, branches) => {
    const [first] = branches;
    if (first && branches.every((branch) => branch === first)) return first;
    return remember(made, `${String(variable)}:${branches.map(({ id }) => id).join()}`, () => ({
      id: made.size + 2,
      variable,
      branches,
      support: branches.reduce((all, { support }) => all | support, bitOf(variable)),
    }));
  };
  /** Joins two functions branch by branch. */
  const join = (one: Diagram, other: Diagram, operation: (one: Diagram, other: Diagram) => Diagram): Diagram => {
    const variable = Math.min(one.variable, other.variable);
    const branchOf = (diagram: Diagram, value: number): Diagram =>
      diagram.variable === variable ? (diagram.branches[value] ?? never) : diagram;
    return choose(
      variable,
      Array.from({ length: sizes[variable] ?? 0 }, (_, value) => operation(branchOf(one, value), branchOf(other, value))),
    );
  };
  const pair = (one: Diagram, other: Diagram): string =>
    `${String(Math.min(one.id, other.id))},${String(Math.max(one.id, other.id))}`;
  const and: Diagrams["and"] = (one, other) => {
    if (one === never || other === never) return never;
    if (one === always || one === other) return other;
    if (other === always) return one;
    return remember(known.and, pair(one, other), () => join(one, other, and));
  };
  const or: Diagrams["or"] = (one, other) => {
    if (one === always || other === always) return always;
    if (one === never || one === other) return other;
    if (other === never) return one;
    return remember(known.or, pair(one, other), () => join(one, other, or));
  };
  const not: Diagrams["not"] = (diagram) => {
    if (diagram === never) return always;
    if (diagram === always) return never;
    return remember(known.not, diagram, () => choose(diagram.variable, diagram.branches.map(not)));
  };
  const given: Diagrams["given"] = (diagram, variable, value) => {
    if (!dependsOn(diagram, variable)) return diagram;
    if (diagram.variable === variable) return diagram.branches[value] ?? never;
    return remember(known.given, `${String(diagram.id)},${String(variable)},${String(value)}`, () =>
      choose(
        diagram.variable,
        diagram.branches.map((branch) => given(branch, variable, value)),
      ),
    );
  };
  const some: Diagrams["some"] = (diagram, variable) => {
    if (!dependsOn(diagram, variable)) return diagram;
    if (diagram.variable === variable) return diagram.branches.reduce(or);
    return remember(known.some, `${String(diagram.id)},${String(variable)}`, () =>
      choose(
        diagram.variable,
        diagram.branches.map((branch) => some(branch, variable)),
      ),
    );
  };
  return { sizes, always, never, choose, and, or, not, given, some };
}
