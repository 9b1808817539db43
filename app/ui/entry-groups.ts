import type { Entry } from "../guidance/catalogue.ts";

/** The headings under which the entries of a list stand, in their order: those that must be seen first come first. */
const groups = {
  class: ["transit", "eu", "other-refuge", "origin"],
  urgency: ["now", "soon", "know"],
  need: ["required", "useful"],
  direction: ["supports", "weakens"],
} as const;

/** A group by the key of its heading among the interface strings. */
export type EntryGroup = { readonly [K in keyof typeof groups]: `${K}.${(typeof groups)[K][number]}` }[keyof typeof groups];

const order: readonly EntryGroup[] = [
  ...groups.class.map((name) => `class.${name}` as const),
  ...groups.urgency.map((name) => `urgency.${name}` as const),
  ...groups.need.map((name) => `need.${name}` as const),
  ...groups.direction.map((name) => `direction.${name}` as const),
];

/** The group of an entry in the list of its kind; undefined for kinds that have none. */
export function groupOfEntry({ data }: Entry): EntryGroup | undefined {
  if ("class" in data) return `class.${data.class}`;
  if ("urgency" in data) return `urgency.${data.urgency}`;
  if ("need" in data) return `need.${data.need}`;
  if ("direction" in data) return `direction.${data.direction}`;
  return undefined;
}

/** Entries in the order of their groups, within a group as they came. */
export function sortByGroup<E extends Entry>(entries: readonly E[]): readonly E[] {
  const place = (entry: E): number => order.findIndex((group) => group === groupOfEntry(entry));
  return entries.toSorted((a, b) => place(a) - place(b));
}
