import { formatFault } from "../app/guidance/fault.ts";
import { readContentFolder } from "../app/guidance/folder.ts";
import { loadCatalogue } from "../app/guidance/load.ts";
import { readVocabulary } from "../app/search/read-vocabulary.ts";
import { searchRecords } from "../app/search/records.ts";

const files = await readContentFolder("content");
const { catalogue, faults: entryFaults, warnings } = loadCatalogue(files, new Date().toISOString().slice(0, 10));
// The vocabulary of the search names sections, so it can only be checked against a sound catalogue.
const vocabularyFaults = catalogue
  ? readVocabulary(
      files,
      searchRecords(catalogue).map(({ key }) => key),
    ).faults
  : [];
const faults = [...entryFaults, ...vocabularyFaults];

if (process.argv.includes("--json")) {
  console.log(
    JSON.stringify({ ok: faults.length === 0, revision: catalogue?.revision ?? null, files: files.size, faults, warnings }),
  );
} else {
  for (const fault of faults) console.log(`content/${formatFault(fault)}`);
  for (const warning of warnings) console.log(`warning: content/${formatFault(warning)}`);
  console.log(`${String(files.size)} files, ${String(faults.length)} faults, ${String(warnings.length)} warnings`);
}
process.exitCode = faults.length > 0 ? 1 : 0;
