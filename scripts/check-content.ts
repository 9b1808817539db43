import { formatFault, warningGroups, type Warning } from "../app/guidance/fault.ts";
import { readConfiguration } from "../app/http/configuration.ts";
import { readContentFolder } from "../app/guidance/folder.ts";
import { checkContent } from "../app/guidance/gates/check-content.ts";
import { readVocabulary } from "../app/search/read-vocabulary.ts";
import { searchRecords } from "../app/search/records.ts";

const wants = (option: string): boolean => process.argv.includes(option);
const { CONTENT_DIRECTORY: folder } = readConfiguration(process.env);
const files = await readContentFolder(folder);
const { catalogue, faults: contentFaults, warnings, readings } = checkContent(files, new Date().toISOString().slice(0, 10));
// The vocabulary of the search names sections, so it can only be checked against a sound catalogue.
const vocabularyFaults = catalogue
  ? readVocabulary(
      files,
      searchRecords(catalogue).map(({ key }) => key),
    ).faults
  : [];
const faults = [...contentFaults, ...vocabularyFaults];

/** Warnings are many and lasting, so each group is a line unless all are asked for. */
function printWarnings(all: boolean): void {
  for (const [about, words] of Object.entries(warningGroups)) {
    const group = warnings.filter((warning: Warning) => warning.about === about);
    if (group.length > 0) console.log(`warning: ${String(group.length)} ${words}`);
    if (all) for (const warning of group) console.log(`  ${folder}/${formatFault(warning)}`);
  }
  if (!all && warnings.length > 0) console.log("npm run check:content -- --warnings lists every warning");
}

if (wants("--json")) {
  console.log(
    JSON.stringify({
      ok: faults.length === 0,
      revision: catalogue?.revision ?? null,
      files: files.size,
      faults,
      warnings,
      readings,
    }),
  );
} else if (wants("--report")) {
  console.log("reading ease | words | file");
  for (const { file, words, ease } of readings.toSorted((a, b) => (a.ease ?? 0) - (b.ease ?? 0))) {
    console.log(`${(ease?.toFixed(1) ?? "").padStart(12)} | ${String(words).padStart(5)} | ${folder}/${file}`);
  }
} else if (wants("--table") && catalogue) {
  // Imported only here, since it serves the built site to weigh its pages.
  const { countryTable } = await import("./country-table.ts");
  console.log(await countryTable(catalogue, readings));
} else {
  for (const fault of faults) console.log(`${folder}/${formatFault(fault)}`);
  printWarnings(wants("--warnings"));
  console.log(`${String(files.size)} files, ${String(faults.length)} faults, ${String(warnings.length)} warnings`);
}
process.exitCode = faults.length > 0 ? 1 : 0;
