import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";
import { formatFault } from "../app/guidance/fault.ts";
import { readContentFolder } from "../app/guidance/folder.ts";
import { loadCatalogue } from "../app/guidance/load.ts";
import type { SearchContent } from "../app/search/corpus.ts";
import type { MeilisearchOptions } from "../app/search/meilisearch-client.ts";
import { readVocabulary } from "../app/search/read-vocabulary.ts";
import { searchRecords, type SearchRecord } from "../app/search/records.ts";
import { isKeptAside, judge, meanQuality, readJudgedQueries, type JudgedQuery, type Quality } from "../tests/search/judged.ts";
import { createContenders, type Contender } from "./search-contenders.ts";

/** Sections in one language; the index holds as many of the other language too. */
const sizes = [2_000, 20_000] as const;
const timedQueries = 500;

setFlagsFromString("--expose-gc");

function usedMegabytes(): number {
  runInNewContext("gc()");
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}

function meilisearchServer(): MeilisearchOptions | undefined {
  const host = process.env.MEILI_HOST;
  const index = `pristan-bench-${String(process.pid)}`;
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

/** Numbers from 0 to 1 that look random and are the same in every run. */
function createChance(): () => number {
  let state = 20_261_122;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Sections made of shuffled sentences of the real ones, so that words and their forms occur as often as in real texts. */
function syntheticContent(real: SearchContent, size: number): SearchContent {
  const chance = createChance();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const records = [...new Set(real.records.map(({ language }) => language))].flatMap((language) => {
    const originals = real.records.filter((record) => record.language === language);
    const sentences = originals.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/));
    return Array.from({ length: size }, (_, index): SearchRecord[] => {
      const original = pick(originals);
      if (!original) return [];
      const text = Array.from({ length: 6 }, () => pick(sentences) ?? "").join(" ");
      const entry = `synthetic-${String(Math.floor(index / 10))}`;
      return [{ ...original, entry, anchor: `s${String(index)}`, key: `${original.kind}/${entry}#s${String(index)}`, text }];
    }).flat();
  });
  return { ...real, records, revision: `synthetic-${String(size)}` };
}

/** The content after an editor has published one page of ten sections. */
function withChangedPage(content: SearchContent): SearchContent {
  const [first] = content.records;
  const records = content.records.map((record) =>
    record.entry === first?.entry && record.kind === first.kind && record.language === first.language
      ? { ...record, text: `${record.text} ${record.heading}` }
      : { ...record },
  );
  return { ...content, records, revision: `${content.revision}-changed` };
}

async function measureQuality({ keys }: Contender, queries: readonly JudgedQuery[]) {
  const judged: { query: JudgedQuery; quality: Quality }[] = [];
  for (const query of queries) judged.push({ query, quality: judge(await keys(query.query, query.language), query) });
  const mean = (which: (query: JudgedQuery) => boolean): Quality & { queries: number } => {
    const chosen = judged.filter(({ query }) => which(query)).map(({ quality }) => quality);
    return { queries: chosen.length, ...meanQuality(chosen) };
  };
  const groups = (of: (query: JudgedQuery) => string) =>
    Object.fromEntries([...new Set(queries.map(of))].sort().map((value) => [value, mean((query) => of(query) === value)]));
  return {
    byLanguage: groups(({ language }) => language),
    byHalf: groups((query) => `${query.language} ${isKeptAside(query) ? "kept aside" : "tuned on"}`),
    byKind: groups(({ kind }) => kind),
    keptAsideByKind: groups((query) => `${query.kind} ${isKeptAside(query) ? "kept aside" : "tuned on"}`),
  };
}

const speed = z.object({
  buildSeconds: z.number(),
  megabytes: z.number(),
  firstAnswerMs: z.number(),
  p50: z.number(),
  p99: z.number(),
  onePageSeconds: z.number(),
});

