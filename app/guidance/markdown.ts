import MarkdownIt, { type Token } from "markdown-it";
import type { Change, QuestionText } from "./catalogue.ts";
import type { Fault } from "./fault.ts";

/** Answers what a citation or a link inside the content leads to. Undefined means that it does not exist. */
export interface Resolver {
  /** Number of a cited source on this page, counted from 1. */
  citation(sourceId: string): number | undefined;
  /** Address of an entry or section named `kind/id` or `kind/id#anchor`. */
  entry(reference: string): string | undefined;
}

/** One section as it stands in the file. */
export interface RawSection {
  readonly anchor: string;
  readonly heading: string;
  readonly markdown: string;
  /** Line of the file in which the section's body begins. */
  readonly line: number;
}

export interface RenderedSection {
  readonly html: string;
  readonly plain: string;
  readonly sources: readonly string[];
  readonly faults: readonly Fault[];
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
// Links are judged in `resolveLink`, which can name file and line; here every address passes.
markdown.validateLink = () => true;
markdown.inline.ruler.before("link", "citation", (state, silent) => {
  const match = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, state.pos + 120));
  if (!match) return false;
  if (!silent) state.push("citation", "sup", 0).content = match[1] ?? "";
  state.pos += match[0].length;
  return true;
});
markdown.renderer.rules.citation = (tokens, index) => {
  const number = tokens[index]?.info ?? "";
  return `<sup><a href="#source-${number}">${number}</a></sup>`;
};
// A blank of a letter, {{what belongs here}}: readers write into it in the page; it is no form field and is never sent.
markdown.inline.ruler.before("link", "blank", (state, silent) => {
  const match = /^\{\{([^{}\n]{1,120})\}\}/.exec(state.src.slice(state.pos, state.pos + 130));
  if (!match) return false;
  if (!silent) state.push("blank", "span", 0).content = match[1]?.trim() ?? "";
  state.pos += match[0].length;
  return true;
});
markdown.renderer.rules.blank = (tokens, index) => {
  const name = markdown.utils.escapeHtml(tokens[index]?.content ?? "");
  return `<span class="blank" role="textbox" contenteditable="true" aria-label="${name}" spellcheck="false">${name}</span>`;
};
// On a narrow screen a row of a table stands as a block of lines, each behind the heading of its column. The roles keep it a table for
// those who listen.
const tableRoles = new Map([
  ["table_open", "table"],
  ["thead_open", "rowgroup"],
  ["tbody_open", "rowgroup"],
  ["tr_open", "row"],
  ["th_open", "columnheader"],
  ["td_open", "cell"],
]);
markdown.core.ruler.push("table", ({ tokens }) => {
  let headings: string[] = [];
  let column = 0;
  for (const [index, token] of tokens.entries()) {
    const role = tableRoles.get(token.type);
    if (role !== undefined) token.attrSet("role", role);
    if (token.type === "table_open") headings = [];
    if (token.type === "tr_open") column = 0;
    if (token.type === "th_open") headings.push(plainText(tokens.slice(index, index + 2)));
    if (token.type === "td_open") {
      const heading = headings[column] ?? "";
      if (heading !== "") token.attrSet("data-column", heading);
      column += 1;
    }
  }
});
markdown.renderer.rules.table_open = (tokens, index, options, _environment, renderer) =>
  `<div class="table">${renderer.renderToken(tokens, index, options)}`;
markdown.renderer.rules.table_close = () => "</table></div>";

/** The same HTML with its citations numbered anew, for a page that shows several entries with one list of sources. */
export function renumberCitations(html: string, numberOf: (number: number) => number): string {
  return html.replaceAll(/<a href="#source-(\d+)">\d+<\/a>/g, (_match, written: string) => {
    const number = String(numberOf(Number(written)));
    return `<a href="#source-${number}">${number}</a>`;
  });
}

const sectionStart = /^## (.+?)\s*\{#([a-z0-9-]+)\}\s*$/;

