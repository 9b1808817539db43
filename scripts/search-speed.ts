import { fork } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";
import type { SearchContent } from "../app/search/corpus.ts";
import { readJudgedQueries } from "../tests/search/judged.ts";
import type { Contender } from "./search-contenders.ts";
import { publishOnePage, syntheticContent } from "./synthetic-sections.ts";

/** How long a contender may take by the clock, in milliseconds, so that the slowest does not hold up the rest. */
export const longest = { building: 60_000, afterBuilding: 40_000 } as const;
/** How long it is asked, in milliseconds of processor time: a slow one answers fewer queries. */
const budget = { warmingUp: 4_000, asking: 4_000 } as const;
const mostQueries = 500;
/** Queries are asked in an order that mixes their kinds, so that those that a slow contender is asked are like those that it is not. */
const stride = 37;

const spread = z.object({ p50: z.number(), p99: z.number() });

/** What is measured of a contender. What is missing was not reached in time. */
const speed = z
  .object({
    buildSeconds: z.number(),
    megabytes: z.number(),
    /** The first answer of all, milliseconds. */
    firstAnswer: z.number(),
    /** How many queries were timed. */
    asked: z.number(),
    /** Milliseconds of a query by the clock. */
    wall: spread,
    /** Milliseconds of processor time of a query, of all threads; what other processes do hardly changes it. */
    processor: spread,
    /** Until a page is found as an editor has changed it. */
    onePageSeconds: z.number(),
  })
  .partial();
export type Speed = z.infer<typeof speed>;

function usedMegabytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}

function spreadOf(times: readonly number[]): z.infer<typeof spread> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/**
 * Measures a contender in this process, which should have done nothing else, so that neither compiled code nor memory of another counts.
 * @param size sections in each language
 * @param report called with each number as soon as it is known
 */
export async function measureSpeed(
  { build, publish, keys, end }: Contender,
  real: SearchContent,
  size: number,
  report: (measured: Speed) => void,
): Promise<void> {
  const content = syntheticContent(real, size);
  const queries = await readJudgedQueries();
  const ask = async (position: number): Promise<{ wall: number; processor: number }> => {
    const query = queries[(position * stride) % queries.length];
    const processor = process.cpuUsage();
    const start = performance.now();
    if (query) await keys(query.query, query.language);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(processor);
    return { wall, processor: (user + system) / 1000 };
  };
  const before = usedMegabytes();
  const began = performance.now();
  await build(content);
  report({ buildSeconds: (performance.now() - began) / 1000 });
  report({ firstAnswer: (await ask(0)).wall });
  report({ megabytes: usedMegabytes() - before });
  let left: number = budget.warmingUp;
  for (let run = 0; run < queries.length && left > 0; run += 1) left -= (await ask(run)).processor;
  const times = [];
  for (left = budget.asking; times.length < mostQueries && left > 0; left -= times.at(-1)?.processor ?? 0)
    times.push(await ask(times.length));
  const [wall, processor] = [spreadOf(times.map((time) => time.wall)), spreadOf(times.map((time) => time.processor))];
  report({ asked: times.length, wall, processor });
  const page = publishOnePage(content);
  const publishing = performance.now();
  await publish(page.content, page.changed);
  report({ onePageSeconds: (performance.now() - publishing) / 1000 });
  await end();
}

/**
 * Runs a script that measures a contender in a process of its own and sends what it reports. The process is ended when its time is up.
 * @param task what the script is sent
 */
export function speedInProcess(script: string, task: object): Promise<Speed> {
  return new Promise((resolve, reject) => {
    const child = fork(script, ["--measure"], { execArgv: ["--import", "tsx"], serialization: "advanced" });
    let measured: Speed = {};
    let late = false;
    const stop = (): void => {
      late = true;
      child.kill("SIGKILL");
    };
    let timer = setTimeout(stop, longest.building);
    child.on("message", (message) => {
      const news = speed.parse(message);
      measured = { ...measured, ...news };
      if (news.buildSeconds === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(stop, longest.afterBuilding);
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      if (code === 0 || late) resolve(measured);
      else reject(new Error(`${script} ended with ${String(code)}`));
    });
    child.send(task);
  });
}
