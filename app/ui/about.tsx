import type { ReactNode } from "react";
import { cardStyles, UrgencyLabel } from "./card.tsx";
import { Confidence, confidenceStyles } from "./confidence.tsx";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const aboutStyles = [...cardStyles, ...confidenceStyles, ...partStyles];

/** What this site is, where its knowledge comes from, how to read its marks, and what it does not do. */
export function About(): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <h1>{t("about.title")}</h1>
      <p className="lead">{t("about.lead")}</p>
      <Part anchor="knowledge" heading={t("about.sources.title")}>
        <p>{t("about.sources.text")}</p>
        <p>{t("about.sources.confidence")}</p>
        <ul>
          {(["high", "medium", "low"] as const).map((level) => (
            <li key={level}>
              <Confidence level={level} />
              {`: ${t(`about.sources.${level}`)}`}
            </li>
          ))}
        </ul>
      </Part>
      <Part anchor="fresh" heading={t("about.fresh.title")}>
        <p>{t("about.fresh.text")}</p>
      </Part>
      <Part anchor="urgency" heading={t("about.urgency.title")}>
        <ul>
          {(["now", "soon", "know"] as const).map((urgency) => (
            <li key={urgency}>
              <UrgencyLabel urgency={urgency} />
              {`: ${t(`about.urgency.${urgency}`)}`}
            </li>
          ))}
        </ul>
      </Part>
      <Part anchor="not" heading={t("about.not.title")}>
        <p>{t("about.not.text")}</p>
      </Part>
      <Part anchor="open" heading={t("about.open.title")}>
        <p>{t("about.open.text")}</p>
      </Part>
    </>
  );
}
