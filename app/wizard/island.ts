import { flows } from "../../machines/index.ts";
import type { Bag } from "./bag.ts";
import { isIslandData } from "./island-data.ts";
import { fetchDocument, startWizard, type Stage } from "./stage.ts";

/** By the place of their address. */
const stages = new Map<string, Stage>();

/** An address without its language. */
function placeOf(address: string): string {
  return address.split("/").slice(2).join("/");
}

/** The wizard that a document holds, started with answers. Null if the document holds none. */
function stageOf(from: ParentNode, given: Bag): Stage | null {
  const root = from.querySelector<HTMLElement>("[data-wizard]");
  const data: unknown = JSON.parse(root?.querySelector("[data-rules]")?.textContent ?? "null");
  if (!root || !isIslandData(data)) return null;
  const flow = flows[data.wizard];
  const stage = flow ? startWizard(root, flow, data, given, goOnward) : null;
  if (stage) stages.set(placeOf(stage.address), stage);
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

/** Shows a wizard at the step that the address names. */
function showAsAddressed(stage: Stage): void {
  const [, step] = /^#(\d{1,3})$/.exec(location.hash) ?? [];
  if (location.hash !== "" && step === undefined) return;
  enter(stage);
  stage.show(step !== undefined ? Number(step) : placeOf(stage.address) === firstPlace ? 1 : Number.MAX_SAFE_INTEGER, true);
}

/** Puts this page into another language and keeps the answers: what it fetches is the same for everyone, and they are handed over inside the page. */
async function changeLanguage(language: string, shown: Stage): Promise<void> {
  const inLanguage = ({ address }: Stage): string => `/${language}/${placeOf(address)}`;
  const others = [...stages.values()].filter((stage) => stage !== shown);
  const [page, ...parts] = await Promise.all([
    fetchDocument(inLanguage(shown)),
    ...others.map((stage) => fetchDocument(`${inLanguage(stage)}/part`)),
  ]);
  document.documentElement.lang = language;
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  const translated = stageOf(document, shown.answers());
  for (const [index, part] of parts.entries()) stageOf(part, others[index]?.answers() ?? {});
  history.replaceState(null, "", inLanguage(shown) + location.hash);
  if (translated) showAsAddressed(translated);
}

window.addEventListener("popstate", () => {
  const stage = stages.get(placeOf(location.pathname));
  if (stage) showAsAddressed(stage);
});
// Leaving, by whichever control, forgets the answers and takes this page out of the history.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.pathname.endsWith("/leave")) return;
  event.preventDefault();
  for (const stage of stages.values()) stage.forget();
  location.replace(link.href);
});
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const shown = stages.get(placeOf(location.pathname));
  if (!link?.hreflang || !stages.has(placeOf(link.pathname)) || !shown || Object.keys(shown.answers()).length === 0) return;
  event.preventDefault();
  changeLanguage(link.hreflang, shown).catch(() => {
    const missing = shown.root.querySelector<HTMLElement>("[data-onward-missing]");
    if (missing) missing.hidden = false;
    missing?.scrollIntoView();
  });
});

const firstPlace = placeOf(location.pathname);
const first = stageOf(document, {});
if (first && location.hash !== "") {
  // Whoever reloads the page in the middle is told why the questions begin again.
  const reopened = first.root.querySelector<HTMLElement>("[data-reopened]");
  if (reopened) reopened.hidden = !/^#\d{1,3}$/.test(location.hash);
  history.replaceState(null, "", location.pathname);
}
first?.show(1, false);
