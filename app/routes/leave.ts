import type { LoaderFunctionArgs } from "@remix-run/node";
import { eraseAnswers } from "../wizard/answers-cookie.ts";
import { pageContext } from "./page.ts";

/** Clears what the browser holds of this site and goes to a page that tells nothing about the reader. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { t } = pageContext(args);
  return new Response(null, {
    status: 303,
    headers: {
      Location: t("wizard:leaveTo"),
      "Set-Cookie": await eraseAnswers(),
      "Clear-Site-Data": '"cache", "cookies", "storage"',
      "Cache-Control": "no-store",
    },
  });
}
