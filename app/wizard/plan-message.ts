/** What a plan says, as plain text for a messenger: its first lines, then every group with its visible lines, their time limits and summaries. */
export function planMessage(planView: HTMLElement): string {
  const parts: string[] = [textOf(planView.querySelector("h1"))];
  for (const section of planView.querySelectorAll<HTMLElement>("section")) {
    if (isHidden(section, planView)) continue;
    const items = [...section.querySelectorAll<HTMLElement>("[data-first], [data-advice]")].filter((item) => !item.hidden);
    if (items.length === 0) continue;
    parts.push("", textOf(section.querySelector("h2")).toUpperCase());
    for (const item of items) parts.push(...linesOf(item));
  }
  return parts.join("\n").trim();
}

function linesOf(item: HTMLElement): string[] {
  const title = textOf(item.querySelector("h3, a"));
  if (item.dataset.first !== undefined) return [`! ${title}`];
  const rest = [...item.querySelectorAll<HTMLElement>(":scope > p:not(.problem), :scope > .deadline > p")].filter(
    (paragraph) => !paragraph.hidden && !paragraph.classList.contains("urgency"),
  );
  return [`- ${title}`, ...rest.map((paragraph) => `  ${textOf(paragraph)}`)];
}

function isHidden(element: HTMLElement, within: HTMLElement): boolean {
  const hider = element.closest<HTMLElement>("[hidden]");
  return hider !== null && within.contains(hider);
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}
