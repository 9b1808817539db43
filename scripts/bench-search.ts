import { z } from "zod";
import { formatFault } from "../app/guidance/fault.ts";
import { readContentFolder } from "../app/guidance/folder.ts";
import { loadCatalogue } from "../app/guidance/load.ts";
import type { SearchContent } from "../app/search/corpus.ts";
import type { MeilisearchOptions } from "../app/search/meilisearch-client.ts";
import { readVocabulary } from "../app/search/read-vocabulary.ts";
import { searchRecords } from "../app/search/records.ts";
import {
  answersOf,
  isKeptAside,
  judge,
  meanQuality,
  readJudgedQueries,
  type JudgedQuery,
  type Quality,
} from "../tests/search/judged.ts";
import { createContenders, type Contender } from "./search-contenders.ts";
import { longest, measureSpeed, speedInProcess, type Speed } from "./search-speed.ts";

/** Sections in one language; the index holds as many of the other language too. */
const sizes = [2_000, 20_000] as const;
/** What is aimed at in the larger size: milliseconds of the embedded engine, and how many times as slow as a peer it may be. */
const target = { p99: 10, timesPeer: 2 } as const;

function meilisearchServer(index: string): MeilisearchOptions | undefined {
  const host = process.env.MEILI_HOST;
  return host ? { host, apiKey: process.env.MEILI_API_KEY, timeoutMs: 10_000, buildTimeoutMs: 600_000, index } : undefined;
}

async function realContent(): Promise<SearchContent> {
  const files = await readContentFolder("content");
  const { catalogue, faults } = loadCatalogue(files, new Date().toISOString().slice(0, 10));
  if (!catalogue) throw new Error(faults.map(formatFault).join("\n"));
  const records = searchRecords(catalogue);
  const keys = records.map(({ key }) => key);
  const { vocabulary, faults: vocabularyFaults } = readVocabulary(files, keys);
  if (!vocabulary) throw new Error(vocabularyFaults.map(formatFault).join("\n"));
  return { revision: catalogue.revision, records, vocabulary };
}

type GroupQuality = Quality & { readonly queries: number };
type Groups = Readonly<Record<string, GroupQuality>>;

const halfOf = (query: JudgedQuery): string => (isKeptAside(query) ? "kept aside" : "tuned on");

async function measureQuality(
  { keys }: Contender,
  queries: readonly JudgedQuery[],
): Promise<Record<"byHalf" | "byKind" | "byAnswers", Groups>> {
  const judged: { query: JudgedQuery; quality: Quality }[] = [];
  for (const query of queries) judged.push({ query, quality: judge(await keys(query.query, query.language), query) });
  const groups = (of: (query: JudgedQuery) => string): Groups =>
    Object.fromEntries(
      [...new Set(queries.map(of))].sort().map((group) => {
        const qualities = judged.filter(({ query }) => of(query) === group).map(({ quality }) => quality);
        return [group, { queries: qualities.length, ...meanQuality(qualities) }];
      }),
    );
  return {
    byHalf: groups((query) => `${query.language} ${halfOf(query)}`),
    byKind: groups((query) => `${query.kind} ${halfOf(query)}`),
    byAnswers: groups((query) => `${String(answersOf(query))} answers ${halfOf(query)}`),
  };
}

type Measured<T> = Record<string, T>;

async function measureQualities(
  contenders: readonly Contender[],
  real: SearchContent,
  say: (line: string) => void,
): Promise<Measured<Awaited<ReturnType<typeof measureQuality>>>> {
  const queries = await readJudgedQueries();
  say(`${String(real.records.length)} records, ${String(queries.length)} judged queries`);
  const measured: Measured<Awaited<ReturnType<typeof measureQuality>>> = {};
  for (const contender of contenders) {
    await contender.build(real);
    const quality = await measureQuality(contender, queries);
    await contender.end();
    measured[contender.name] = quality;
    say(`\n${"".padEnd(28)}queries  nDCG@10  recall@5  success@1  ${contender.name}`);
    for (const [group, { queries: count, ...means }] of Object.entries({
      ...quality.byHalf,
      ...quality.byKind,
      ...quality.byAnswers,
    })) {
      const numbers = [
        means.ndcg.toFixed(3).padStart(7),
        means.recall.toFixed(3).padStart(8),
        means.success.toFixed(3).padStart(9),
      ];
      say([group.padEnd(28) + String(count).padStart(7), ...numbers].join("  "));
    }
  }
  return measured;
}

