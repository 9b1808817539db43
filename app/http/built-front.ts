import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { z } from "zod";
import type { Catalogue } from "../guidance/catalogue.ts";
import { adviceKinds } from "../guidance/schema/entry.ts";
import { loadAssets } from "./assets.ts";
import type { Log } from "./log.ts";
import { renderWithRemix, routePatterns } from "./render.ts";
import type { Front } from "./site-server.ts";

/** A module that Remix has built. What is inside it is our own code, so only its outline is checked. */
export const serverBuild = z.custom<ServerBuild>(
  (module) =>
    z.looseObject({ routes: z.looseObject({}), entry: z.looseObject({ module: z.looseObject({}) }) }).safeParse(module).success,
  "this is no Remix server build; run npm run build",
);

/** Texts of built islands by name. */
async function readIslands(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [path.basename(file, ".js"), await readFile(path.join(folder, file), "utf8")] as const),
    ),
  );
}

async function readServerBuild(file: string): Promise<ServerBuild> {
  return serverBuild.parse(await import(pathToFileURL(file).href));
}

/** The wizards' documents: each holds all questions or all advice, and is large to render and to compress. */
export function wizardPaths({ entries, languages }: Catalogue): readonly string[] {
  return [...entries.wizards.values()].flatMap(({ data }) =>
    languages.flatMap(({ code }) => {
      const page = `/${code}/questions/${String(data.number)}`;
      return [page, `${page}/part`, ...adviceKinds.map((kind) => `${page}/details/${kind}`)];
    }),
  );
}

/** Loads what `npm run build` has made. */
export async function loadBuiltFront(folder: string, log: Log): Promise<Front> {
  const [build, assets, islands] = await Promise.all([
    readServerBuild(path.join(folder, "server/index.js")),
    loadAssets(path.join(folder, "client/assets")),
    readIslands(path.join(folder, "islands")),
  ]);
  return {
    render: renderWithRemix(build, log),
    routeOf: routePatterns(build.routes),
    assets,
    islands: () => islands,
    warmPaths: wizardPaths,
  };
}
