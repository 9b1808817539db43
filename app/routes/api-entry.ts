import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEntry } from "./api-answer.ts";

/** An entry of any kind for programs. */
export function loader(args: LoaderFunctionArgs): Response {
  return answerEntry(args, args.params.kind ?? "", args.params.id ?? "");
}
