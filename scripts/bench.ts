import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { z } from "zod";
import { buildSite, isBuildFresh } from "./build-site.ts";
import { requestsPerSecond } from "./load.ts";
import { startSiteProcess } from "./running-site.ts";

const rounds = 3;
const secondsPerRound = 3;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Runs another bench in a process of its own; a budget it finds broken is its result, not an error. */
function benchInProcess(script: string): unknown {
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", script, "--json"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(stdout);
}

const largestPage = z.object({
  largest: z.object({ reading: z.object({ path: z.string(), brotli: z.number() }) }),
  pages: z.array(z.unknown()),
});

if (!(await isBuildFresh())) await buildSite();
const pages = largestPage.parse(benchInProcess("scripts/bench-pages.ts"));
const search = existsSync("scripts/bench-search.ts") ? benchInProcess("scripts/bench-search.ts") : undefined;

const { path, brotli } = pages.largest.reading;
const starts: number[] = [];
const kept: number[] = [];
const rendered: number[] = [];
// Interleaved, so that what else the machine does falls on both alike.
for (let round = 0; round < rounds; round += 1) {
  for (const [environment, results] of [
    [{}, kept],
    [{ PAGE_CACHE_MEGABYTES: "0" }, rendered],
  ] as const) {
    const site = await startSiteProcess(environment);
    starts.push(site.startMilliseconds);
    results.push(await requestsPerSecond(site.origin, path, secondsPerRound));
    site.signal("SIGTERM");
    await site.ended;
  }
}
const result = {
  pages: { count: pages.pages.length, largestBytes: brotli },
  page: path,
  keptPerSecond: Math.round(median(kept)),
  renderedPerSecond: Math.round(median(rendered)),
  ratio: Math.round((median(kept) / median(rendered)) * 10) / 10,
  startMilliseconds: median(starts),
  ...(search !== undefined && { search }),
};
if (process.argv.includes("--json")) {
  console.log(JSON.stringify(result));
} else {
  console.log(`pages: ${String(result.pages.count)}, largest ${path} with ${String(brotli)} bytes brotli`);
  console.log(
    `requests per second for it: ${String(result.keptPerSecond)} kept, ${String(result.renderedPerSecond)} rendered each time, ratio ${String(result.ratio)}`,
  );
  console.log(`start of the process to its first answer: ${String(result.startMilliseconds)} ms`);
  if (search !== undefined) console.log(`search: ${JSON.stringify(search)}`);
}