/** Splits a Markdown body into its sections. Text before the first section and headings without an anchor are faults. */
export function splitSections(body: string, file: string, firstLine: number): { sections: RawSection[]; faults: Fault[] } {
  const sections: { anchor: string; heading: string; lines: string[]; line: number }[] = [];
  const faults: Fault[] = [];
  for (const [index, text] of body.split("\n").entries()) {
    const line = firstLine + index;
    const start = sectionStart.exec(text);
    if (start) {
      const [, heading = "", anchor = ""] = start;
      if (sections.some((section) => section.anchor === anchor)) {
        faults.push({ file, line, problem: `the section {#${anchor}} stands twice`, cure: "join the two sections" });
      }
      sections.push({ anchor, heading, lines: [], line: line + 1 });
    } else if (/^##? /.test(text)) {
      faults.push({
        file,
        line,
        problem: "this heading has no anchor",
        cure: "write it as ## Heading {#anchor}, or as ### inside a section",
      });
    } else {
      const current = sections.at(-1);
      if (current) current.lines.push(text);
      else if (text.trim() !== "") {
        faults.push({
          file,
          line,
          problem: "text before the first section",
          cure: "start with a line such as ## Heading {#anchor}",
        });
      }
    }
  }
  return { sections: sections.map(({ lines, ...rest }) => ({ ...rest, markdown: lines.join("\n") })), faults };
}

