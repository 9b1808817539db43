import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEntry } from "./api-answer.ts";

/** A country for programs. */
export function loader(args: LoaderFunctionArgs): Response {
  return answerEntry(args, "countries", args.params.code ?? "");
}
