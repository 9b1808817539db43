import type { ReactNode } from "react";
import baseCss from "./base.css?inline";
import css from "./frame.css?inline";
import { useLanguage } from "./language.tsx";

export const frameStyles = [baseCss, css];

/** One language of the switch, with the address of this very page in it. */
export interface LanguageLink {
  readonly code: string;
  readonly name: string;
  readonly href: string;
}

/** What stands around every page: skip link, name, search, languages, the control to leave, and the foot. */
export function Frame(props: { languages: readonly LanguageLink[]; revision: string; children: ReactNode }): ReactNode {
  const { t, language } = useLanguage();
  const { languages, revision, children } = props;
  return (
    <>
      <a className="skip" href="#content">
        {t("frame.skip")}
      </a>
      <header className="bar">
        <a className="name" href={`/${language}`}>
          {t("name")}
        </a>
        <a className="leave" href={`/${language}/leave`} rel="noreferrer nofollow">
          {t("frame.leave")}
        </a>
      </header>
      <nav className="ways" aria-label={t("frame.ways")}>
        <a href={`/${language}/questions/1`}>{t("frame.questions")}</a>
        <a href={`/${language}/search`}>{t("frame.search")}</a>
        {languages
          .filter(({ code }) => code !== language)
          .map(({ code, name, href }) => (
            <a key={code} href={href} hrefLang={code} lang={code}>
              {name}
            </a>
          ))}
      </nav>
      <main id="content">{children}</main>
      <footer>
        <a href={`/${language}/about`}>{t("frame.about")}</a> <a href={`/${language}/privacy`}>{t("frame.privacy")}</a>{" "}
        <a href={`/${language}/safety`}>{t("frame.safety")}</a> <a href={`/${language}/sources`}>{t("frame.sources")}</a>{" "}
        <a href={`/${language}/feed.xml`}>{t("frame.feed")}</a>
        <p>{t("frame.licence")}</p>
        <p>{t("frame.revision", { revision })}</p>
      </footer>
    </>
  );
}
