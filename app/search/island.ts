import { isTitleShard } from "./titles.ts";
import { createTitleSearch, type TitleHit } from "./title-search.ts";

type Find = (text: string, most: number) => readonly TitleHit[];

const mostSuggestions = 8;
const optionId = (index: number): string => `_option-${String(index)}`;

/**
 * The search page's controller. Titles are sought on the device in a document that is the same for everyone, so that no request carries what
 * is typed before the reader asks for it. Nothing is kept: neither words nor choices.
 */
function startSearch(root: HTMLElement, input: HTMLInputElement): void {
  const { titles = "", prefix = "", suggestions = "", copied = "", keys = "", slashOff = "", slashOn = "" } = root.dataset;
  let find: Find | undefined;
  let loading = false;
  let hits: readonly TitleHit[] = [];
  let active = -1;
  let slashWorks = true;

  const list = document.createElement("div");
  list.id = "_suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", suggestions);
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "meta";
  status.setAttribute("role", "status");
  root.append(list, status, keysNote());

  // A search field's own role does not allow a list; the look stays that of the page.
  input.type = "text";
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  }))
    input.setAttribute(name, value);

  /** Names the keys, with a switch for the one that works outside the field: whoever dictates presses it without meaning to. */
  function keysNote(): HTMLElement {
    const note = document.createElement("p");
    note.className = "meta keys";
    const toggle = document.createElement("button");
    toggle.type = "button";
    toggle.className = "choice";
    toggle.textContent = slashOff;
    toggle.addEventListener("click", () => {
      slashWorks = !slashWorks;
      toggle.textContent = slashWorks ? slashOff : slashOn;
    });
    note.append(`${keys} · `, toggle);
    return note;
  }

  async function load(): Promise<void> {
    if (find ?? loading) return;
    loading = true;
    try {
      const response = await fetch(titles, { credentials: "omit" });
      const shard: unknown = await response.json();
      if (response.ok && isTitleShard(shard)) find = createTitleSearch(shard);
      if (document.activeElement === input) suggest();
    } catch {
      // Without titles the form works as it does without scripts.
    }
    loading = false;
  }

  function option(hit: TitleHit, index: number): HTMLElement {
    const link = document.createElement("a");
    link.id = optionId(index);
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.href = `${prefix}/${hit.reference}`;
    link.tabIndex = -1;
    link.textContent = hit.heading === "" ? hit.title : `${hit.title} › ${hit.heading}`;
    return link;
  }

  function suggest(): void {
    hits = find && input.value.trim().length > 1 && input.value !== input.defaultValue ? find(input.value, mostSuggestions) : [];
    list.replaceChildren(...hits.map(option));
    choose(-1);
    open(hits.length > 0);
  }

  function open(shown: boolean): void {
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
    if (!shown) choose(-1);
  }

  function choose(index: number): void {
    active = index;
    for (const [position, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(position === index));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", optionId(index));
    list.children[index]?.scrollIntoView({ block: "nearest" });
  }

  const results = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-result]")];

  /** What an arrow does in the field. Returns whether there was anything to do. */
  function moveInField(step: 1 | -1): boolean {
    if (!list.hidden) {
      // From the last one on, and from the first one back, the field itself is next.
      const places = hits.length + 1;
      choose(((active + 1 + step + places) % places) - 1);
      return true;
    }
    const [first] = results();
    if (step < 0 || !first) return false;
    first.focus();
    return true;
  }

  function keyInField(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (moveInField(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      open(false);
    } else if (event.key === "Enter" && active >= 0) {
      const link = list.children[active];
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      location.assign(link.href);
    }
  }

  function keyInResults(event: KeyboardEvent, at: number): void {
    if (event.key === "Escape" || (event.key === "ArrowUp" && at === 0)) input.focus();
    else if (event.key === "ArrowDown") results()[at + 1]?.focus();
    else if (event.key === "ArrowUp") results()[at - 1]?.focus();
    else return;
    event.preventDefault();
  }

  function keyOnPage(event: KeyboardEvent): void {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !(target instanceof HTMLElement)) return;
    if (target === input) {
      keyInField(event);
      return;
    }
    const at = results().indexOf(target);
    // On the Russian layout the same key gives a dot.
    if (slashWorks && (event.key === "/" || (event.code === "Slash" && event.key === "."))) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (at >= 0) keyInResults(event, at);
  }

  /** Copies the text that stands on a link's page. Where that cannot be done, the page itself opens. */
  async function copy(link: HTMLAnchorElement): Promise<void> {
    const text = fetch(link.href, { credentials: "omit" }).then(async (response) => {
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const words = page.querySelector("[data-text]")?.textContent ?? "";
      if (words === "") throw new Error("the page holds no text");
      return new Blob([words], { type: "text/plain" });
    });
    try {
      // A promise inside the item keeps the press that allows the copying.
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
      status.textContent = copied;
      link.textContent = copied;
    } catch {
      location.assign(link.href);
    }
  }

  input.addEventListener("focus", () => void load());
  input.addEventListener("input", suggest);
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) open(false);
  });
  // The field keeps the focus while something in the list is pressed.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
  });
  document.addEventListener("keydown", keyOnPage);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-copy]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.textContent === copied) return;
    event.preventDefault();
    void copy(link);
  });
  if (document.activeElement === input) void load();
}

const root = document.querySelector<HTMLElement>("form[data-titles]");
const input = root?.querySelector<HTMLInputElement>("input[name='q']");
if (root && input) startSearch(root, input);
