import { flows } from "../machines/index.ts";
import { countryClasses } from "../app/guidance/catalogue.ts";
import { rulesOf } from "../app/wizard/rules.ts";
import { proveInProcesses, type CountedProof } from "./prove-in-processes.ts";
import { proveEveryRail } from "./prove-rails.ts";
import { contentForWizards } from "./wizard-content.ts";

const today = new Date().toISOString().slice(0, 10);
const asJson = process.argv.includes("--json");
const catalogue = await contentForWizards(today, asJson, "the wizards cannot be proved on broken content");

function summary({
  questions,
  answers,
  positions,
  edges,
  paths,
  pathsToPlan,
  longestPath,
  distinctPlans,
  advice,
  problems,
}: CountedProof): string {
  return [
    `${String(questions)} questions`,
    `${String(answers)} answer classes`,
    `${String(positions)} positions`,
    `${String(edges)} edges`,
    `${paths.toString()} paths of at most ${String(longestPath)} answers`,
    `${pathsToPlan.toString()} of them to a plan`,
    `${distinctPlans.toString()} distinct plans`,
    `${String(advice)} pieces of advice`,
    `${String(problems.length)} problems`,
  ].join(", ");
}

if (catalogue) {
  const context = { countryClasses: countryClasses(catalogue), today };
  const tasks = Object.values(flows).map((flow) => ({ wizard: flow.id, rules: rulesOf(catalogue, flow, today), context }));
  const [proofs, rails] = await Promise.all([proveInProcesses(tasks, 2), proveEveryRail(catalogue, today)]);
  const ok = [...proofs, ...rails].every(({ problems }) => problems.length === 0);
  if (asJson)
    console.log(
      JSON.stringify({
        ok,
        proofs: proofs.map((proof) => ({
          ...proof,
          paths: proof.paths.toString(),
          pathsToPlan: proof.pathsToPlan.toString(),
          distinctPlans: proof.distinctPlans.toString(),
        })),
        rails,
      }),
    );
  else {
    for (const proof of proofs) {
      for (const problem of proof.problems) console.log(`${proof.wizard}: ${problem}`);
      console.log(`${proof.wizard}: ${summary(proof)}`);
    }
    for (const { wizard, language, edges, plans, problems } of rails) {
      for (const problem of problems) console.log(`${wizard} in ${language}: ${problem}`);
      console.log(
        `${wizard} in ${language}: ${String(edges)} edges on both rails, ${String(plans)} plans compared, ${String(problems.length)} problems`,
      );
    }
  }
  process.exitCode = ok ? 0 : 1;
}
