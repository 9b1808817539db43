import { createHash } from "node:crypto";
import type { RawText } from "./read.ts";
import type { FrontMatter } from "./schema/text.ts";

/** Hash of a text as translations record it: the same words give the same hash however lines are broken. */
export function hashOfText(text: string): string {
  return createHash("sha256").update(text.replaceAll(/\s+/g, " ").trim()).digest("hex").slice(0, 12);
}

/** Hash of the parts of the front matter that are translated. */
export function hashOfHead(head: FrontMatter): string {
  return hashOfText(JSON.stringify([head.title, head.summary, Object.entries(head.notes).sort()]));
}

/**
 * What of a translation no longer follows its original: anchors of sections, and `head` for title, summary and notes.
 * Texts are compared, never dates.
 */
export function staleParts(translated: RawText, original: RawText | undefined): readonly string[] {
  const { translation } = translated.head;
  if (!translation || !original) return [];
  const stale = original.sections
    .filter(({ anchor, markdown }) => translation.sections[anchor] !== hashOfText(markdown))
    .map(({ anchor }) => anchor);
  return translation.head === hashOfHead(original.head) ? stale : ["head", ...stale];
}
