import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import { formatFault } from "../app/guidance/fault.ts";
import { readContentFolder } from "../app/guidance/folder.ts";
import { loadCatalogue } from "../app/guidance/load.ts";
import { buildCorpus, type SearchContent } from "../app/search/corpus.ts";
import { createEmbeddedEngine } from "../app/search/embedded.ts";
import type { SearchEngine } from "../app/search/engine.ts";
import { createMeilisearchEngine } from "../app/search/meilisearch.ts";
import { createClient } from "../app/search/meilisearch-client.ts";
import { readVocabulary } from "../app/search/read-vocabulary.ts";
import { searchRecords, type SearchRecord } from "../app/search/records.ts";
import { isKeptAside, judge, meanQuality, readJudgedQueries, type JudgedQuery, type Quality } from "../tests/search/judged.ts";

/** Something that answers queries: an engine of ours, or a peer as it comes out of the box. */
interface Contender {
  readonly name: string;
  readonly build: (content: SearchContent) => Promise<void>;
  /** Keys of the first ten hits. */
  readonly keys: (text: string, language: string) => Promise<readonly string[]>;
}

const sizes = [2_000, 20_000] as const;
const timedQueries = 400;
const meilisearchIndex = `pristan-bench-${String(process.pid)}`;

setFlagsFromString("--expose-gc");

function heapMegabytes(): number {
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed / 1_000_000;
}

function ours(name: string, engine: SearchEngine): Contender {
  return {
    name,
    build: async (content) => {
      await engine.replace(await buildCorpus(content));
    },
    keys: async (text, language) =>
      (await engine.search({ text, language, limit: 10, offset: 0 })).hits.map(({ record }) => record.key),
  };
}

/** @param options how it searches; its way of taking texts apart is always its own */
function miniSearch(name: string, options: { prefix?: boolean; fuzzy?: number }): Contender {
  const indexes = new Map<string, MiniSearch<SearchRecord>>();
  return {
    name,
    build: async ({ records }) => {
      indexes.clear();
      for (const language of new Set(records.map((record) => record.language))) {
        const index = new MiniSearch<SearchRecord>({
          idField: "key",
          fields: ["title", "heading", "text"],
          searchOptions: options,
        });
        await index.addAllAsync(
          records.filter((record) => record.language === language),
          { chunkSize: 200 },
        );
        indexes.set(language, index);
      }
    },
    keys: (text, language) => {
      const results = indexes.get(language)?.search(text) ?? [];
      return Promise.resolve(results.slice(0, 10).map(({ id }) => String(id)));
    },
  };
}

function contenders(): Contender[] {
  const host = process.env.MEILI_HOST;
  const apiKey = process.env.MEILI_API_KEY;
  return [
    ours("embedded", createEmbeddedEngine()),
    ...(host ? [ours("Meilisearch", createMeilisearchEngine({ host, apiKey, timeoutMs: 10_000, index: meilisearchIndex }))] : []),
    miniSearch("MiniSearch as it comes", {}),
    miniSearch("MiniSearch, prefix and fuzzy", { prefix: true, fuzzy: 0.2 }),
  ];
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

async function measureQuality({ keys }: Contender, queries: readonly JudgedQuery[]) {
  const judged: { query: JudgedQuery; quality: Quality }[] = [];
  for (const query of queries) judged.push({ query, quality: judge(await keys(query.query, query.language), query) });
  const mean = (which: (query: JudgedQuery) => boolean): Quality & { queries: number } => {
    const chosen = judged.filter(({ query }) => which(query)).map(({ quality }) => quality);
    return { queries: chosen.length, ...meanQuality(chosen) };
  };
  const groups = (of: (query: JudgedQuery) => string) =>
    Object.fromEntries([...new Set(queries.map(of))].map((value) => [value, mean((query) => of(query) === value)]));
  return {
    byLanguage: groups(({ language }) => language),
    keptAside: groups((query) => `${query.language} ${isKeptAside(query) ? "kept aside" : "tuned on"}`),
    byKind: groups(({ kind }) => kind),
  };
}

async function measureSpeed({ build, keys }: Contender, content: SearchContent, queries: readonly JudgedQuery[]) {
  const before = heapMegabytes();
  const began = performance.now();
  await build(content);
  const buildSeconds = (performance.now() - began) / 1000;
  const megabytes = heapMegabytes() - before;
  const times: number[] = [];
  for (let run = 0; run < timedQueries; run += 1) {
    const query = queries[run % queries.length];
    if (!query) break;
    const start = performance.now();
    await keys(query.query, query.language);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { sections: content.records.length, buildSeconds, megabytes, p50: at(0.5), p99: at(0.99) };
}

const queries = await readJudgedQueries();
const real = await realContent();
const quality: Record<string, Awaited<ReturnType<typeof measureQuality>>> = {};
const speed: Record<string, Awaited<ReturnType<typeof measureSpeed>>[]> = {};
for (const contender of contenders()) {
  await contender.build(real);
  quality[contender.name] = await measureQuality(contender, queries);
}
for (const size of sizes) {
  // Sections are counted as a reader of one language sees them; the index holds those of the other language too.
  const content = syntheticContent(real, size);
  for (const contender of contenders()) {
    (speed[contender.name] ??= []).push(await measureSpeed(contender, content, queries));
  }
}
const host = process.env.MEILI_HOST;
if (host) {
  await createClient({ host, apiKey: process.env.MEILI_API_KEY, timeoutMs: 10_000 }, 10_000).deleteIndexIfExists(
    meilisearchIndex,
  );
}

if (process.argv.includes("--json"))
  console.log(JSON.stringify({ records: real.records.length, queries: queries.length, quality, speed }));
else {
  const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
  console.log(`${String(real.records.length)} records, ${String(queries.length)} judged queries`);
  for (const part of ["byLanguage", "keptAside", "byKind"] as const) {
    const rows = Object.entries(quality).flatMap(([engine, measured]) =>
      Object.entries(measured[part]).map(([group, { queries: count, ndcg, recall, success }]) => ({
        group,
        engine,
        queries: count,
        "nDCG@10": rounded(ndcg, 3),
        "recall@5": rounded(recall, 3),
        "success@1": rounded(success, 3),
      })),
    );
    console.table(rows.sort((a, b) => a.group.localeCompare(b.group)));
  }
  const embedded = speed.embedded ?? [];
  console.table(
    Object.entries(speed).flatMap(([engine, measured]) =>
      measured.map(({ sections, buildSeconds, megabytes, p50, p99 }, index) => ({
        engine,
        "sections (both languages)": sections,
        "build s": rounded(buildSeconds, 1),
        "heap MB": rounded(megabytes, 0),
        "p50 ms": rounded(p50, 2),
        "p99 ms": rounded(p99, 1),
        "p50 / embedded": rounded(p50 / (embedded[index]?.p50 ?? 1), 2),
        "p99 / embedded": rounded(p99 / (embedded[index]?.p99 ?? 1), 2),
      })),
    ),
  );
}
