import { beforeAll, describe, expect, it } from "vitest";
import { readContentFolder } from "../../app/guidance/folder.ts";
import type { Catalogue, EntryText } from "../../app/guidance/catalogue.ts";
import { loadCatalogue } from "../../app/guidance/load.ts";
import { proveRails } from "../../app/wizard/rail-proof.ts";
import { pagesOf, type WizardPages } from "../../app/wizard/wizard-pages.tsx";
import { findWizard, type WizardView } from "../../app/wizard/view.ts";
import { translations } from "../ui/render.tsx";

const today = "2026-11-22";
let catalogue: Catalogue;

beforeAll(async () => {
  const loaded = loadCatalogue(await readContentFolder("content"), today);
  if (!loaded.catalogue) throw new Error(JSON.stringify(loaded.faults));
  catalogue = loaded.catalogue;
});

function viewOf(wizard: string, language: string, from = catalogue): WizardView {
  const view = findWizard(from, String(from.entries.wizards.get(wizard)?.data.number), language, today);
  if (!view) throw new Error(`no wizard ${wizard}`);
  return view;
}

/** What is found when what readers are sent has been changed. */
function found(wizard: string, change: (pages: WizardPages) => Partial<WizardPages>): readonly string[] {
  const view = viewOf(wizard, "ru");
  const pages = pagesOf(view, translations);
  const changed = { ...pages, ...change(pages) };
  expect([changed.whole, changed.step("danger")]).not.toEqual([pages.whole, pages.step("danger")]);
  return proveRails(view, changed).problems;
}

/** The catalogue with another text of one entry in English. */
function rewritten(kind: "wizards" | "steps", id: string, change: (text: EntryText) => EntryText): Catalogue {
  const entries = new Map<string, unknown>(catalogue.entries[kind]);
  const entry = catalogue.entries[kind].get(id);
  const english = entry?.texts.en;
  if (!entry || !english) throw new Error(`no ${kind}/${id}`);
  entries.set(id, { ...entry, texts: { ...entry.texts, en: change(english) } });
  return Object.assign({}, catalogue, { entries: Object.assign({}, catalogue.entries, { [kind]: entries }) });
}

describe("the proof of both rails", () => {
  it.each([
    ["record", "ru"],
    ["record-another", "en"],
    ["start", "en"],
  ])("finds the %s wizard in %s the same on both, and compares plans with all advice", (wizard, language) => {
    const view = viewOf(wizard, language);
    const proof = proveRails(view, pagesOf(view, translations));
    expect(proof.problems).toEqual([]);
    expect(proof.edges).toBeGreaterThan(300);
    expect(proof.plans > 20).toBe(wizard !== "start");
  });

  it("names words that a question, an answer or a line lacks in one language", () => {
    const problemsIn = (changed: Catalogue): readonly string[] => {
      const view = viewOf("record", "en", changed);
      return proveRails(view, pagesOf(view, translations)).problems;
    };
    const withQuestion = (change: Partial<EntryText["questions"][string]>): Catalogue =>
      rewritten("wizards", "record", (text) => {
        const pay = text.questions.pay;
        if (!pay) throw new Error("no question pay");
        return { ...text, questions: { ...text.questions, pay: { ...pay, ...change } } };
      });
    expect(problemsIn(withQuestion({ why: " " }))).toContain("pay has no explanation");
    expect(problemsIn(withQuestion({ question: "" }))).toContain("pay has no words");
    expect(problemsIn(withQuestion({ options: { going: "It goes on" } }))).toContain("the answer stopped to pay has no words");
    expect(problemsIn(rewritten("steps", "record-court", (text) => ({ ...text, summary: "" })))).toContain(
      "steps/record-court has no summary",
    );
  });

  it("names an answer that a form does not offer", () => {
    expect(
      found("record", ({ step }) => ({ step: (question) => step(question).replace('value="removal"', 'value="removed"') })),
    ).toContain("the answer removal to danger: danger cannot be answered so without scripts");
  });

  it("names an answer that a form refuses", () => {
    expect(
      found("record", ({ whole }) => ({
        whole: whole.replaceAll('type="radio" name="answer" value="removal"', 'type="radio" name="reply" value="removal"'),
      })),
    ).toContain("the answer removal to danger: the form refuses it with scripts: nothing-chosen");
    expect(found("record", ({ whole }) => ({ whole: whole.replace(`"today":"${today}"`, '"today":"2014-02-01"') }))).toContain(
      "the answer 2026-11-15 to left-on: the form refuses it with scripts: day-in-future",
    );
  });

  it("names data that the island lacks", () => {
    expect(found("record", ({ whole }) => ({ whole: whole.replace('"locale":', '"place":') }))).toEqual([
      "the page holds no data that its island understands",
    ]);
    const lost = found("start", ({ whole }) => ({
      whole: whole.replace('"record":"/ru/questions/', '"elsewhere":"/ru/questions/'),
    }));
    expect(lost).toContainEqual(expect.stringMatching(/^the answer record to matter: leads with scripts to .* and without to /));
  });

  it("names a plan that differs, and a line that has no place in the page", () => {
    const other = found("record", ({ whole }) => ({
      whole: whole.replace('"kind":"steps","id":"record-court",', '"kind":"steps","id":"other",'),
    }));
    expect(other).toContainEqual(expect.stringMatching(/^the plan with .* differs with scripts$/));
    const gone = found("record", ({ whole }) => ({ whole: whole.replace(' data-advice="steps/record-court"', "") }));
    expect(gone).toContain("steps/record-court has no line with scripts");
    expect(gone).toContainEqual(expect.stringMatching(/^the plan with .* has another order with scripts$/));
  });
});
