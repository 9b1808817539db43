import type { Token } from "markdown-it";
import { parseMarkdown, type RawSection } from "../markdown.ts";

/** A paragraph, list item, table row or small heading: the smallest piece of text that has sources of its own. */
export interface Block {
  readonly kind: "paragraph" | "item" | "row" | "heading";
  /** Line of the file in which it begins. */
  readonly line: number;
  /** What the reader sees, without markup and citation marks. */
  readonly text: string;
  /** The same without the words of links to other entries: what is said there has its sources there. */
  readonly ownText: string;
  /** Ids of the sources that it cites itself. */
  readonly sources: readonly string[];
  /** Addresses of its links as written. */
  readonly links: readonly string[];
  /** The paragraph that introduces its list or table, or the item in which its list stands. */
  readonly parent: Block | undefined;
  /** Heading of its section and, if it stands below one, the small heading. */
  readonly headings: readonly string[];
}

interface Inline {
  readonly text: string;
  readonly ownText: string;
  readonly sources: readonly string[];
  readonly links: readonly string[];
}

function readInline(token: Token): Inline {
  let text = "";
  let ownText = "";
  let inEntryLink = false;
  const sources: string[] = [];
  const links: string[] = [];
  for (const child of token.children ?? []) {
    if (child.type === "citation") sources.push(child.content);
    else if (child.type === "link_open") {
      const href = String(child.attrGet("href") ?? "");
      links.push(href);
      inEntryLink = !href.includes(":");
    } else if (child.type === "link_close") inEntryLink = false;
    else {
      const words = child.type === "softbreak" || child.type === "hardbreak" ? " " : child.content;
      text += words;
      if (!inEntryLink) ownText += words;
    }
  }
  return { text, ownText, sources, links };
}

/** The blocks of a section in the order in which they stand. */
export function readBlocks(section: RawSection): readonly Block[] {
  const blocks: Block[] = [];
  /** What introduces each open list or table. */
  const parents: (Block | undefined)[] = [];
  /** Each open item with its first block, once that has been read. */
  const openItems: { block: Block | undefined }[] = [];
  let lastParagraph: Block | undefined;
  let row: Inline[] | undefined;
  let inHeading = false;
  let smallHeading: string | undefined;
  let line = section.line;
  const add = (kind: Block["kind"], { text, ownText, sources, links }: Inline): Block => {
    const headings = smallHeading === undefined ? [section.heading] : [section.heading, smallHeading];
    const block: Block = { kind, line, text, ownText, sources, links, parent: parents.at(-1), headings };
    blocks.push(block);
    return block;
  };
  for (const token of parseMarkdown(section.markdown)) {
    if (token.map && token.nesting >= 0) line = section.line + token.map[0];
    switch (token.type) {
      case "bullet_list_open":
      case "ordered_list_open":
        parents.push(openItems.at(-1)?.block ?? lastParagraph);
        break;
      case "table_open":
        parents.push(lastParagraph);
        break;
      case "bullet_list_close":
      case "ordered_list_close":
      case "table_close":
        parents.pop();
        lastParagraph = undefined;
        break;
      case "list_item_open":
        openItems.push({ block: undefined });
        break;
      case "list_item_close":
        openItems.pop();
        break;
      case "tr_open":
        row = [];
        break;
      case "tr_close":
        if (row) {
          const cells = row;
          add("row", {
            text: cells.map(({ text }) => text).join(" | "),
            ownText: cells.map(({ ownText }) => ownText).join(" | "),
            sources: cells.flatMap(({ sources }) => sources),
            links: cells.flatMap(({ links }) => links),
          });
        }
        row = undefined;
        break;
      case "heading_open":
        inHeading = true;
        lastParagraph = undefined;
        break;
      case "heading_close":
        inHeading = false;
        break;
      case "inline": {
        const inline = readInline(token);
        const item = openItems.at(-1);
        if (row) row.push(inline);
        else if (item) {
          const block = add("item", inline);
          item.block ??= block;
        } else if (inHeading) {
          smallHeading = inline.text;
          add("heading", inline);
        } else lastParagraph = add("paragraph", inline);
        break;
      }
    }
  }
  return blocks;
}
