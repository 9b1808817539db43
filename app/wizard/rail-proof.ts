import { flows } from "../../machines/index.ts";
import type { Flow, Position } from "../../machines/flow.ts";
import { unknownAnswer } from "../../machines/question.ts";
import type { ValueContext } from "../../machines/values.ts";
import { findEntry } from "../guidance/catalogue.ts";
import { answerClasses, type AnswerClass } from "./answer-classes.ts";
import { takeAnswer } from "./answering.ts";
import type { Bag } from "./bag.ts";
import { edgesFrom, exploreFlow, type FlowGraph } from "./flow-graph.ts";
import { isIslandData, type IslandData } from "./island-data.ts";
import { linesOf, plan, type Plan } from "./plan.ts";
import { answersWith } from "./proof.ts";
import { remembering } from "./remembering.ts";
import { replay, type Replay } from "./replay.ts";
import { bodyOf, formsIn, type ServedForm } from "./served-forms.ts";
import { wizardAfter, type WizardView } from "./view.ts";
import type { WizardPages } from "./wizard-pages.tsx";

/** What the proof of one wizard in one language on both rails found. */
export interface RailProof {
  /** Id of the wizard's entry: about oneself or about another person. */
  readonly wizard: string;
  readonly language: string;
  /** Answers at places of the flow that lead on in the same way with and without scripts. */
  readonly edges: number;
  /** Plans that were made on both rails; together they hold every piece of advice that stands in a plan. */
  readonly plans: number;
  readonly problems: readonly string[];
}

/** One rail: its forms, its flow, and what it judges answers by. */
interface Rail {
  readonly name: string;
  readonly forms: ReadonlyMap<string, ServedForm>;
  /** The page that holds a question. */
  readonly page: (question: string) => string;
  readonly flow: Flow;
  readonly context: ValueContext;
  /** Address of the wizard that goes on where the flow ends; undefined if it ends in a plan. */
  readonly onward: (outcome: string | null) => string | undefined;
}

/** What the page hands to the island, read as the island reads it; null if it does not understand it. */
function dataIn(whole: string): IslandData | null {
  const text = /<script type="application\/json" data-rules="">([\s\S]*?)<\/script>/.exec(whole)?.[1];
  const data: unknown = JSON.parse(text ?? "null");
  return isIslandData(data) ? data : null;
}

/** Some answers that lead to each place of the flow. */
function waysTo(graph: FlowGraph): ReadonlyMap<string, Bag> {
  const ways = new Map<string, Bag>([[graph.start.key, {}]]);
  const open = [graph.start];
  for (const position of open) {
    if (position.question === null) continue;
    for (const { answer, next } of edgesFrom(graph, position)) {
      if (ways.has(next.key)) continue;
      ways.set(next.key, { ...ways.get(position.key), [position.question]: answer });
      open.push(next);
    }
  }
  return ways;
}

function isBlank(html: string | undefined): boolean {
  return (html ?? "").replaceAll(/<[^>]*>/g, "").trim() === "";
}

/** Words that a question, its options or its explanation lack in the view's language, in the content and in each rail's form. */
function missingWords(view: WizardView, rails: readonly Rail[]): readonly string[] {
  const own = findEntry(view.catalogue, "wizards", view.id)?.texts[view.language];
  if (!own) return ["has no text"];
  return Object.entries(view.flow.questions).flatMap(([name, question]) => {
    const text = own.questions[name];
    if (!text || isBlank(text.question)) return [`${name} has no words`];
    const worded =
      question.kind === "one" || question.kind === "many"
        ? [...question.options, unknownAnswer]
        : question.kind === "country"
          ? [...Object.keys(question.elsewhere), unknownAnswer]
          : question.kind === "date"
            ? [unknownAnswer]
            : [];
    return [
      ...(isBlank(text.why) ? [`${name} has no explanation`] : []),
      ...worded.flatMap((option) => (isBlank(text.options[option]) ? [`the answer ${option} to ${name} has no words`] : [])),
      ...rails.flatMap((rail) => {
        const form = rail.forms.get(name);
        if (!form) return [`${name} has no form ${rail.name}`];
        return [
          ...(isBlank(form.heading) ? [`${name} has no heading ${rail.name}`] : []),
          ...(rail.page(name).includes(text.why) ? [] : [`${name} has no explanation ${rail.name}`]),
          ...form.choices.flatMap(({ value, label }) =>
            isBlank(label) || (worded.includes(value) && label !== text.options[value])
              ? [`the answer ${value} to ${name} has other words ${rail.name}`]
              : [],
          ),
        ];
      }),
    ];
  });
}

/** Lines of plans without title or summary in the view's language, or without a place in the page with scripts. */
function missingLines(view: WizardView, placed: ReadonlyMap<string, string>): readonly string[] {
  return view.rules.advice.flatMap(({ kind, id }) => {
    const name = `${kind}/${id}`;
    const text = findEntry(view.catalogue, kind, id)?.texts[view.language];
    if (!text || isBlank(text.title)) return [`${name} has no title`];
    if (kind !== "organisations" && isBlank(text.summary)) return [`${name} has no summary`];
    return isBlank(placed.get(name)) ? [`${name} has no line with scripts`] : [];
  });
}

/** Every place for a line in the page with scripts, in the order of the page, with its heading. */
function linesIn(whole: string): ReadonlyMap<string, string> {
  return new Map(
    [...whole.matchAll(/ data-advice="([^"]+)"[^>]*><h3>([\s\S]*?)<\/h3>/g)].map(([, name = "", heading = ""]) => [
      name,
      heading,
    ]),
  );
}

