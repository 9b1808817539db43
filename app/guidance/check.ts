import { flows } from "../../machines/index.ts";
import { asksAll } from "../../machines/flow.ts";
import { unknownAnswer, type Question } from "../../machines/question.ts";
import { possibleValues } from "../../machines/values.ts";
import type { QuestionText } from "./catalogue.ts";
import type { Fault } from "./fault.ts";
import type { RawEntry } from "./read.ts";
import { requiredSections, type AdviceKind, type EntryData } from "./schema/entry.ts";
import { factKeys } from "./schema/fact.ts";
import type { Source } from "./schema/source.ts";
import { sourcePaths } from "./source-paths.ts";
import { lineInYaml } from "./yaml.ts";

/** Sections that the kind requires are there and in order; languages have the same sections and notes; notes belong to facts. */
export function checkStructure(entry: RawEntry): Fault[] {
  const faults: Fault[] = [];
  const required = requiredSections[entry.kind] ?? [];
  const [first] = entry.texts.values();
  const factIds = "facts" in entry.data ? entry.data.facts.map(({ id }) => id) : [];
  for (const { file, head, sections } of entry.texts.values()) {
    const anchors = sections.map(({ anchor }) => anchor);
    for (const anchor of required) {
      if (!anchors.includes(anchor)) {
        faults.push({
          file,
          line: 1,
          problem: `the section {#${anchor}} is missing`,
          cure: "add it; if nothing is known, say so with the date",
        });
      }
    }
    const present = anchors.filter((anchor) => required.includes(anchor));
    if (present.join() !== required.filter((anchor) => anchors.includes(anchor)).join()) {
      faults.push({
        file,
        line: 1,
        problem: "the sections are not in their fixed order",
        cure: `order them as ${required.join(", ")}`,
      });
    }
    if (anchors.includes("now") && anchors[0] !== "now") {
      faults.push({ file, line: 1, problem: "the section {#now} is not the first", cure: "move it to the top" });
    }
    const otherAnchors = first?.sections.map(({ anchor }) => anchor) ?? [];
    if (first && otherAnchors.join() !== anchors.join()) {
      faults.push({
        file,
        line: 1,
        problem: `its sections (${anchors.join(", ")}) are not those of ${first.file} (${otherAnchors.join(", ")})`,
        cure: "give both languages the same sections in the same order",
      });
    }
    for (const note of Object.keys(head.notes)) {
      if (!factIds.includes(note))
        faults.push({ file, line: 1, problem: `the note ${note} belongs to no fact`, cure: "name a fact's id from entry.yaml" });
    }
    if (first && Object.keys(first.head.notes).sort().join() !== Object.keys(head.notes).sort().join()) {
      faults.push({
        file,
        line: 1,
        problem: `its notes are not those of ${first.file}`,
        cure: "give both languages notes on the same facts",
      });
    }
  }
  const originals = [...entry.texts.values()].filter(({ head }) => !head.translation);
  if (entry.texts.size > 1 && originals.length !== 1) {
    faults.push({
      file: entry.file.replace("entry.yaml", ""),
      line: 1,
      problem: originals.length === 0 ? "no language is the original" : "no language says that it is a translation",
      cure: `run npm run content:stamp -- ${entry.kind}/${entry.id} <language> for the language that follows the other`,
    });
  }
  return faults;
}

/** What `entry.yaml` refers to exists: sources, entries, wizards, questions, answers, time limits. */
export function checkReferences(
  entry: RawEntry,
  sources: ReadonlyMap<string, Source>,
  countries: readonly string[],
  hasEntry: (reference: string) => boolean,
): Fault[] {
  const faults: Fault[] = [];
  const { data, yaml, file } = entry;
  const fault = (path: PropertyKey[], problem: string, cure: string): void => {
    faults.push({ file, line: lineInYaml(yaml, path), problem, cure });
  };
  for (const { path, id } of sourcePaths(data)) {
    if (!sources.has(id))
      fault(path, `there is no source ${id}`, "correct the id, or add the source to a file in content/sources/");
  }
  if ("facts" in data) {
    const seen = new Set<string>();
    for (const [index, { id }] of data.facts.entries()) {
      if (seen.has(id))
        fault(["facts", index], `the fact ${id} stands twice`, "give the second one an id of its own, or remove it");
      seen.add(id);
    }
  }
  if ("flow" in data) {
    const flow = flows[data.flow];
    if (!flow) fault(["flow"], `no machine is called ${data.flow}`, `its name is one of ${Object.keys(flows).join(", ")}`);
    for (const outcome of flow?.outcomes ?? []) {
      if (outcome !== "plan" && !hasEntry(`wizards/${outcome}`))
        fault(["flow"], `the machine leads to the wizard ${outcome}, which has no folder`, `write content/wizards/${outcome}`);
    }
  }
  if (!("when" in data)) return faults;
  for (const [index, reference] of data.read.entries()) {
    if (!hasEntry(reference)) fault(["read", index], `there is no ${reference}`, "correct the kind, the id or the section");
  }
  for (const [index, reference] of data.contradicts.entries()) {
    if (!hasEntry(reference)) fault(["contradicts", index], `there is no ${reference}`, "correct the kind or the id");
  }
  faults.push(...checkConditions(entry, data, countries));
  if (!("deadline" in data) || !data.deadline) return faults;
  const { fact, missed } = data.deadline;
  if (fact !== undefined && !factKeys.some((key) => key === fact)) {
    fault(["deadline", "fact"], `there is no fact ${fact}`, "name a time limit such as lodging-deadline");
  }
  if (missed !== undefined && !hasEntry(missed)) {
    fault(["deadline", "missed"], `there is no ${missed}`, "correct the kind or the id");
  }
  return faults;
}

