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
  longestPath: z.int(),
  advice: z.int(),
  problems: z.array(z.string()),
});

const countSchema = z.object({ distinctPlans: z.bigint() });

function ask(child: ChildProcess, task: ProofTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => {
      reject(new Error(`the proof of ${task.wizard} stopped with exit code ${String(code)}`));
    });
    child.send({ ...task });
  });
}

/** A wizard's proof, and how many of its plans differ. */
export interface CountedProof extends Proof {
  readonly distinctPlans: bigint;
}

/** Proves wizards in processes beside each other, those with most advice first. The proofs come in the order of the wizards. */
export async function proveInProcesses(
  wizards: readonly Omit<ProofTask, "wanted">[],
  processes: number,
): Promise<readonly CountedProof[]> {
  const waiting = [...wizards]
    .sort((a, b) => b.rules.advice.length - a.rules.advice.length)
    .flatMap((wizard): ProofTask[] => [
      { ...wizard, wanted: "distinct plans" },
      { ...wizard, wanted: "proof" },
    ]);
  const proofs = new Map<string, Proof>();
  const counts = new Map<string, bigint>();
  const work = async (): Promise<void> => {
    const child = fork(fileURLToPath(new URL("./prove-wizards-asked.ts", import.meta.url)), {
      execArgv: ["--import", "tsx"],
      serialization: "advanced",
    });
    try {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        const answer = await ask(child, task);
        if (task.wanted === "proof") proofs.set(task.wizard, proofSchema.parse(answer));
        else counts.set(task.wizard, countSchema.parse(answer).distinctPlans);
      }
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return wizards.flatMap(({ wizard }): CountedProof[] => {
    const proof = proofs.get(wizard);
    return proof ? [{ ...proof, distinctPlans: counts.get(wizard) ?? 0n }] : [];
  });
}
