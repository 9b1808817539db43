import type { ReactNode } from "react";
import { titleOfReference, type Catalogue } from "../guidance/catalogue.ts";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const safetyStyles = partStyles;

/** The topic that says more about phones and traces, if the content has it. */
const furtherReading = "topics/digital-safety";

/** How to read this site without being found out. */
export function Safety({ catalogue }: { catalogue: Catalogue }): ReactNode {
  const { t, language } = useLanguage();
  const further = titleOfReference(catalogue, furtherReading, language);
  return (
    <>
      <h1>{t("safety.title")}</h1>
      <p className="lead">{t("safety.lead")}</p>
      <Part anchor="device" heading={t("safety.device.title")}>
        <p>{t("safety.device.text")}</p>
      </Part>
      <Part anchor="tor" heading={t("safety.tor.title")}>
        <p>{t("safety.tor.text")}</p>
        <p>{t("safety.tor.without")}</p>
      </Part>
      <Part anchor="history" heading={t("safety.history.title")}>
        <p>{t("safety.history.text")}</p>
        <p>{t("safety.history.erase")}</p>
      </Part>
      <Part anchor="leave" heading={t("safety.leave.title")}>
        <p>{t("safety.leave.text")}</p>
      </Part>
      <Part anchor="kept" heading={t("safety.kept.title")}>
        <p>
          {`${t("safety.kept.text")} `}
          <a href={`/${language}/privacy`}>{t("privacy.title")}</a>
        </p>
      </Part>
      <Part anchor="paper" heading={t("safety.paper.title")}>
        <p>{t("safety.paper.text")}</p>
      </Part>
      <Part anchor="links" heading={t("safety.links.title")}>
        <p>{t("safety.links.text")}</p>
        {further === undefined ? null : (
          <p>
            {`${t("safety.links.more")} `}
            <a href={`/${language}/${furtherReading}`}>{further}</a>
          </p>
        )}
      </Part>
    </>
  );
}
