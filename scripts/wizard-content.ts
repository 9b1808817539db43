import type { Catalogue } from "../app/guidance/catalogue.ts";
import { formatFault } from "../app/guidance/fault.ts";
import { readContentFolder } from "../app/guidance/folder.ts";
import { loadCatalogue } from "../app/guidance/load.ts";
import { readConfiguration } from "../app/http/configuration.ts";

/**
 * The catalogue of the content folder for a command about wizards. On broken content it prints the faults and the consequence, as text or as
 * one JSON object, sets the exit code to 1 and gives null.
 * @param today YYYY-MM-DD
 */
export async function contentForWizards(today: string, asJson: boolean, consequence: string): Promise<Catalogue | null> {
  const { CONTENT_DIRECTORY: folder } = readConfiguration(process.env);
  const { catalogue, faults } = loadCatalogue(await readContentFolder(folder), today);
  if (catalogue) return catalogue;
  const reasons = faults.map((fault) => `${folder}/${formatFault(fault)}`);
  console.log(asJson ? JSON.stringify({ ok: false, faults: reasons }) : [...reasons, consequence].join("\n"));
  process.exitCode = 1;
  return null;
}