/** What happens on a rail when an answer is given: where it leads, or why it does not. */
function answerOn(rail: Rail, given: Bag, question: string, body: FormData | null): Replay | string {
  if (!body) return `${question} cannot be answered so ${rail.name}`;
  const taken = takeAnswer(rail.flow, given, question, body, rail.context);
  if (!taken) return `${question} is not asked ${rail.name}`;
  return "problem" in taken ? `the form refuses it ${rail.name}: ${taken.problem}` : replay(rail.flow, taken.bag, rail.context);
}

/** What an answer leads to, on one rail and on the other; a problem if they differ or go elsewhere than the flow. */
function compareEdge(rails: readonly Rail[], replays: readonly (Replay | string)[], next: Position): string | null {
  const wrong = replays.find((result) => typeof result === "string");
  if (typeof wrong === "string") return wrong;
  const places = replays.map((result, index) => {
    if (typeof result === "string") return result;
    const { current, outcome, path, refused } = result;
    return JSON.stringify([current, outcome, rails[index]?.onward(outcome) ?? null, path, refused]);
  });
  if (new Set(places).size > 1) return `leads with scripts to ${places[1] ?? ""} and without to ${places[0] ?? ""}`;
  const [first] = replays;
  if (typeof first === "object" && (first.current !== next.question || first.outcome !== next.outcome))
    return `leads to ${String(first.current ?? first.outcome)} instead of ${String(next.question ?? next.outcome)}`;
  return null;
}

/** What of a plan readers see, in one order on both rails. */
function seenOf(made: Plan): string {
  return JSON.stringify([
    linesOf(made).map(({ rule, because, deadline, overdue }) => [rule.kind, rule.id, because, deadline, overdue]),
    made.first.map(({ rule }) => [rule.kind, rule.id]),
    made.reading,
  ]);
}

/**
 * Proves that a wizard is the same with and without scripts in one language. For every answer at every place of the flow: both
 * served forms can be answered so, what a browser then sends is taken, and leads to the same place, which is the flow's. For plans
 * that together hold every piece of advice: both rails give the same lines for the same reasons with the same limits, and the page
 * with scripts has their places in the same order. And every question, explanation, option and line has its words in this language,
 * in the content and in both forms. What the browser does with the page is not proved here; browser tests see it.
 */
export function proveRails(view: WizardView, pages: WizardPages): RailProof {
  const data = dataIn(pages.whole);
  const flow = data && flows[data.wizard];
  const proof = { wizard: view.id, language: view.language };
  if (!flow) return { ...proof, edges: 0, plans: 0, problems: ["the page holds no data that its island understands"] };
  const { rules, today } = view;
  const steps = new Map(Object.keys(view.flow.questions).map((question) => [question, pages.step(question)]));
  const without: Rail = {
    name: "without scripts",
    forms: new Map([...steps.values()].flatMap((html) => [...formsIn(html)])),
    page: (question) => steps.get(question) ?? "",
    flow: remembering(view.flow),
    context: { countryClasses: rules.countryClasses, today },
    onward: (outcome) => {
      const after = wizardAfter(view, outcome);
      return after ? pages.addressOf(after) : undefined;
    },
  };
  const withScripts: Rail = {
    name: "with scripts",
    forms: formsIn(pages.whole),
    page: () => pages.whole,
    flow: remembering(flow),
    context: { countryClasses: data.rules.countryClasses, today: data.today },
    onward: (outcome) => (outcome === null ? undefined : data.onward[outcome]),
  };
  const rails = [without, withScripts];
  const placed = linesIn(pages.whole);
  const problems = new Set([...missingWords(view, rails), ...missingLines(view, placed)]);

  const classes = new Map<string, readonly AnswerClass[]>(
    Object.entries(view.flow.questions).map(([name, question]) => [name, answerClasses(question, rules, without.context)]),
  );
  const graph = exploreFlow(without.flow, (question) => classes.get(question) ?? []);
  const bodies = new Map<AnswerClass["answer"], readonly (FormData | null)[]>();
  const ways = waysTo(graph);
  let edges = 0;
  for (const position of graph.positions.values()) {
    const { question, key } = position;
    if (question === null) continue;
    for (const { answer, next } of edgesFrom(graph, position)) {
      const sent = bodies.get(answer) ?? rails.map(({ forms }) => bodyOf(forms.get(question) ?? noForm, answer));
      bodies.set(answer, sent);
      const replays = rails.map((rail, index) => answerOn(rail, ways.get(key) ?? {}, question, sent[index] ?? null));
      const problem = compareEdge(rails, replays, next);
      if (problem) problems.add(`the answer ${answer.join("+")} to ${question}: ${problem}`);
      else edges += 1;
    }
  }

  const covered = new Set<string>();
  let plans = 0;
  for (const rule of rules.advice) {
    const bag: Bag | null = covered.has(`${rule.kind}/${rule.id}`) ? null : answersWith(graph, rule);
    if (!bag) continue;
    const { path, outcome } = replay(without.flow, bag, without.context);
    if (outcome !== "plan") continue;
    const made = plan(path, rules, today);
    const island = plan(replay(withScripts.flow, bag, withScripts.context).path, data.rules, data.today);
    const shown = linesOf(made).map((line) => `${line.rule.kind}/${line.rule.id}`);
    for (const name of shown) covered.add(name);
    const order = [...placed.keys()].filter((name) => shown.includes(name));
    if (seenOf(made) !== seenOf(island)) problems.add(`the plan with ${rule.kind}/${rule.id} differs with scripts`);
    else if (order.join() !== shown.join()) problems.add(`the plan with ${rule.kind}/${rule.id} has another order with scripts`);
    else plans += 1;
  }
  return { ...proof, edges, plans, problems: [...problems] };
}

const noForm: ServedForm = { question: "", heading: "", hidden: [], choices: [], written: [] };