/** The columns of the table of speeds: a value of a contender, beside that of the embedded engine. */
const columns: readonly (readonly [name: string, value: (one: Speed, embedded: Speed) => number | undefined, digits: number])[] =
  [
    ["p50 ms", ({ wall }) => wall?.p50, 2],
    ["p99 ms", ({ wall }) => wall?.p99, 1],
    ["p50 CPU", ({ processor }) => processor?.p50, 2],
    ["p99 CPU", ({ processor }) => processor?.p99, 1],
    ["p50 ×", ({ processor }, embedded) => ratio(processor?.p50, embedded.processor?.p50), 2],
    ["p99 ×", ({ processor }, embedded) => ratio(processor?.p99, embedded.processor?.p99), 2],
    ["queries", ({ asked }) => asked, 0],
    ["build s", ({ buildSeconds }) => buildSeconds, 1],
    ["first ms", ({ firstAnswer }) => firstAnswer, 1],
    [
      "cold start s",
      ({ buildSeconds, firstAnswer }) => sum(buildSeconds, firstAnswer === undefined ? undefined : firstAnswer / 1000),
      1,
    ],
    ["one page s", ({ onePageSeconds }) => onePageSeconds, 2],
    ["memory MB", ({ megabytes }) => megabytes, 0],
  ];

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

const widthOf = (name: string): number => Math.max(8, name.length);
const speedHead = ["sections", "".padEnd(28), ...columns.map(([name]) => name.padStart(widthOf(name)))].join(" ");

/** Why numbers are missing. */
function endedBy({ buildSeconds, onePageSeconds }: Speed): string {
  if (buildSeconds === undefined) return ` its build was ended after ${String(longest.building / 1000)} s`;
  return onePageSeconds === undefined ? ` it was ended ${String(longest.afterBuilding / 1000)} s after its build` : "";
}

function speedRow(sections: number, name: string, one: Speed, embedded: Speed): string {
  const values = columns.map(([column, valueOf, digits]) =>
    (valueOf(one, embedded)?.toFixed(digits) ?? "–").padStart(widthOf(column)),
  );
  return [String(sections).padStart(8), name.padEnd(28), ...values].join(" ") + endedBy(one);
}

/** What the embedded engine reaches of what is aimed at. */
function verdict(contenders: readonly Contender[], speeds: Measured<Speed>): string {
  const { wall, processor } = speeds.embedded ?? {};
  const peers = contenders.flatMap(({ name, forgivesTypos }) => {
    const time = speeds[name]?.processor;
    return forgivesTypos && name !== "embedded" && name !== "Meilisearch" && time ? [{ name, time }] : [];
  });
  const against = (["p50", "p99"] as const).map((part) => {
    const fastest = peers.reduce<(typeof peers)[number] | undefined>(
      (a, b) => (a && a.time[part] <= b.time[part] ? a : b),
      undefined,
    );
    const times = ratio(processor?.[part], fastest?.time[part]);
    return `${part} ${times?.toFixed(2) ?? "?"} times that of ${fastest?.name ?? "no peer"}`;
  });
  return (
    `embedded: p99 ${wall?.p99.toFixed(1) ?? "?"} ms by the clock, ${processor?.p99.toFixed(1) ?? "?"} ms of processor time (aimed at: below ${String(target.p99)}); ` +
    `beside the fastest peer that forgives typos ${against.join(", ")} (aimed at: at most ${String(target.timesPeer)})`
  );
}

const measureTask = z.object({
  contender: z.string(),
  sections: z.number(),
  index: z.string(),
  content: z.custom<SearchContent>(),
});

async function measureSpeeds(
  contenders: readonly Contender[],
  content: SearchContent,
  say: (line: string) => void,
): Promise<Measured<Measured<Speed>>> {
  say(
    `\nmilliseconds of a query by the clock and of processor time (CPU); × is processor time beside the embedded engine's\n${speedHead}`,
  );
  const bySize: Measured<Measured<Speed>> = {};
  for (const sections of sizes) {
    const speeds: Measured<Speed> = {};
    for (const { name, end } of contenders) {
      const task = { contender: name, sections, index: indexName, content } satisfies z.infer<typeof measureTask>;
      const measured = await speedInProcess(import.meta.filename, task);
      await end();
      speeds[name] = measured;
      say(speedRow(sections, name, measured, speeds.embedded ?? measured));
    }
    say(verdict(contenders, speeds));
    bySize[String(sections)] = speeds;
  }
  return bySize;
}

const indexName = `pristan-bench-${String(process.pid)}`;
const asks = (option: string): boolean => process.argv.includes(option);

if (asks("--measure")) {
  process.once("message", (message) => {
    const { contender: name, sections, index, content } = measureTask.parse(message);
    const contender = createContenders(meilisearchServer(index)).find((one) => one.name === name);
    if (!contender) throw new Error(`there is no contender ${name}`);
    void measureSpeed(contender, content, sections, (measured) => process.send?.(measured)).then(() => {
      process.disconnect();
    });
  });
} else {
  const say = (line: string): void => {
    if (!asks("--json")) console.log(line);
  };
  const contenders = createContenders(meilisearchServer(indexName));
  const content = await realContent();
  const quality = asks("--speed") ? {} : await measureQualities(contenders, content, say);
  const speed = asks("--quality") ? {} : await measureSpeeds(contenders, content, say);
  if (asks("--json")) console.log(JSON.stringify({ records: content.records.length, quality, speed }));
}
