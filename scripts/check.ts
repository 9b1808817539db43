import { spawn } from "node:child_process";
import path from "node:path";

interface Check {
  readonly name: string;
  /** Program in node_modules/.bin, or a script of ours. */
  readonly command: string;
  readonly arguments: readonly string[];
}

const checks: readonly Check[] = [
  { name: "format", command: "prettier", arguments: ["--check", "--log-level", "warn", "."] },
  { name: "lint", command: "eslint", arguments: ["."] },
  { name: "types", command: "tsc", arguments: ["-p", "."] },
  { name: "imports", command: "depcruise", arguments: ["--output-type", "err-long", "app", "machines", "scripts", "tests"] },
  { name: "unused", command: "knip", arguments: ["--no-progress"] },
  { name: "content", command: "scripts/check-content.ts", arguments: [] },
  { name: "wizards", command: "scripts/check-wizards.ts", arguments: [] },
];

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

async function run({ name, command, arguments: given }: Check): Promise<Outcome> {
  const began = performance.now();
  const program = command.endsWith(".ts") ? ["--import", "tsx", command] : [path.join("node_modules/.bin", command)];
  const child = spawn(process.execPath, [...program, ...given], { stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => output.push(String(text)));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return {
    name,
    passed: code === 0,
    seconds: Math.round((performance.now() - began) / 100) / 10,
    output: output.join("").trim(),
  };
}

const asJson = process.argv.includes("--json");
const outcomes: Outcome[] = [];
for (const check of checks) {
  const outcome = await run(check);
  outcomes.push(outcome);
  if (asJson) continue;
  console.log(`${outcome.passed ? "ok    " : "FAILED"} ${outcome.name} (${String(outcome.seconds)} s)`);
  if (!outcome.passed) console.log(outcome.output);
}
const failed = outcomes.filter(({ passed }) => !passed).length;
if (asJson) console.log(JSON.stringify({ ok: failed === 0, passed: outcomes.length - failed, failed, checks: outcomes }));
else console.log(`${String(outcomes.length - failed)} checks passed, ${String(failed)} failed`);
process.exitCode = failed > 0 ? 1 : 0;
