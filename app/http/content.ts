import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Catalogue } from "../guidance/catalogue.ts";
import { formatFault } from "../guidance/fault.ts";
import { readContentFolder } from "../guidance/folder.ts";
import { loadCatalogue } from "../guidance/load.ts";
import type { SearchService } from "../search/service.ts";
import { describeError, type Log } from "./log.ts";
import { today } from "./today.ts";

/** Thrown at the start if the content is broken: its message lists the faults, one in a line. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

/** The content that is being served. */
export interface Content {
  readonly catalogue: Catalogue;
  /** Why the newest content is not the one served; empty if it is. */
  readonly faults: readonly string[];
  /**
   * Reads the folder again and swaps catalogue and search index, both built beside the old ones. Broken content changes
   * nothing but `faults`. Never rejects; calls that come while one runs share one further run.
   */
  reload(): Promise<void>;
  /** Looks whether the folder has changed, and reloads once a change has come to rest for one look. */
  look(): Promise<void>;
}

interface Parts {
  readonly directory: string;
  readonly search: Pick<SearchService, "replace">;
  readonly log: Log;
  /** Called right after a swap. */
  readonly onSwap: () => void;
}

type Loaded = { readonly catalogue: Catalogue } | { readonly faults: readonly string[] };

/** Names, sizes and times of the folder's files: differs whenever an editor, git or a copy has changed one. */
async function signature(directory: string): Promise<string> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = found.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
  const lines = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs, ino } = await stat(file);
      return `${file} ${String(size)} ${String(mtimeMs)} ${String(ino)}`;
    }),
  );
  return lines.sort().join("\n");
}

/** Loads the content and its search index. Rejects with ContentError if there is any fault. */
export async function holdContent({ directory, search, log, onSwap }: Parts): Promise<Content> {
  // Whoever starts the site sees where the folder is; everyone may read the later ones at /health and does not.
  const print = (faults: Parameters<typeof formatFault>[0][], folder: string): string[] =>
    faults.map((fault) => `${path.join(folder, fault.file)}${formatFault(fault).slice(fault.file.length)}`);

  async function load(current?: Catalogue): Promise<Loaded> {
    const files = await readContentFolder(directory);
    const { catalogue, faults } = loadCatalogue(files, today());
    const folder = current ? path.basename(directory) : directory;
    if (!catalogue) return { faults: print([...faults], folder) };
    if (catalogue.revision === current?.revision) return { catalogue: current };
    const searchFaults = await search.replace(catalogue, files);
    return searchFaults.length > 0 ? { faults: print([...searchFaults], folder) } : { catalogue };
  }

  let seen = await signature(directory).catch(() => {
    throw new ContentError([`${directory}: the folder cannot be read; set CONTENT_DIRECTORY to the folder of the content`]);
  });
  const first = await load();
  if ("faults" in first) throw new ContentError(first.faults);
  let { catalogue } = first;
  let faults: readonly string[] = [];
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function run(): Promise<void> {
    try {
      const loaded = await load(catalogue);
      if ("faults" in loaded) {
        faults = loaded.faults;
        log("error", "content-refused", { revision: catalogue.revision, faults });
        return;
      }
      const mended = faults.length > 0;
      faults = [];
      if (loaded.catalogue === catalogue) {
        if (mended) log("info", "content-mended", { revision: catalogue.revision });
        return;
      }
      catalogue = loaded.catalogue;
      onSwap();
      log("info", "content-loaded", { revision: catalogue.revision });
    } catch (error) {
      faults = [`${path.basename(directory)} could not be read; see the log, mend it and reload`];
      log("error", "content-unreadable", { revision: catalogue.revision, error: describeError(error) });
    }
  }

  function reload(): Promise<void> {
    if (!running) {
      running = run().finally(() => (running = undefined));
      return running;
    }
    next ??= running.then(() => {
      next = undefined;
      return reload();
    });
    return next;
  }

  let moving: string | undefined;
  return {
    get catalogue() {
      return catalogue;
    },
    get faults() {
      return faults;
    },
    reload,
    async look() {
      const now = await signature(directory).catch(() => "unreadable");
      if (now === seen) {
        moving = undefined;
      } else if (now === moving) {
        moving = undefined;
        seen = now;
        await reload();
      } else {
        moving = now;
      }
    },
  };
}
