import { dependsOn, type Diagram, type Diagrams } from "./decision-diagram.ts";

/**
 * What one function can still give: yes where `yes` holds, no where `no` holds; both where variables that nothing else asks decide.
 * Equal ones are one and the same object.
 */
interface Entry {
  readonly id: number;
  readonly no: Diagram;
  readonly yes: Diagram;
  readonly support: bigint;
  /** Whether it gives yes or no for sure once its variables have values. */
  readonly decided: boolean;
}

/** What all functions can still give in one case. */
type Row = readonly Entry[];

/**
 * Counts how many different results some functions give together, over all values of their variables: exact, without walking
 * through the values one by one.
 *
 * A table has a row for each case that is still open, and a column for each function; its count is the number of different
 * results of all rows together. It is taken apart until nothing is left: a column that every row has settled splits the rows by its
 * value (a result is never counted twice, since it lies on one side only); a variable that only one column asks is decided at once;
 * columns that share no variable are counted apart and multiplied; otherwise a variable is given all its values, each a row of its
 * own. Tables that look alike are counted once.
 */
export function countImage(diagrams: Diagrams, functions: readonly Diagram[]): bigint {
  const { never, always, not, given, some, sizes } = diagrams;
  const entries = new Map<string, Entry>();
  const entry = (no: Diagram, yes: Diagram): Entry => {
    const key = `${String(no.id)},${String(yes.id)}`;
    const before = entries.get(key);
    if (before) return before;
    const made = { id: entries.size, no, yes, support: no.support | yes.support, decided: not(yes) === no };
    entries.set(key, made);
    return made;
  };
  const noEntry = entry(always, never);
  const yesEntry = entry(never, always);
  const either = entry(always, always);
  const counted = new Map<string, bigint>();

  const most = Math.max(...sizes);
  const known = new Map<number, Entry>();
  const withValue = (cell: Entry, variable: number, value: number): Entry => {
    if (!dependsOn(cell, variable)) return cell;
    const key = (cell.id * sizes.length + variable) * most + value;
    const before = known.get(key);
    if (before) return before;
    const after = entry(given(cell.no, variable, value), given(cell.yes, variable, value));
    known.set(key, after);
    return after;
  };
  const withAnyValue = (cell: Entry, variable: number): Entry =>
    dependsOn(cell, variable) ? entry(some(cell.no, variable), some(cell.yes, variable)) : cell;

  function count(rows: readonly Row[]): bigint {
    if (rows.length === 0) return 0n;
    const { columns, free } = openColumns(rows);
    const factor = 2n ** BigInt(free);
    if (columns.length === 0) return factor;
    const settled = settledColumn(columns);
    if (settled !== null) return factor * countBySide(columns, settled);
    const supports = columns.map(supportOf);
    const single = askedOnce(supports);
    if (single !== 0n)
      return (
        factor *
        count(
          distinct(
            rowsOf(
              columns.map((column) => decideAtOnce(column, single)),
              rows.length,
            ),
          ),
        )
      );
    return groupsOf(columns, supports).reduce((product, group) => product * countGroup(group), factor);
  }

  /** Columns that are neither the same constant in every row nor equal to another one; and how many give either result everywhere. */
  function openColumns(rows: readonly Row[]): { readonly columns: readonly Row[]; readonly free: number } {
    const seen = new Set<string>();
    const columns: Row[] = [];
    let free = 0;
    for (const index of rows[0]?.keys() ?? []) {
      const column = columnOf(rows, index);
      const [first] = column;
      const constant = column.every((cell) => cell === first);
      if (constant && (first === noEntry || first === yesEntry)) continue;
      if (constant && first === either) {
        free += 1;
        continue;
      }
      if (column.every(({ decided }) => decided)) {
        const key = column.map(({ id }) => id).join();
        if (seen.has(key)) continue;
        seen.add(key);
      }
      columns.push(column);
    }
    return { columns, free };
  }

  /** The column that no variable changes any more and that tells most rows apart; null if there is none. */
  function settledColumn(columns: readonly Row[]): number | null {
    const sides = columns.map((column) =>
      column.every(({ support }) => support === 0n) ? column.filter((cell) => cell !== either).length : 0,
    );
    const most = Math.max(...sides);
    return most === 0 ? null : sides.indexOf(most);
  }

  function countBySide(columns: readonly Row[], settled: number): bigint {
    const rows = rowsOf(
      columns.filter((_, index) => index !== settled),
      columns[settled]?.length ?? 0,
    );
    const side = (wanted: Entry): readonly Row[] =>
      rows.filter((_, index) => {
        const cell = columns[settled]?.[index];
        return cell === wanted || cell === either;
      });
    return count(distinct(side(noEntry))) + count(distinct(side(yesEntry)));
  }

  function decideAtOnce(column: Row, single: bigint): Row {
    return variablesOf(supportOf(column) & single).reduce(
      (cells, variable) => cells.map((cell) => withAnyValue(cell, variable)),
      column,
    );
  }

  function countGroup(columns: readonly Row[]): bigint {
    const rows = [...distinct(rowsOf(columns, columns[0]?.length ?? 0))].sort(compareRows);
    const key = rows.map(keyOf).join(";");
    const before = counted.get(key);
    if (before !== undefined) return before;
    const variable = nextVariable(columns);
    const values = distinguishedValues(rows, variable);
    const after = rows.flatMap((row) =>
      row.some((cell) => dependsOn(cell, variable))
        ? values.map((value) => row.map((cell) => withValue(cell, variable, value)))
        : [row],
    );
    const result = count(distinct(after));
    counted.set(key, result);
    return result;
  }

  /** One value of each kind that the rows tell apart. */
  function distinguishedValues(rows: readonly Row[], variable: number): readonly number[] {
    const asking = [...new Set(rows.flat())].filter((cell) => dependsOn(cell, variable));
    const kinds = new Map<string, number>();
    for (let value = 0; value < (sizes[variable] ?? 0); value++) {
      const kind = keyOf(asking.map((cell) => withValue(cell, variable, value)));
      if (!kinds.has(kind)) kinds.set(kind, value);
    }
    return [...kinds.values()];
  }

  /** Without rows whose results another row gives as well. */
  function distinct(rows: readonly Row[]): readonly Row[] {
    const different = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
    if (different.length > mostCompared) return different;
    return different.filter(
      (row) => !different.some((wider) => wider !== row && wider.every((cell, index) => cell === either || cell === row[index])),
    );
  }

  return count([functions.map((yes) => entry(not(yes), yes))]);
}

