import axe from "axe-core";
import type { Page } from "playwright-core";

/** Barriers that axe finds on the page, in short: rule and places. The script is handed to the browser, past the page's policy. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const run: unknown = Reflect.get(Reflect.get(globalThis, "axe"), "run");
    if (typeof run !== "function") throw new Error("axe is not there");
    const { violations } = await run(document, { resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
        `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}
