import type { Catalogue } from "../app/guidance/catalogue.ts";
import { formatFault } from "../app/guidance/fault.ts";
import { readContentFolder } from "../app/guidance/folder.ts";
import { loadCatalogue } from "../app/guidance/load.ts";

/**
 * The catalogue of `content/` for a command about wizards. On broken content it prints the faults and the consequence, as text or as
 * one JSON object, sets the exit code to 1 and gives null.
 * @param today YYYY-MM-DD
 */
export async function contentForWizards(today: string, asJson: boolean, consequence: string): Promise<Catalogue | null> {
  const { catalogue, faults } = loadCatalogue(await readContentFolder("content"), today);
  if (catalogue) return catalogue;
  const reasons = faults.map((fault) => `content/${formatFault(fault)}`);
  console.log(asJson ? JSON.stringify({ ok: false, faults: reasons }) : [...reasons, consequence].join("\n"));
  process.exitCode = 1;
  return null;
}
