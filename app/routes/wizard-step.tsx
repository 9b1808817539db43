import { redirect, type LoaderFunctionArgs, type MetaDescriptor } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLanguage } from "../ui/language.tsx";
import type { RouteHandle } from "../ui/route-handle.ts";
import { readAnswers } from "../wizard/answers-cookie.ts";
import { PauseForm, PauseHeading } from "../wizard/pause.tsx";
import { plan, planForNow } from "../wizard/plan.ts";
import { PlanForNow, PlanView } from "../wizard/plan-view.tsx";
import { QuestionForm } from "../wizard/question-form.tsx";
import { replay, type Answered } from "../wizard/replay.ts";
import { wizardAfter, type WizardView } from "../wizard/view.ts";
import { EraseLink, wizardDocumentStyles } from "../wizard/wizard-document.tsx";
import { describe, pageContext, type Head } from "./page.ts";
import { useSite } from "./site-context.tsx";
import { nextAddress, stepAddress, valueContext, wizardOf } from "./wizard-page.ts";

export const handle: RouteHandle = { styles: wizardDocumentStyles, unlisted: true };

export function headers(): HeadersInit {
  return { "Cache-Control": "no-store" };
}

/** The step with this number: an earlier question to look at or change, the question to answer now, or the plan. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageContext(args);
  const view = wizardOf(page, args.params.wizard);
  const opened = await readAnswers(args.request, page.site.answers);
  const { path, current, outcome, refused } = replay(view.flow, opened ?? {}, valueContext(view));
  const step = Number(args.params.step);
  const last = path.length + 1;
  if (!Number.isInteger(step) || step < 1 || step > last) return redirect(stepAddress(view, opened ? last : 1), 303);
  const earlier = path[step - 1];
  if (!earlier && wizardAfter(view, outcome)) return redirect(nextAddress(view, opened ?? {}), 303);
  return {
    head: { title: page.t("wizard:title") } satisfies Head,
    step,
    question: earlier?.question ?? current,
    given: earlier?.answer ?? [],
    path: earlier ? path.slice(0, step - 1) : path,
    notice: opened === null ? ("gone" as const) : refused.length > 0 && !earlier ? ("refused" as const) : null,
  };
}

export function meta({ data }: { data?: { head: Head } }): MetaDescriptor[] {
  return [...describe(data?.head), { name: "robots", content: "noindex" }];
}

export default function WizardStep(): ReactNode {
  const site = useSite();
  const { t, language } = useLanguage();
  const view = wizardOf({ site, language }, useParams().wizard);
  const { step, question, given, path, notice } = useLoaderData<typeof loader>();
  return (
    <>
      {notice ? <p className="problem">{t(`wizard:notice.${notice}`)}</p> : null}
      <Step view={view} question={question} number={step} given={given} path={path} today={site.today} />
      <EraseLink />
    </>
  );
}

interface StepProps {
  readonly view: WizardView;
  /** Null for the plan. */
  readonly question: string | null;
  readonly number: number;
  readonly given: readonly string[];
  /** What was answered before it. */
  readonly path: readonly Answered[];
  readonly today: string;
}

function Step({ view, question, number, given, path, today }: StepProps): ReactNode {
  const made = { plan: plan(path, view.rules, today), path };
  const back = number > 1 ? stepAddress(view, number - 1) : undefined;
  if (question === null) return <PlanView view={view} made={made} />;
  if (view.flow.questions[question]?.kind !== "pause")
    return <QuestionForm view={view} question={question} number={number} given={given} back={back} />;
  return (
    <>
      <PauseHeading view={view} question={question} />
      <PlanForNow view={view} made={{ plan: planForNow(made.plan), path }} />
      <PauseForm view={view} question={question} back={back} />
    </>
  );
}
