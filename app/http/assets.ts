import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Answer } from "./answer.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** Files of the client build by name. They carry a hash of their content in their names, so they never change. */
export type Assets = ReadonlyMap<string, Answer>;

/** Reads the built files once: what is not in this map does not exist for a reader, whatever a path says. */
export async function loadAssets(folder: string): Promise<Assets> {
  const files = (await readdir(folder, { withFileTypes: true })).filter((file) => file.isFile());
  return new Map(
    await Promise.all(
      files.map(async ({ name }): Promise<[string, Answer]> => {
        const headers = new Headers({
          "content-type": mediaTypes[path.extname(name)] ?? "application/octet-stream",
          "cache-control": "public, max-age=31536000, immutable",
        });
        return [name, { status: 200, headers, body: new Uint8Array(await readFile(path.join(folder, name))) }];
      }),
    ),
  );
}
