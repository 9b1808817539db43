import { flows } from "../machines/index.ts";
import { countryClasses } from "../app/guidance/catalogue.ts";
import { formatFault } from "../app/guidance/fault.ts";
import { readContentFolder } from "../app/guidance/folder.ts";
import { loadCatalogue } from "../app/guidance/load.ts";
import { proveWizard } from "../app/wizard/proof.ts";
import { rulesOf } from "../app/wizard/rules.ts";

const today = new Date().toISOString().slice(0, 10);
const asJson = process.argv.includes("--json");
const { catalogue, faults } = loadCatalogue(await readContentFolder("content"), today);

if (!catalogue) {
  const reasons = faults.map((fault) => `content/${formatFault(fault)}`);
  console.log(
    asJson
      ? JSON.stringify({ ok: false, faults: reasons })
      : [...reasons, "the wizards cannot be proved on broken content"].join("\n"),
  );
  process.exitCode = 1;
} else {
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
