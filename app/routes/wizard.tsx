import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaDescriptor } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLanguage } from "../ui/language.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { fields, readAnswer } from "../wizard/form.ts";
import { readAnswers, writeAnswers } from "../wizard/answers-cookie.ts";
import { QuestionForm } from "../wizard/question-form.tsx";
import { replay } from "../wizard/replay.ts";
import { WizardDocument, wizardDocumentStyles } from "../wizard/wizard-document.tsx";
import { describe, pageContext, readingHeaders, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";
import { stepAddress, valueContext, wizardOf } from "./wizard-page.ts";

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

/** Takes one answer, seals the bag and leads to the next step. What was not taken is shown again with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const page = pageContext(args);
  const view = wizardOf(page, args.params.wizard);
  const { answers } = page.site;
  const context = valueContext(view, page.site);
  const form = await args.request.formData();
  const bag = (await readAnswers(args.request, answers, view.id)) ?? {};
  const question = textField(form, fields.question);
  const definition = Object.hasOwn(view.flow.questions, question) ? view.flow.questions[question] : undefined;
  if (!definition) return redirect(stepAddress(view, replay(view.flow, bag, context).path.length + 1), 303);

  const read = readAnswer(definition, form, context);
  if ("problem" in read) {
    const typed =
      definition.kind === "date"
        ? [[fields.year, fields.month, fields.day].map((name) => textField(form, name)).join("-")]
        : form.getAll(fields.answer).map(String);
    const step = replay(view.flow, bag, context).path.findIndex((answered) => answered.question === question);
    return data(
      { question, problem: read.problem, typed, number: (step < 0 ? replay(view.flow, bag, context).path.length : step) + 1 },
      { status: 422, headers: { "Cache-Control": "no-store" } },
    );
  }
  const kept = { ...bag, [question]: read.answer };
  return redirect(stepAddress(view, replay(view.flow, kept, context).path.length + 1), {
    status: 303,
    headers: { "Set-Cookie": await writeAnswers(kept, answers, view.id) },
  });
}

export default function Wizard(): ReactNode {
  const site = useSite();
  const { language } = useLanguage();
  const view = wizardOf({ site, language }, useParams().wizard);
  const refused = useActionData<typeof action>();
  if (!refused) return <WizardDocument view={view} island={site.islands.wizard ?? null} />;
  const { question, problem, typed, number } = refused;
  const back = number > 1 ? stepAddress(view, number - 1) : undefined;
  return <QuestionForm view={view} question={question} number={number} given={typed} problem={problem} back={back} />;
}
