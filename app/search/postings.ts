/** Terms of a record by field. */
export interface SearchDocument {
  /** What the section itself is called. */
  readonly name: readonly string[];
  /** What the whole page is called, if the section has a name of its own, and of which few countries it is. */
  readonly context: readonly string[];
  /** What editors have added to the section. */
  readonly keywords: readonly string[];
  /** What readers type who seek the section. */
  readonly searches: readonly string[];
  readonly text: readonly string[];
}

/** Fields of a document in the order of their bits in an entry. */
const fields = ["name", "context", "keywords", "searches", "text"] as const satisfies readonly (keyof SearchDocument)[];

/** The bit of the field that holds what a section itself is called. */
export const nameBit = 1;
/** The bits of the fields that say what a section is called, without its text. */
const namingBits = 0b00111;
const contextBit = 2;

// The numbers below were found by trying others on one half of the judged queries (tests/search/queries.yaml, `isKeptAside`).

/** How much one occurrence in a field counts. */
const boosts = { name: 4, context: 1.6, keywords: 3.6, searches: 0.8, text: 1 } as const satisfies Record<
  (typeof fields)[number],
  number
>;
/** A field of this many terms counts as it is, a longer one less, a shorter one more: fixed, so that a record's entries depend on it alone. */
const usualLengths = { name: 8, context: 8, keywords: 30, searches: 150, text: 150 } as const satisfies Record<
  (typeof fields)[number],
  number
>;
/** How far the length of a field counts: 0 not at all, 1 in full. */
const lengthShares = { name: 0.2, context: 0.2, keywords: 0.2, searches: 0.2, text: 0.4 } as const satisfies Record<
  (typeof fields)[number],
  number
>;
/** From how many counted occurrences a further one adds little. */
const saturation = 1.3;

const impactSteps = 255;
const slotShift = 13;
const fieldShift = 8;
const fieldMask = 0b11111;

/** How many records an index can hold. */
export const mostSlots = 2 ** (32 - slotShift);

/**
 * Where a term stands: one number for each record that holds it, in the order of their slots. A number holds the record's slot (19 bits), the
 * fields that hold the term (5 bits) and how much the record is about the term (8 bits). Never changed once made.
 */
export type Entries = Uint32Array;

/** Where a term stands that no record holds. */
export const noEntries: Entries = new Uint32Array(0);

/** The entries of every term of an index, and the terms by which sections are called. Never changed once made: a new revision has its own. */
export interface Postings {
  readonly entries: ReadonlyMap<string, Entries>;
  readonly naming: ReadonlySet<string>;
}

export function slotOf(entry: number): number {
  return entry >>> slotShift;
}

/** Bits of the fields in which the entry's record holds its term. */
export function fieldsOf(entry: number): number {
  return (entry >>> fieldShift) & fieldMask;
}

/** Whether bits of fields say that a term stands nowhere but in what the whole page is called. */
export function onlyContext(bits: number): boolean {
  return bits === contextBit;
}

/** How much a record is about a term, 0 to 1. */
export function impactOf(entry: number): number {
  return (entry & impactSteps) / impactSteps;
}

/** The entries of the records that are in both lists, each with the lesser impact and the fields that hold both terms. */
export function inBoth(some: Entries, others: Entries): Entries {
  const both = new Uint32Array(Math.min(some.length, others.length));
  let count = 0;
  let position = 0;
  for (const entry of some) {
    const slot = slotOf(entry);
    while (position < others.length && slotOf(others[position] ?? 0) < slot) position += 1;
    const other = others[position] ?? 0;
    if (position === others.length || slotOf(other) !== slot) continue;
    const bits = entry & other & (fieldMask << fieldShift);
    both[count] = ((slot << slotShift) | bits | Math.min(entry & impactSteps, other & impactSteps)) >>> 0;
    count += 1;
  }
  return both.subarray(0, count);
}

