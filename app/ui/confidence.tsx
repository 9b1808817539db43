import type { ReactNode } from "react";
import type { Confidence as Level } from "../guidance/schema/primitives.ts";
import css from "./confidence.css?inline";
import { useLanguage } from "./language.tsx";

export const confidenceStyles = [css];

/** How sure a fact is, in words, with three dots of which one to three are filled. */
export function Confidence({ level }: { level: Level }): ReactNode {
  const { t } = useLanguage();
  return <span className={`sure ${level}`}>{t(`facts:confidence.${level}`)}</span>;
}
