import type { ReactNode } from "react";
import type { Fact } from "../guidance/schema/fact.ts";
import { wordsOfFact } from "./fact-words.ts";
import { useLanguage } from "./language.tsx";

/** The value of a fact in words. What is not known says as of when. */
export function FactValue({ fact }: { fact: Fact }): ReactNode {
  const { t, language } = useLanguage();
  const { value, detail } = wordsOfFact(fact, t, language);
  return (
    <>
      <b>{value}</b>
      {detail === undefined ? null : ` ${detail}`}
    </>
  );
}
