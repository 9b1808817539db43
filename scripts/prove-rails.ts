import "./without-styles.ts";
import { setImmediate } from "node:timers/promises";
import type { Catalogue } from "../app/guidance/catalogue.ts";
import { loadTranslations } from "../app/i18n/translations.ts";
import type { RailProof } from "../app/wizard/rail-proof.ts";
import { findWizard } from "../app/wizard/view.ts";

/** Proves every wizard, about oneself and about another person, on both rails in every language. Lets other work go on in between. */
export async function proveEveryRail(catalogue: Catalogue, today: string): Promise<readonly RailProof[]> {
  const { pagesOf } = await import("../app/wizard/wizard-pages.tsx");
  const { proveRails } = await import("../app/wizard/rail-proof.ts");
  const translations = loadTranslations();
  const proofs: RailProof[] = [];
  for (const { id, data } of catalogue.entries.wizards.values()) {
    for (const { code } of catalogue.languages) {
      const view = findWizard(catalogue, String(data.number), code, today);
      if (!view) throw new Error(`content/wizards/${id} names the flow ${data.flow}, which machines/index.ts does not have`);
      proofs.push(proveRails(view, pagesOf(view, translations)));
      await setImmediate();
    }
  }
  return proofs;
}
