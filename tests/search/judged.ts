import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const judgedQuery = z.strictObject({
  query: z.string().min(1),
  language: z.enum(["ru", "en"]),
  kind: z.enum(["country", "word-form", "typo", "jargon", "article", "question", "transliteration", "layout", "other-language"]),
  grades: z.record(z.string().regex(/^[a-z]+\/[a-z0-9-]+(?:#[a-z0-9-]*)?$/), z.union([z.literal(1), z.literal(2), z.literal(3)])),
});
export type JudgedQuery = z.infer<typeof judgedQuery>;

/**
 * The judged queries of all files `queries*.yaml` beside this one, in the order of the files' names.
 * @throws if a query is asked twice in a language
 */
export async function readJudgedQueries(): Promise<readonly JudgedQuery[]> {
  const files = (await readdir(import.meta.dirname)).filter((name) => /^queries.*\.yaml$/.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(path.join(import.meta.dirname, name), "utf8")));
  const queries = texts.flatMap((text) => z.array(judgedQuery).parse(parse(text)));
  const asked = new Set<string>();
  for (const { query, language } of queries) {
    const name = `${language} ${query}`;
    if (asked.has(name)) throw new Error(`A judged query is asked twice: ${name}`);
    asked.add(name);
  }
  return queries;
}

/** About half of the queries, always the same ones, are not looked at while the search is being tuned. */
export function isKeptAside({ query }: JudgedQuery): boolean {
  return (createHash("sha256").update(query).digest()[0] ?? 0) % 2 === 1;
}

export interface Quality {
  /** Normalised discounted cumulative gain of the first ten hits, 0 to 1. */
  readonly ndcg: number;
  /** Share of the answers with grade 2 or 3 (at most five of them) among the first five hits. */
  readonly recall: number;
  /** Whether the first hit has grade 2 or 3. */
  readonly success: number;
}

const gain = (grade: number): number => 2 ** grade - 1;
const discounted = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, index) => sum + gain(grade) / Math.log2(index + 2), 0);

/** The key under which a section is graded: its own (`kind/id#` for the head of an entry) or, if that is not graded, its entry's. */
function gradedKey(key: string, grades: JudgedQuery["grades"]): string {
  const own = key.includes("#") ? key : `${key}#`;
  return own in grades ? own : key.replace(/#.*/, "");
}

/** Grades of the hits in their order. Each grade counts once, so a second section of an entry that is graded as one gains nothing. */
function gradesOf(keys: readonly string[], grades: JudgedQuery["grades"]): number[] {
  const used = new Set<string>();
  return keys.map((key) => {
    const graded = gradedKey(key, grades);
    if (used.has(graded)) return 0;
    used.add(graded);
    return grades[graded] ?? 0;
  });
}

/** How many answers are asked of the first five hits: those with grade 2 or 3, at most five. */
export function answersOf({ grades }: JudgedQuery): number {
  return Math.min(5, Object.values(grades).filter((grade) => grade >= 2).length);
}

/** How well a list of hits answers a judged query. */
export function judge(keys: readonly string[], query: JudgedQuery): Quality {
  const { grades } = query;
  const found = gradesOf(keys, grades);
  const ideal = Object.values(grades).sort((a, b) => b - a);
  return {
    ndcg: discounted(found) / discounted(ideal),
    recall: found.slice(0, 5).filter((grade) => grade >= 2).length / answersOf(query),
    success: (found[0] ?? 0) >= 2 ? 1 : 0,
  };
}

/** Mean of several judgements. */
export function meanQuality(qualities: readonly Quality[]): Quality {
  const mean = (of: keyof Quality): number => qualities.reduce((sum, quality) => sum + quality[of], 0) / qualities.length;
  return { ndcg: mean("ndcg"), recall: mean("recall"), success: mean("success") };
}
