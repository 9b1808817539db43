import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaDescriptor } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLanguage } from "../ui/language.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { takeAnswer } from "../wizard/answering.ts";
import { fields } from "../wizard/form.ts";
import { readAnswers, writeAnswers } from "../wizard/answers-cookie.ts";
import { QuestionForm } from "../wizard/question-form.tsx";
import { replay } from "../wizard/replay.ts";
import type { WizardView } from "../wizard/view.ts";
import { WizardDocument, wizardDocumentStyles } from "../wizard/wizard-document.tsx";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";
import { nextAddress, stepAddress, valueContext, wizardOf } from "./wizard-page.ts";

export const handle: RouteHandle = { styles: wizardDocumentStyles, unlisted: true };

export function headers({ actionHeaders }: { actionHeaders: Headers }): HeadersInit {
  return actionHeaders.get("Cache-Control") ? actionHeaders : readingHeaders();
}

export function loader(args: LoaderFunctionArgs) {
  const page = pageContext(args);
  wizardOf(page, args.params.wizard);
  return { head: { title: page.t("wizard:title") } satisfies Head };
}

export function meta({ data: loaded }: { data?: { head: Head } }): MetaDescriptor[] {
  return [...describe(loaded?.head), { name: "robots", content: "noindex" }];
}

function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** How a form is answered whose answer was not taken. */
const unchanged = { status: 422, headers: { "Cache-Control": "no-store" } };

/**
 * Takes one answer, seals the bag and leads to the next step, which may be in the wizard that goes on from here.
 * What was not taken is shown again with what was typed.
 */
export async function action(args: ActionFunctionArgs) {
  const page = pageContext(args);
  const view = wizardOf(page, args.params.wizard);
  const { answers } = page.site;
  const context = valueContext(view);
  // What is not a form is taken for an empty one.
  const form = await args.request.formData().catch(() => new FormData());
  const opened = form.has(fields.begin) ? {} : await readAnswers(args.request, answers);
  const given = opened ?? {};
  const question = textField(form, fields.question);
  const taken = takeAnswer(view.flow, given, question, form, context);
  if (!taken) return redirect(nextAddress(view, given), 303);

  const { path, current } = replay(view.flow, given, context);
  const number = path.length + 1;
  if (question !== current && !path.some((answered) => answered.question === question)) {
    // The answers before this one are gone, or belong to what was begun elsewhere: it is not mixed with them, and the page says so.
    if (opened === null || current === null || view.flow.questions[current]?.kind === "pause")
      return redirect(opened === null ? stepAddress(view, number) : nextAddress(view, given), 303);
    return data({ question: current, problem: null, typed: [], number, begins: false }, unchanged);
  }

  if ("problem" in taken) {
    const typed =
      view.flow.questions[question]?.kind === "date"
        ? [[fields.year, fields.month, fields.day].map((name) => textField(form, name)).join("-")]
        : form.getAll(fields.answer).map(String);
    const step = path.findIndex((answered) => answered.question === question);
    return data(
      { question, problem: taken.problem, typed, number: step < 0 ? number : step + 1, begins: form.has(fields.begin) },
      unchanged,
    );
  }
  return redirect(nextAddress(view, taken.bag), {
    status: 303,
    headers: { "Set-Cookie": await writeAnswers(taken.bag, answers) },
  });
}

/** The script of a wizard's page: one that knows its flow only, or all flows where it leads into others. */
function islandOf({ flow }: WizardView, islands: Readonly<Record<string, string>>): string | null {
  const own = flow.outcomes.every((outcome) => outcome === "plan") ? islands[`wizard-${flow.id}`] : undefined;
  return own ?? islands.wizard ?? null;
}

export default function Wizard(): ReactNode {
  const site = useSite();
  const { t, language } = useLanguage();
  const view = wizardOf({ site, language }, useParams().wizard);
  const refused = useActionData<typeof action>();
  if (!refused) return <WizardDocument view={view} island={islandOf(view, site.islands)} />;
  const { question, problem, typed, number, begins } = refused;
  const back = number > 1 ? stepAddress(view, number - 1) : undefined;
  return (
    <>
      {problem === null ? <p className="problem">{t("wizard:notice.elsewhere")}</p> : null}
      <QuestionForm
        view={view}
        question={question}
        number={number}
        given={typed}
        problem={problem ?? undefined}
        begins={begins}
        back={back}
      />
    </>
  );
}
