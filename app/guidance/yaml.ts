import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import type { Fault } from "./fault.ts";

type Parsed<T> =
  { readonly value: T; readonly faults: readonly [] } | { readonly value: null; readonly faults: readonly Fault[] };

/** The line in which the innermost existing node of a path stands. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      if ((isMap(node) || isScalar(node) || isSeq(node)) && node.range) offset = node.range[0];
    } else break;
  }
  return lines.linePos(offset).line || 1;
}

function describe(issue: z.core.$ZodIssue): { problem: string; cure: string } {
  const field = issue.path.map(String).join(".") || "the file";
  if (issue.code === "unrecognized_keys") {
    return {
      problem: `${field === "the file" ? "" : `${field}: `}unknown field ${issue.keys.join(", ")}`,
      cure: "correct its spelling or remove it; the fields are explained in app/guidance/schema/",
    };
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return { problem: `${field} is missing`, cure: `add it (expected: ${issue.expected})` };
  }
  return {
    problem: `${field}: ${issue.message}`,
    cure: "correct the value; the fields are explained in app/guidance/schema/",
  };
}

/**
 * Reads YAML and checks it against a schema.
 * @param firstLine line of the file in which the text begins, so that faults in front matter name the right line
 */
export function parseYaml<S extends z.ZodType>(schema: S, text: string, file: string, firstLine = 1): Parsed<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      value: null,
      faults: document.errors.map((error) => ({
        file,
        line: (error.linePos?.[0].line ?? 1) + firstLine - 1,
        problem: error.message.split("\n")[0] ?? error.message,
        cure: "check the indentation and put texts with a colon in quotation marks",
      })),
    };
  }
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true });
  if (result.success) return { value: result.data, faults: [] };
  return {
    value: null,
    faults: result.error.issues.map((issue) => ({
      file,
      line: lineOf(document, lines, issue.path) + firstLine - 1,
      ...describe(issue),
    })),
  };
}

/** The line of a value inside YAML that has already passed its schema; used for faults found later, such as an unknown reference. */
export function lineInYaml(text: string, path: readonly PropertyKey[]): number {
  const lines = new LineCounter();
  return lineOf(parseDocument(text, { lineCounter: lines }), lines, path);
}
