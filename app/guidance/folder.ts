import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ContentFiles } from "./read.ts";

/**
 * Reads a content folder into a map. Only YAML and Markdown files count; hidden files are passed over.
 * Rejects if the folder cannot be read.
 */
export async function readContentFolder(folder: string): Promise<ContentFiles> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((file) => file.isFile() && /\.(?:yaml|md)$/.test(file.name) && !file.name.startsWith("."))
    .map((file) => path.join(file.parentPath, file.name))
    .sort();
  const texts = await Promise.all(paths.map((file) => readFile(file, "utf8")));
  return new Map(
    paths.map((file, index) => [
      path.relative(folder, file).split(path.sep).join("/"),
      (texts[index] ?? "").replaceAll("\r\n", "\n"),
    ]),
  );
}
