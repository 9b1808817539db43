import { flows } from "../machines/index.ts";
import type { ValueContext } from "../machines/values.ts";
import { proveWizard } from "../app/wizard/proof.ts";
import type { PlanRules } from "../app/wizard/rules.ts";

/** What a process of `proveInProcesses` is asked for, one at a time. */
export interface ProofTask {
  readonly wizard: string;
  readonly rules: PlanRules;
  readonly context: ValueContext;
}

process.on("message", ({ wizard, rules, context }: ProofTask) => {
  const flow = flows[wizard];
  if (!flow) throw new Error(`machines/index.ts has no wizard ${wizard}`);
  process.send?.(proveWizard(flow, rules, context));
});