/**
 * The conditions of a piece of advice fit its wizards. An alternative speaks to every wizard that asks all of its questions; each
 * wizard must be spoken to by one, and each alternative must speak to one.
 */
function checkConditions({ file, yaml }: RawEntry, data: EntryData<AdviceKind>, countries: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: PropertyKey[], problem: string, cure: string): void => {
    faults.push({ file, line: lineInYaml(yaml, path), problem, cure });
  };
  const named = data.wizards.flatMap((id, index) => {
    const flow = flows[id];
    if (!flow) fault(["wizards", index], `there is no wizard ${id}`, `the wizards are ${Object.keys(flows).join(", ")}`);
    return flow ? [flow] : [];
  });
  for (const alternative of data.when) {
    const asking = named.filter(({ questions }) => asksAll(questions, alternative));
    if (named.length > 0 && asking.length === 0) {
      const known = new Set(named.flatMap(({ questions }) => Object.keys(questions)));
      const foreign = Object.keys(alternative).filter((name) => !known.has(name));
      fault(
        ["when"],
        foreign.length > 0
          ? `no wizard of this entry has a question ${foreign.join(", ")}`
          : `no wizard of this entry asks all of ${Object.keys(alternative).join(", ")}`,
        `the questions are ${[...known].join(", ")}`,
      );
    }
    for (const { questions } of asking) {
      for (const [name, values] of Object.entries(alternative)) {
        const question = questions[name];
        if (!question) continue;
        const possible = possibleValues(question, countries);
        for (const value of values.filter((candidate) => !possible.includes(candidate))) {
          fault(["when"], `the question ${name} has no answer ${value}`, `its answers are ${possible.join(", ")}`);
        }
      }
    }
  }
  for (const { id, questions } of named) {
    if (!data.when.some((alternative) => asksAll(questions, alternative))) {
      fault(
        ["wizards"],
        `no condition of this entry speaks to the wizard ${id}`,
        "add an alternative to when, or remove the wizard",
      );
    }
    if (
      "deadline" in data &&
      data.deadline &&
      questions[data.deadline.event] &&
      questions[data.deadline.event]?.kind !== "date"
    ) {
      fault(
        ["deadline", "event"],
        `${data.deadline.event} is not a question about a day`,
        "name the question whose answer starts the time limit",
      );
    }
  }
  if ("deadline" in data && data.deadline) {
    const { event } = data.deadline;
    if (!named.some(({ questions }) => questions[event])) {
      fault(["deadline", "event"], `no wizard of this entry has a question ${event}`, "name a question about a day");
    }
  }
  return faults;
}

function answersWithWording(question: Question): readonly string[] {
  switch (question.kind) {
    case "pause":
      return [];
    case "country":
      return [...Object.keys(question.elsewhere), unknownAnswer];
    case "date":
      return [unknownAnswer];
    case "one":
    case "many":
      return [...question.options, unknownAnswer];
  }
}

/** Every question of the machine has its wording with every answer, and nothing else. */
export function checkWording(entry: RawEntry, file: string, texts: Readonly<Record<string, QuestionText>>): Fault[] {
  const questions = "flow" in entry.data ? flows[entry.data.flow]?.questions : undefined;
  if (!questions) return [];
  const faults: Fault[] = [];
  for (const [name, question] of Object.entries(questions)) {
    const text = texts[name];
    if (!text) {
      faults.push({ file, line: 1, problem: `the question ${name} has no wording`, cure: `add a section {#${name}}` });
      continue;
    }
    const expected = answersWithWording(question);
    for (const option of expected) {
      if (text.options[option] === undefined) {
        faults.push({
          file,
          line: 1,
          problem: `the answer ${option} of {#${name}} has no wording`,
          cure: `add - \`${option}\`: … to its list`,
        });
      }
    }
    for (const option of Object.keys(text.options)) {
      if (!expected.includes(option)) {
        faults.push({
          file,
          line: 1,
          problem: `{#${name}} has no answer ${option}`,
          cure: `its answers are ${expected.join(", ")}`,
        });
      }
    }
  }
  for (const name of Object.keys(texts)) {
    if (!questions[name])
      faults.push({
        file,
        line: 1,
        problem: `the wizard has no question ${name}`,
        cure: "remove the section or correct its anchor",
      });
  }
  return faults;
}
