import { flows } from "../machines/index.ts";
import { countryClasses } from "../app/guidance/catalogue.ts";
import { proveWizard } from "../app/wizard/proof.ts";
import { rulesOf } from "../app/wizard/rules.ts";
import { contentForWizards } from "./wizard-content.ts";

const today = new Date().toISOString().slice(0, 10);
const asJson = process.argv.includes("--json");
const catalogue = await contentForWizards(today, asJson, "the wizards cannot be proved on broken content");

if (catalogue) {
  const proofs = Object.values(flows).map((flow) =>
    proveWizard(flow, rulesOf(catalogue, flow, today), { countryClasses: countryClasses(catalogue), today }),
  );
  const ok = proofs.every(({ problems }) => problems.length === 0);
  if (asJson)
    console.log(
      JSON.stringify({
        ok,
        proofs: proofs.map((proof) => ({ ...proof, paths: proof.paths.toString(), plans: proof.plans.toString() })),
      }),
    );
  else {
    for (const { wizard, questions, answers, positions, edges, paths, plans, longestPath, advice, problems } of proofs) {
      for (const problem of problems) console.log(`${wizard}: ${problem}`);
      console.log(
        `${wizard}: ${String(questions)} questions, ${String(answers)} answer classes, ${String(positions)} positions, ${String(edges)} edges, ` +
          `${paths.toString()} paths of at most ${String(longestPath)} answers, ${plans.toString()} of them to a plan, ${String(advice)} pieces of advice, ${String(problems.length)} problems`,
      );
    }
  }
  process.exitCode = ok ? 0 : 1;
}
