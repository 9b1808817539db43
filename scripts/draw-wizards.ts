import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { countryClasses } from "../app/guidance/catalogue.ts";
import { adviceKinds } from "../app/guidance/schema/entry.ts";
import { loadTranslations, type Translate } from "../app/i18n/translations.ts";
import { drawingOf, numbersOf } from "../app/wizard/drawing-layout.ts";
import { chartOf, type FlowChart } from "../app/wizard/flow-chart.ts";
import { FlowDrawing } from "../app/wizard/flow-drawing.tsx";
import { nodeWords, waysInWords, wizardName } from "../app/wizard/map-words.ts";
import { outcomesOf, type Outcome } from "../app/wizard/outcomes.ts";
import { findWizard, type WizardView } from "../app/wizard/view.ts";
import { contentForWizards } from "./wizard-content.ts";

/** Git ignores it. */
const folder = ".data/wizards";

const colours = `:root{--ink:#1c2326;--tint:#f2f0e8;background:#fbfaf6}
@media (prefers-color-scheme:dark){:root{--ink:#e4e1d8;--tint:#1c2325;background:#14191b}}
@media print{:root{--ink:#000;background:none}}
`;

function picture(view: WizardView, t: Translate, chart: FlowChart, css: string): string {
  return renderToStaticMarkup(
    createElement(FlowDrawing, {
      drawing: drawingOf(chart, (id) => nodeWords(view, t, id), t("map:letters")),
      title: wizardName(view.text, view.person, t),
      description: t("map:describe", { count: numbersOf(chart).size }),
      styles: colours + css,
    }),
  );
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function limitInWords({ limit }: Outcome, t: Translate): string {
  if (!limit) return "";
  const length = limit.fact === null ? limit.length : `${t("map:limitFact")} ${limit.length}`;
  return `${length}, ${t("map:limitFrom", { question: limit.from })}`;
}

/** The same as the pages of the map say, as one Markdown file. */
function tables(view: WizardView, t: Translate, chart: FlowChart): string {
  const numbers = numbersOf(chart);
  const lines = [`# ${wizardName(view.text, view.person, t)}`, "", `## ${t("map:ways")}`, ""];
  lines.push(row(t("map:way"), t("map:when"), t("map:next")), row("---", "---", "---"));
  for (const node of chart) {
    for (const { label, to, cases } of waysInWords(view, t, chart, node)) {
      const target = numbers.has(to) ? `${String(numbers.get(to))}. ${nodeWords(view, t, to)}` : nodeWords(view, t, to);
      const from = `${String(numbers.get(node.id) ?? "")}. ${nodeWords(view, t, node.id)}`;
      lines.push(
        row(
          label === "" ? from : `${from} **${label}**`,
          cases.map((all) => all.join(` ${t("map:and")} `)).join(`; ${t("map:or")} `),
          target,
        ),
      );
    }
  }
  for (const kind of adviceKinds) {
    const outcomes = outcomesOf(view, t, kind);
    if (outcomes.length === 0) continue;
    lines.push("", `## ${t(`kinds.${kind}`)}`, "");
    lines.push(row(t("map:advice-column"), t("map:urgency"), t("map:when"), t("map:limit")), row("---", "---", "---", "---"));
    for (const outcome of outcomes) {
      const cases = outcome.cases.map((conditions) =>
        conditions.length === 0
          ? t("map:everyone")
          : conditions.map(({ question, answers }) => `${question}: **${answers}**`).join(", "),
      );
      const title = `[${outcome.title}](/${view.language}/${kind}/${outcome.id})`;
      const urgency = ["steps", "warnings"].includes(kind) ? t(`urgency.${outcome.urgency}`) : "";
      lines.push(row(title, urgency, cases.join(`; *${t("map:or")}* `), limitInWords(outcome, t)));
    }
  }
  return `${lines.join("\n")}\n`;
}

const asJson = process.argv.includes("--json");
const today = new Date().toISOString().slice(0, 10);
const catalogue = await contentForWizards(today, asJson, "wizards cannot be drawn from broken content");

if (catalogue) {
  const translations = loadTranslations();
  const css = await readFile("app/wizard/flow-drawing.css", "utf8");
  const written: string[] = [];
  const write = async (name: string, text: string): Promise<void> => {
    const file = path.join(folder, name);
    await writeFile(file, text);
    written.push(file);
  };
  await mkdir(folder, { recursive: true });
  for (const { id, data } of catalogue.entries.wizards.values()) {
    for (const { code } of catalogue.languages) {
      const view = findWizard(catalogue, String(data.number), code, today);
      if (!view) throw new Error(`content/wizards/${id} names the flow ${data.flow}, which machines/index.ts does not have`);
      const t = translations.for(code);
      const chart = chartOf(view.flow, { countryClasses: countryClasses(catalogue), today });
      await write(`${id}.${code}.svg`, picture(view, t, chart, css));
      await write(`${id}.${code}.md`, tables(view, t, chart));
    }
  }
  console.log(
    asJson ? JSON.stringify({ ok: true, folder, written }) : [...written, `${String(written.length)} files written`].join("\n"),
  );
}
