import { brotliCompressSync, constants } from "node:zlib";
import type { Catalogue, Entry, EntryText } from "../catalogue.ts";
import type { Fault } from "../fault.ts";
import type { EntryProse } from "./prose.ts";

/** Most characters of a section as read: about three minutes. What is longer is not found again by a reader in a hurry. */
export const sectionBudget = 4_500;

/** Most bytes of a page, compressed with brotli: what arrives in the first round trip of a new connection. */
export const pageBudget = 14_000;

/**
 * A page is about its words, quickly compressed and taken at this share (the server compresses better), and a fixed frame of styles
 * and labels. Fitted to all pages as `npm run bench:pages` weighs them; within 200 bytes for the largest.
 */
const shareOfQuick = 0.955;
const frameBytes = 3_050;

function estimatePage(catalogue: Catalogue, entry: Entry, text: EntryText): number {
  const sources = text.citations.map((id) => {
    const source = catalogue.sources.get(id);
    return source ? `${source.title}${source.publisher}${source.url}${source.published ?? ""}` : "";
  });
  const words = [
    text.title,
    text.summary,
    ...Object.values(text.notes),
    ...text.sections.map(({ heading, html }) => heading + html),
    ...sources,
    "facts" in entry.data ? JSON.stringify(entry.data.facts) : "",
  ].join("\n");
  const quick = brotliCompressSync(words, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).byteLength;
  return Math.round(frameBytes + shareOfQuick * quick);
}

/** No section is longer than a reader bears, and no page is heavier than one round trip carries. */
export function checkSizes(catalogue: Catalogue, { entry, texts }: EntryProse): Fault[] {
  const loaded: Entry | undefined = catalogue.entries[entry.kind].get(entry.id);
  if (!loaded || entry.kind === "wizards") return [];
  return [...texts].flatMap(([language, { raw }]) => {
    const text = loaded.texts[language];
    if (!text) return [];
    const long = text.sections
      .filter(({ plain }) => plain.length > sectionBudget)
      .map(({ anchor, plain }) => ({
        file: raw.file,
        line: raw.sections.find((section) => section.anchor === anchor)?.line ?? 1,
        problem: `{#${anchor}} has ${String(plain.length)} characters, more than ${String(sectionBudget)}`,
        cure: "shorten it, or split it into two sections or a page of its own",
      }));
    const bytes = estimatePage(catalogue, loaded, text);
    if (bytes <= pageBudget) return long;
    return [
      ...long,
      {
        file: raw.file,
        line: 1,
        problem: `the page has about ${String(bytes)} bytes compressed, more than ${String(pageBudget)}`,
        cure: "shorten it or move a part to a topic of its own; npm run bench:pages measures exactly",
      },
    ];
  });
}
