import type { ReactNode } from "react";
import baseCss from "./base.css?inline";
import { frontDoor } from "./questions-page.tsx";
import css from "./frame.css?inline";
import { useLanguage } from "./language.tsx";

export const frameStyles = [baseCss, css];

/** One language of the switch, with the address of this very page in it. */
export interface LanguageLink {
  readonly code: string;
  readonly name: string;
  readonly href: string;
}

interface FrameProps {
  /** Path of the page, to mark the way that leads here. */
  readonly path: string;
  readonly languages: readonly LanguageLink[];
  /** Revision of the content; empty where it is not known. */
  readonly revision: string;
  readonly children: ReactNode;
}

/** What stands around every page: skip link, name, search, languages, the control to leave, and the foot. */
export function Frame({ path, languages, revision, children }: FrameProps): ReactNode {
  const { t, language } = useLanguage();
  const ways = [
    [frontDoor, t("frame.questions")],
    ["countries", t("kinds.countries")],
    ["topics", t("kinds.topics")],
    ["search", t("frame.search")],
  ] as const;
  const foot = [
    ["about", t("frame.about")],
    ["privacy", t("frame.privacy")],
    ["safety", t("frame.safety")],
    ["organisations", t("kinds.organisations")],
    ["changes", t("frame.changes")],
    ["sources", t("frame.sources")],
    ["feed.xml", t("frame.feed")],
  ] as const;
  return (
    <>
      <a className="skip" href="#content">
        {t("frame.skip")}
      </a>
      <header className="bar">
        <a className="name" href={`/${language}`}>
          <Mark />
          {t("name")}
        </a>
        <a className="leave" href={`/${language}/leave`} rel="noreferrer nofollow">
          {t("frame.leave")}
        </a>
      </header>
      <nav className="ways" aria-label={t("frame.ways")}>
        {ways.map(([way, label]) => (
          <a key={way} href={`/${language}/${way}`} aria-current={path === `/${language}/${way}` ? "page" : undefined}>
            {label}
          </a>
        ))}
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
        <ul className="plain">
          {foot.map(([way, label]) => (
            <li key={way}>
              <a href={`/${language}/${way}`}>{label}</a>
            </li>
          ))}
        </ul>
        <p>
          {`${t("frame.licence")}: `}
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noreferrer">
            CC BY 4.0
          </a>
          {revision && `. ${t("frame.revision", { revision })}`}
        </p>
      </footer>
    </>
  );
}

/** The mark: a pier over a line of water. */
function Mark(): ReactNode {
  return (
    <svg viewBox="0 0 24 16" aria-hidden="true">
      <path d="M2 4h20M6 1v9M12 4v6M18 1v9M1 13q2.7-2.6 5.5 0t5.5 0 5.5 0 5.5 0" />
    </svg>
  );
}