function resolveLink(href: string, resolver: Resolver): { href: string } | { problem: string; cure: string } {
  if (href.startsWith("https://"))
    return URL.canParse(href) ? { href } : { problem: `${href} is not an address`, cure: "correct it" };
  if (/^[a-z]+\/[a-z0-9-]+(?:#[a-z0-9-]+)?$/.test(href)) {
    const address = resolver.entry(href);
    if (address) return { href: address };
    return { problem: `there is no ${href}`, cure: "correct the kind, the id or the section of this link" };
  }
  return {
    problem: `links to ${href.slice(0, 40)} are not allowed`,
    cure: "link to an entry as kind/id or kind/id#anchor, or to the outside with https://",
  };
}

/** Resolves citations and links in place; gathers faults and the cited sources. */
function resolveInline(tokens: Token[], place: { file: string; line: number }, resolver: Resolver) {
  const faults: Fault[] = [];
  const sources = new Set<string>();
  let line = place.line;
  const fault = (problem: string, cure: string): void => {
    faults.push({ file: place.file, line, problem, cure });
  };
  for (const block of tokens) {
    if (block.map) line = place.line + block.map[0];
    if (["fence", "code_block", "html_block", "hr"].includes(block.type)) {
      fault(
        "this kind of block is not used",
        "use paragraphs, lists, small headings and tables; do not indent paragraphs by four spaces",
      );
    }
    for (const token of block.children ?? []) {
      if (token.type === "citation") {
        const number = resolver.citation(token.content);
        token.info = String(number ?? "?");
        if (number === undefined) {
          fault(`there is no source ${token.content}`, "correct the footnote, or add the source to a file in content/sources/");
        } else sources.add(token.content);
      } else if (token.type === "link_open") {
        const resolved = resolveLink(String(token.attrGet("href") ?? ""), resolver);
        token.attrSet("href", "href" in resolved ? resolved.href : "#");
        if ("problem" in resolved) fault(resolved.problem, resolved.cure);
        else if (resolved.href.startsWith("https://")) token.attrSet("rel", "noreferrer");
      } else if (token.type === "image") {
        fault("pictures are not used", "describe in words what the picture shows");
      } else if (token.type === "text" && /<[a-z!/]/i.test(token.content)) {
        fault("HTML is not used", "write plain Markdown, without < before a letter");
      }
    }
  }
  return { faults, sources: [...sources] };
}

const lineEnds = ["paragraph_close", "heading_close", "tr_close"];

/** The words of the tokens without markup: one line a paragraph, item or table row. */
function plainText(tokens: Token[]): string {
  const parts = tokens.flatMap((block) => {
    if (block.type === "list_item_open") return ["• "];
    if (lineEnds.includes(block.type)) return ["\n"];
    if (block.type === "td_close" || block.type === "th_close") return [" "];
    return (block.children ?? []).map((token) => {
      if (token.type === "text" || token.type === "code_inline") return token.content;
      if (token.type === "blank") return `[${token.content}]`;
      return token.type === "softbreak" || token.type === "hardbreak" ? " " : "";
    });
  });
  return parts
    .join("")
    .replaceAll(/[ \t]+\n/g, "\n")
    .trim();
}

function renderTokens(tokens: Token[]): string {
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** The tokens of a text as the pages read it: citations are tokens of type `citation` whose content is the source's id. */
export function parseMarkdown(text: string): Token[] {
  return markdown.parse(text, {});
}

/** Renders a section to safe HTML. */
export function renderSection(section: RawSection, file: string, resolver: Resolver): RenderedSection {
  const tokens = markdown.parse(section.markdown, {});
  const { faults, sources } = resolveInline(tokens, { file, line: section.line }, resolver);
  return { html: renderTokens(tokens), plain: plainText(tokens), sources, faults };
}

interface ListItem {
  readonly line: number;
  readonly tokens: Token[];
}

/** The items of the first bullet list among the tokens, each with its tokens, and the tokens before the list. */
function firstList(tokens: Token[], line: number): { before: Token[]; items: ListItem[] } {
  const start = tokens.findIndex((token) => token.type === "bullet_list_open");
  if (start < 0) return { before: tokens, items: [] };
  const items: ListItem[] = [];
  let current: Token[] | undefined;
  for (const token of tokens.slice(start + 1)) {
    if (token.type === "list_item_open" && token.level === 1) {
      current = [];
      items.push({ line: line + (token.map?.[0] ?? 0), tokens: current });
    } else if (token.type === "bullet_list_close" && token.level === 0) break;
    else if (token.type !== "list_item_close" || token.level !== 1) current?.push(token);
  }
  return { before: tokens.slice(0, start), items };
}

/** Reads the section `changes`: a list whose items start with a date and a colon. Faults about links and citations are left to `renderSection`. */
export function readChanges(section: RawSection, file: string, resolver: Resolver): { changes: Change[]; faults: Fault[] } {
  const tokens = markdown.parse(section.markdown, {});
  const changes: Change[] = [];
  const faults: Fault[] = [];
  resolveInline(tokens, { file, line: section.line }, resolver);
  for (const item of firstList(tokens, section.line).items) {
    const first = item.tokens.find(({ type }) => type === "inline")?.children?.[0];
    const match = first && /^(\d{4}(?:-\d{2}){0,2}): */.exec(first.content);
    if (!first || !match) {
      faults.push({
        file,
        line: item.line,
        problem: "this change has no date",
        cure: "start the item with its date and a colon, for example 2026-06-12: …",
      });
      continue;
    }
    first.content = first.content.slice(match[0].length);
    changes.push({ on: match[1] ?? "", html: renderTokens(item.tokens), plain: plainText(item.tokens) });
  }
  return { changes, faults };
}

/** Reads a wizard's section: a paragraph on why the question is asked, then a list of answers that start with their code. */
export function readQuestion(section: RawSection, file: string, resolver: Resolver): { text: QuestionText; faults: Fault[] } {
  const tokens = markdown.parse(section.markdown, {});
  const faults: Fault[] = [];
  const options: Record<string, string> = {};
  resolveInline(tokens, { file, line: section.line }, resolver);
  const { before, items } = firstList(tokens, section.line);
  for (const item of items) {
    const inline = item.tokens.find(({ type }) => type === "inline");
    const [code, separator] = inline?.children ?? [];
    if (!inline || code?.type !== "code_inline" || separator?.type !== "text") {
      faults.push({
        file,
        line: item.line,
        problem: "this answer has no code",
        cure: "write it as - `code`: the answer as a person would say it",
      });
      continue;
    }
    separator.content = separator.content.replace(/^:\s*/, "");
    options[code.content] = markdown.renderer.renderInline(inline.children?.slice(1) ?? [], markdown.options, {}).trim();
  }
  return { text: { question: section.heading, why: renderTokens(before), options }, faults };
}
