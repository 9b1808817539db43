import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import { Part, partStyles } from "./part.tsx";

export const privacyStyles = partStyles;

/** What the server sees, what stays with the reader, and what disappears. Tests prove what it says of the software. */
export function Privacy(): ReactNode {
  const { t, language } = useLanguage();
  return (
    <>
      <h1>{t("privacy.title")}</h1>
      <p className="lead">{t("privacy.lead")}</p>
      <Part anchor="server" heading={t("privacy.server.title")}>
        <p>{t("privacy.server.text")}</p>
      </Part>
      <Part anchor="search" heading={t("privacy.search.title")}>
        <p>{t("privacy.search.text")}</p>
        <p>{t("privacy.search.server")}</p>
        <p>{t("privacy.search.programs")}</p>
      </Part>
      <Part anchor="questions" heading={t("privacy.questions.title")}>
        <p>{t("privacy.questions.withScripts")}</p>
        <p>{t("privacy.questions.withoutScripts")}</p>
        <p>{t("privacy.questions.letters")}</p>
      </Part>
      <Part anchor="compare" heading={t("privacy.compare.title")}>
        <p>{t("privacy.compare.text")}</p>
      </Part>
      <Part anchor="cookies" heading={t("privacy.cookies.title")}>
        <p>{t("privacy.cookies.text")}</p>
      </Part>
      <Part anchor="others" heading={t("privacy.others.title")}>
        <p>{t("privacy.others.text")}</p>
      </Part>
      <Part anchor="cannot" heading={t("privacy.cannot.title")}>
        <p>
          {`${t("privacy.cannot.text")} `}
          <a href={`/${language}/safety`}>{t("safety.title")}</a>
        </p>
      </Part>
    </>
  );
}
