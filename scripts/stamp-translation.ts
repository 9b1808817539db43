import { readFile, writeFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { formatFault, type Fault } from "../app/guidance/fault.ts";
import { readText } from "../app/guidance/read.ts";
import { readConfiguration } from "../app/http/configuration.ts";
import { hashOfHead, hashOfText } from "../app/guidance/translation.ts";

/** Notes in `<entry>/<language>.md` that it now follows `<entry>/<original>.md`, section by section. */
async function stamp(entry: string, language: string, original: string): Promise<void> {
  const faults: Fault[] = [];
  const { CONTENT_DIRECTORY: folder } = readConfiguration(process.env);
  const target = `${folder}/${entry}/${language}.md`;
  const source = `${folder}/${entry}/${original}.md`;
  const raw = readText(await readFile(source, "utf8"), source, faults);
  if (!raw) throw new Error(faults.map(formatFault).join("\n"));
  const text = await readFile(target, "utf8");
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!match) throw new Error(`${target}:1: the front matter is missing; start the file with ---, title, summary and ---`);
  const head = parseDocument(match[1] ?? "");
  head.set("translation", {
    of: original,
    head: hashOfHead(raw.head),
    sections: Object.fromEntries(raw.sections.map(({ anchor, markdown }) => [anchor, hashOfText(markdown)])),
  });
  await writeFile(target, `---\n${head.toString({ lineWidth: 120 })}---\n${text.slice(match[0].length)}`);
}

const [entry, language, original = language === "ru" ? "en" : "ru"] = process.argv.slice(2);
if (!entry || !language || entry.includes("..")) {
  console.error("usage: npm run content:stamp -- <kind>/<id> <language> [<original language>]");
  process.exitCode = 2;
} else await stamp(entry, language, original);
