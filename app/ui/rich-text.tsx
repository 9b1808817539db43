import type { ReactNode } from "react";
import css from "./rich-text.css?inline";
import tableCss from "./text-table.css?inline";

export const richTextStyles = [css];

/** For texts that hold a table. */
export const textTableStyles = [tableCss];

/** Safe HTML of the catalogue, rendered from Markdown when the content was loaded. */
export function RichText({ html }: { html: string }): ReactNode {
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
