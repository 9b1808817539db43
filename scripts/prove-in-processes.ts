import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Proof } from "../app/wizard/proof.ts";
import type { ProofTask } from "./prove-wizards-asked.ts";

const proofSchema: z.ZodType<Proof> = z.object({
  wizard: z.string(),
  questions: z.int(),
  answers: z.int(),
  positions: z.int(),
  edges: z.int(),
  paths: z.bigint(),
  pathsToPlan: z.bigint(),
  distinctPlans: z.bigint(),
  longestPath: z.int(),
  advice: z.int(),
  problems: z.array(z.string()),
});

function ask(child: ChildProcess, task: ProofTask): Promise<Proof> {
  return new Promise((resolve, reject) => {
    child.once("message", (answer) => {
      resolve(proofSchema.parse(answer));
    });
    child.once("exit", (code) => {
      reject(new Error(`the proof of ${task.wizard} stopped with exit code ${String(code)}`));
    });
    child.send({ ...task });
  });
}

/** Proves wizards in processes beside each other, those with most advice first. The proofs come in the order of the tasks. */
export async function proveInProcesses(tasks: readonly ProofTask[], processes: number): Promise<readonly Proof[]> {
  const waiting = [...tasks].sort((a, b) => b.rules.advice.length - a.rules.advice.length);
  const proofs = new Map<string, Proof>();
  const work = async (): Promise<void> => {
    const child = fork(fileURLToPath(new URL("./prove-wizards-asked.ts", import.meta.url)), {
      execArgv: ["--import", "tsx"],
      serialization: "advanced",
    });
    try {
      for (let task = waiting.shift(); task; task = waiting.shift()) proofs.set(task.wizard, await ask(child, task));
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return tasks.flatMap(({ wizard }) => proofs.get(wizard) ?? []);
}