/** Above so many rows it costs more to compare each with each than it saves. */
const mostCompared = 400;

function keyOf(row: Row): string {
  return row.map(({ id }) => id).join();
}

function compareRows(one: Row, other: Row): number {
  const index = one.findIndex((cell, place) => cell !== other[place]);
  return index < 0 ? 0 : (one[index]?.id ?? 0) - (other[index]?.id ?? 0);
}

/** The rows of a table of so many rows; without columns they are empty. */
function rowsOf(columns: readonly Row[], height: number): readonly Row[] {
  return Array.from({ length: height }, (_, index) => columnOf(columns, index));
}

/** The cells of all rows at one place. */
function columnOf(rows: readonly Row[], index: number): Row {
  const cells: Entry[] = [];
  for (const row of rows) {
    const cell = row[index];
    if (cell) cells.push(cell);
  }
  return cells;
}

function supportOf(cells: readonly Entry[]): bigint {
  return cells.reduce((all, { support }) => all | support, 0n);
}

function variablesOf(support: bigint): readonly number[] {
  const found: number[] = [];
  for (let rest = support, variable = 0; rest > 0n; rest >>= 1n, variable++) if ((rest & 1n) === 1n) found.push(variable);
  return found;
}

function askedOnce(supports: readonly bigint[]): bigint {
  let once = 0n;
  let again = 0n;
  for (const support of supports) {
    again |= once & support;
    once |= support;
  }
  return once & ~again;
}

/** Columns that hang together: by a variable, or because which row it is changes them. */
function groupsOf(columns: readonly Row[], supports: readonly bigint[]): readonly (readonly Row[])[] {
  interface Group {
    readonly columns: readonly Row[];
    readonly support: bigint;
    readonly byRow: boolean;
  }
  const groups = columns.reduce<readonly Group[]>((before, column, index) => {
    const support = supports[index] ?? 0n;
    const byRow = column.some((cell) => cell !== column[0]);
    const touches = (group: Group): boolean => (group.support & support) !== 0n || (group.byRow && byRow);
    const joined = before.filter(touches);
    return [
      ...before.filter((group) => !touches(group)),
      {
        columns: [...joined.flatMap((group) => group.columns), column],
        support: joined.reduce((all, group) => all | group.support, support),
        byRow: byRow || joined.some((group) => group.byRow),
      },
    ];
  }, []);
  return groups.map((group) => group.columns);
}

/** The variable whose value brings most columns near to being settled: a column counts the more, the fewer variables it asks. */
function nextVariable(columns: readonly Row[]): number {
  const weights = new Map<number, number>();
  for (const column of columns) {
    const variables = variablesOf(supportOf(column));
    for (const variable of variables) weights.set(variable, (weights.get(variable) ?? 0) + 1 / variables.length ** 2);
  }
  return [...weights].reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best), [0, 0])[0];
}