/** The entry of each term of a record: BM25F with fixed lengths, saturated. */
function entriesOf(slot: number, document: SearchDocument): Map<string, number> {
  const found = new Map<string, { count: number; bits: number }>();
  for (const [position, field] of fields.entries()) {
    const terms = document[field];
    const norm = 1 - lengthShares[field] + (lengthShares[field] * terms.length) / usualLengths[field];
    const worth = boosts[field] / norm;
    for (const term of terms) {
      const known = found.get(term);
      if (known) {
        known.count += worth;
        known.bits |= 1 << position;
      } else found.set(term, { count: worth, bits: 1 << position });
    }
  }
  const entries = new Map<string, number>();
  for (const [term, { count, bits }] of found) {
    const impact = Math.max(1, Math.round((impactSteps * count) / (count + saturation)));
    entries.set(term, ((slot << slotShift) | (bits << fieldShift) | impact) >>> 0);
  }
  return entries;
}

function isNaming(entries: Iterable<number>): boolean {
  for (const entry of entries) if ((fieldsOf(entry) & namingBits) !== 0) return true;
  return false;
}

/** The entries of two lists in the order of their slots. */
function merge(one: Entries, other: Entries): Entries {
  const all = new Uint32Array(one.length + other.length);
  let position = 0;
  for (let next = 0; next < all.length; next += 1) {
    const fromOther = next - position;
    const mine = one[position];
    const theirs = other[fromOther];
    const takesMine = theirs === undefined || (mine !== undefined && mine < theirs);
    all[next] = (takesMine ? mine : theirs) ?? 0;
    if (takesMine) position += 1;
  }
  return all;
}

/** What changes between two revisions of an index: documents that go and documents that come, by slot. */
export interface Change {
  readonly removed: ReadonlyMap<number, SearchDocument>;
  readonly added: ReadonlyMap<number, SearchDocument>;
}

/**
 * The postings after a change. Only the entries of terms that the changed documents hold are made anew; all others are shared with the
 * postings given, which stay as they are for whoever still reads them.
 */
export function changePostings(before: Postings, { removed, added }: Change): Postings {
  const fresh = new Map<string, number[]>();
  for (const document of removed.values())
    for (const field of fields) for (const term of document[field]) if (!fresh.has(term)) fresh.set(term, []);
  for (const [slot, document] of added) {
    for (const [term, entry] of entriesOf(slot, document)) {
      const known = fresh.get(term);
      if (known) known.push(entry);
      else fresh.set(term, [entry]);
    }
  }
  const entries = new Map(before.entries);
  const naming = new Set(before.naming);
  for (const [term, news] of fresh) {
    const kept = before.entries.get(term)?.filter((entry) => !removed.has(slotOf(entry))) ?? noEntries;
    const all = merge(kept, Uint32Array.from(news).sort());
    if (all.length > 0) entries.set(term, all);
    else entries.delete(term);
    if (isNaming(all)) naming.add(term);
    else naming.delete(term);
  }
  return { entries, naming };
}

export interface PostingsBuilder {
  /** Slots have to grow from call to call. */
  readonly add: (slot: number, document: SearchDocument) => void;
  readonly finish: () => Postings;
}

/** Builds postings from nothing, document by document, so that the terms of all records never stand in memory together. */
export function createPostingsBuilder(): PostingsBuilder {
  const lists = new Map<string, { entries: Uint32Array; length: number }>();
  return {
    add: (slot, document) => {
      for (const [term, entry] of entriesOf(slot, document)) {
        let list = lists.get(term);
        if (!list) lists.set(term, (list = { entries: new Uint32Array(2), length: 0 }));
        if (list.length === list.entries.length) {
          const wider = new Uint32Array(list.length * 2);
          wider.set(list.entries);
          list.entries = wider;
        }
        list.entries[list.length] = entry;
        list.length += 1;
      }
    },
    finish: () => {
      // All entries stand in one block of memory: a view of it is much smaller than a block of its own for every term.
      let total = 0;
      for (const { length } of lists.values()) total += length;
      const block = new Uint32Array(total);
      const entries = new Map<string, Entries>();
      const naming = new Set<string>();
      let position = 0;
      for (const [term, list] of lists) {
        const own = block.subarray(position, position + list.length);
        own.set(list.entries.subarray(0, list.length));
        position += list.length;
        entries.set(term, own);
        if (isNaming(own)) naming.add(term);
      }
      return { entries, naming };
    },
  };
}
