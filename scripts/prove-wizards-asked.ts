import { flows } from "../machines/index.ts";
import type { ValueContext } from "../machines/values.ts";
import { countDistinctPlans, proveWizard } from "../app/wizard/proof.ts";
import type { PlanRules } from "../app/wizard/rules.ts";

/** What a process of `proveInProcesses` is asked for, one at a time. Counting plans takes as long as the proof, so they are asked for apart. */
export interface ProofTask {
  readonly wanted: "proof" | "distinct plans";
  readonly wizard: string;
  readonly rules: PlanRules;
  readonly context: ValueContext;
}

process.on("message", ({ wanted, wizard, rules, context }: ProofTask) => {
  const flow = flows[wizard];
  if (!flow) throw new Error(`machines/index.ts has no wizard ${wizard}`);
  process.send?.(
    wanted === "proof" ? proveWizard(flow, rules, context) : { distinctPlans: countDistinctPlans(flow, rules, context) },
  );
});
