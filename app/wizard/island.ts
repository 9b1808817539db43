import { flows } from "../../machines/index.ts";
import type { Bag } from "./bag.ts";
import { isIslandData } from "./island-data.ts";
import { fetchDocument, startWizard, type Stage } from "./stage.ts";

const stages = new Map<string, Stage>();

/** The wizard that a document holds, started with answers. Null if the document holds none. */
function stageOf(from: ParentNode, given: Bag): Stage | null {
  const root = from.querySelector<HTMLElement>("[data-wizard]");
  const data: unknown = JSON.parse(root?.querySelector("[data-rules]")?.textContent ?? "null");
  if (!root || !isIslandData(data)) return null;
  const flow = flows[data.wizard];
  const stage = flow ? startWizard(root, flow, data, given, goOnward) : null;
  if (stage) stages.set(stage.address, stage);
  return stage;
}

/** Puts a wizard in the place of the one that is shown. */
function enter(stage: Stage): void {
  const shown = document.querySelector("[data-wizard]");
  if (shown !== stage.root) shown?.replaceWith(stage.root);
}

/** Fetches the next wizard, which is the same document for everyone, and hands it the answers inside this page. */
async function goOnward(address: string, bag: Bag): Promise<void> {
  const stage = stageOf(await fetchDocument(`${address}/part`), bag);
  if (!stage) throw new Error(`${address} holds no wizard`);
  enter(stage);
  const step = Number.MAX_SAFE_INTEGER;
  history.pushState(null, "", address);
  stage.show(step, true);
}

window.addEventListener("popstate", () => {
  const stage = stages.get(location.pathname);
  if (!stage) return;
  const hash = /^#(\d{1,3})$/.exec(location.hash);
  if (location.hash !== "" && !hash) return;
  enter(stage);
  stage.show(hash ? Number(hash[1]) : stage === first ? 1 : Number.MAX_SAFE_INTEGER, true);
});
// Leaving, by whichever control, forgets the answers and takes this page out of the history.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.pathname.endsWith("/leave")) return;
  event.preventDefault();
  for (const stage of stages.values()) stage.forget();
  location.replace(link.href);
});

const first = stageOf(document, {});
if (first && location.hash !== "") {
  // Whoever reloads the page in the middle is told why the questions begin again.
  const reopened = first.root.querySelector<HTMLElement>("[data-reopened]");
  if (reopened) reopened.hidden = !/^#\d{1,3}$/.test(location.hash);
  history.replaceState(null, "", location.pathname);
}
first?.show(1, false);