/** Runs in a process of its own, so that neither compiled code nor memory of another contender counts. */
async function measureSpeed({ build, keys, end }: Contender, content: SearchContent): Promise<z.infer<typeof speed>> {
  const queries = await readJudgedQueries();
  const ask = async (position: number): Promise<number> => {
    const query = queries[position % queries.length];
    const start = performance.now();
    if (query) await keys(query.query, query.language);
    return performance.now() - start;
  };
  const before = usedMegabytes();
  const began = performance.now();
  await build(content);
  const buildSeconds = (performance.now() - began) / 1000;
  const firstAnswerMs = await ask(0);
  const megabytes = usedMegabytes() - before;
  for (let run = 0; run < queries.length; run += 1) await ask(run);
  const times: number[] = [];
  for (let run = 0; run < timedQueries; run += 1) times.push(await ask(run));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const changed = withChangedPage(content);
  const publishing = performance.now();
  await build(changed);
  const onePageSeconds = (performance.now() - publishing) / 1000;
  await end();
  return { buildSeconds, megabytes, firstAnswerMs, p50: at(0.5), p99: at(0.99), onePageSeconds };
}

type Speeds = Record<string, (z.infer<typeof speed> & { sections: number })[]>;

async function measureSpeeds(names: readonly string[]): Promise<Speeds> {
  const speeds: Speeds = {};
  for (const size of sizes) {
    for (const name of names) {
      const own = ["--import", "tsx", import.meta.filename, "--contender", name, "--sections", String(size)];
      const { stdout } = await promisify(execFile)(process.execPath, own, { maxBuffer: 1_000_000 });
      (speeds[name] ??= []).push({ ...speed.parse(JSON.parse(stdout)), sections: size });
    }
  }
  return speeds;
}

function printQuality(quality: Record<string, Awaited<ReturnType<typeof measureQuality>>>): void {
  for (const part of ["byLanguage", "byHalf", "byKind", "keptAsideByKind"] as const) {
    const rows = Object.entries(quality).flatMap(([engine, measured]) =>
      Object.entries(measured[part]).map(([group, { queries, ndcg, recall, success }]) => ({
        group,
        engine,
        queries,
        "nDCG@10": ndcg.toFixed(3),
        "recall@5": recall.toFixed(3),
        "success@1": success.toFixed(3),
      })),
    );
    console.table(rows.sort((a, b) => a.group.localeCompare(b.group)));
  }
}

function printSpeeds(speeds: Speeds): void {
  const rows = Object.entries(speeds).flatMap(([engine, measured]) =>
    measured.map((one, index) => {
      const base = speeds.embedded?.[index] ?? one;
      return {
        sections: one.sections,
        engine,
        "build s": one.buildSeconds.toFixed(1),
        "one page s": one.onePageSeconds.toFixed(2),
        "first answer ms": one.firstAnswerMs.toFixed(1),
        "memory MB": one.megabytes.toFixed(0),
        "p50 ms": one.p50.toFixed(2),
        "p99 ms": one.p99.toFixed(1),
        "p50 / embedded": (one.p50 / base.p50).toFixed(2),
        "p99 / embedded": (one.p99 / base.p99).toFixed(2),
      };
    }),
  );
  console.table(rows.sort((a, b) => a.sections - b.sections));
}

const contenders = createContenders(meilisearchServer());
const valueOf = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1];
const real = await realContent();
const chosen = process.argv.includes("--contender") ? contenders.find(({ name }) => name === valueOf("--contender")) : undefined;
if (chosen) {
  const size = Number(valueOf("--sections"));
  console.log(JSON.stringify(await measureSpeed(chosen, syntheticContent(real, size))));
} else {
  const queries = await readJudgedQueries();
  const quality: Record<string, Awaited<ReturnType<typeof measureQuality>>> = {};
  for (const contender of contenders) {
    await contender.build(real);
    quality[contender.name] = await measureQuality(contender, queries);
    await contender.end();
  }
  const speeds = process.argv.includes("--quality") ? {} : await measureSpeeds(contenders.map(({ name }) => name));
  if (process.argv.includes("--json"))
    console.log(JSON.stringify({ records: real.records.length, queries: queries.length, quality, speed: speeds }));
  else {
    console.log(`${String(real.records.length)} records, ${String(queries.length)} judged queries`);
    printQuality(quality);
    printSpeeds(speeds);
  }
}
