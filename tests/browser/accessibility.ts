import axe from "axe-core";
import type { Page } from "playwright-core";
import { z } from "zod";

const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** Barriers that axe finds on the page, in short: rule and places. The script is handed to the browser, past the page's policy. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)");
  return violations.parse(found).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}
