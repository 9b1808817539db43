import type { EntryData, Kind } from "./schema/entry.ts";

/** Places in `entry.yaml` where sources are named, with the path to each. */
export function sourcePaths(data: EntryData<Kind>): { path: PropertyKey[]; id: string }[] {
  const found: { path: PropertyKey[]; id: string }[] = [];
  const visit = (value: unknown, path: PropertyKey[]): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        if (path.at(-1) === "sources" && typeof item === "string") found.push({ path: [...path, index], id: item });
        else visit(item, [...path, index]);
      }
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
    }
  };
  visit(data, []);
  return found;
}
