import { createCookie } from "@remix-run/node";
import { z } from "zod";
import type { Bag } from "./bag.ts";
import { sealLifetime, type AnswerSeal } from "./seal.ts";

/**
 * The only cookie of the site: the sealed answers of a reader without scripts. One bag serves all wizards, since a question of the
 * same name is the same in each of them.
 */
const cookie = createCookie("__Host-answers", {
  httpOnly: true,
  secure: true,
  sameSite: "strict",
  path: "/",
  maxAge: sealLifetime,
});

/** The answers that a request carries, or null if it carries none that can be opened. Never throws. */
export async function readAnswers(request: Request, seal: AnswerSeal): Promise<Bag | null> {
  const token = z.string().safeParse(await cookie.parse(request.headers.get("Cookie")));
  return token.success ? seal.open(token.data) : null;
}

/** The `Set-Cookie` value that keeps answers in the reader's browser. */
export async function writeAnswers(bag: Bag, seal: AnswerSeal): Promise<string> {
  return cookie.serialize(await seal.seal(bag));
}

/** The `Set-Cookie` value that removes the answers from the reader's browser. */
export async function eraseAnswers(): Promise<string> {
  return cookie.serialize("", { maxAge: 0 });
}
